import { Refused } from "../refused";
import { decryptMessage } from "./aes-cbc";
import { fileKey } from "./file-key";
import { joined } from "./joined";
import { md5 } from "./md5";
import { rc4 } from "./rc4";
import { asName, asNumber, type Dictionary, isArray, type Value } from "./values";

type Cipher = (bytes: Uint8Array, number: number, generation: number) => Uint8Array;

/** How the strings and streams of a file that opens without a password are decrypted. */
export interface Decryption {
  readonly strings: Cipher;
  readonly streams: Cipher;
  readonly metadata: Cipher;
}

const plain: Cipher = (bytes) => bytes;

const SALT = Uint8Array.of(0x73, 0x41, 0x6c, 0x54);

/**
 * The standard security handler (ISO 32000-2, 7.6.4) with an empty user password: such files open for
 * everybody, and only printing or copying is forbidden. All others are encrypted.
 */
export function decryptionOf(encrypt: Dictionary, id: Value | undefined): Decryption {
  const version = asNumber(encrypt.get("V"), 0);
  const revision = asNumber(encrypt.get("R"), 0);
  if (asName(encrypt.get("Filter")) !== "Standard" || version < 1 || version === 3 || version > 5) {
    throw new Refused("extract/encrypted");
  }
  const hasPlainMetadata = encrypt.get("EncryptMetadata") === false;
  const key = fileKey({
    revision,
    length: keyLength(encrypt, version),
    owner: bytesOf(encrypt.get("O")),
    user: bytesOf(encrypt.get("U")),
    userKey: bytesOf(encrypt.get("UE")),
    permissions: asNumber(encrypt.get("P"), 0),
    id: bytesOf(isArray(id) ? id[0] : undefined),
    hasPlainMetadata,
  });
  if (key === null) throw new Refused("extract/encrypted");
  const named = (entry: string): Cipher =>
    version < 4 ? withKey(key, "V2") : withKey(key, methodOf(encrypt, entry));
  const streams = named("StmF");
  return { streams, strings: named("StrF"), metadata: hasPlainMetadata ? plain : streams };
}

function keyLength(encrypt: Dictionary, version: number): number {
  if (version === 1) return 5;
  if (version === 4) return 16;
  const length = asNumber(encrypt.get("Length"), 40) >> 3;
  return Math.min(Math.max(length, 5), version < 5 ? 16 : 32);
}

/** What the named filter does; "Identity" stands for nothing. */
function methodOf(encrypt: Dictionary, entry: string): string {
  const name = asName(encrypt.get(entry)) || "Identity";
  const filters = encrypt.get("CF");
  const filter = filters instanceof Map ? filters.get(name) : undefined;
  if (filter instanceof Map) return asName(filter.get("CFM"));
  if (name !== "Identity") throw new Refused("extract/encrypted");
  return "None";
}

function withKey(key: Uint8Array, method: string): Cipher {
  switch (method) {
    case "None":
      return plain;
    case "V2":
      return (bytes, ...of) => rc4(objectKey(key, of), bytes);
    case "AESV2":
      return (bytes, ...of) => decryptMessage(objectKey(key, of, SALT), bytes);
    case "AESV3":
      return (bytes) => decryptMessage(key, bytes);
  }
  throw new Refused("extract/encrypted");
}

/** Algorithm 1. */
function objectKey(
  key: Uint8Array,
  [number, generation]: readonly [number, number],
  salt = new Uint8Array(0),
): Uint8Array {
  const of = Uint8Array.of(number, number >> 8, number >> 16, generation, generation >> 8);
  return md5(joined(key, of, salt)).subarray(0, Math.min(key.length + 5, 16));
}

const bytesOf = (value: Value | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(0);
