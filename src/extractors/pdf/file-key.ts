import { hash as sha256 } from "@stablelib/sha256";
import { hash as sha384 } from "@stablelib/sha384";
import { hash as sha512 } from "@stablelib/sha512";
import { decryptBlocks, encryptBlocks } from "./aes-cbc";
import { joined } from "./joined";
import { md5 } from "./md5";
import { rc4 } from "./rc4";

/** Stands for an empty password (ISO 32000-2, 7.6.4.3.2). */
const PADDING = Uint8Array.of(
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
  0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
); // prettier-ignore

/** What an encrypted file says about its key. */
export interface KeyFacts {
  readonly revision: number;
  /** Bytes of the key, 5 to 32. */
  readonly length: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly permissions: number;
  readonly id: Uint8Array;
  readonly hasPlainMetadata: boolean;
}

/** The key of a file that opens without a password, null where it needs one. */
export function fileKey(facts: KeyFacts): Uint8Array | null {
  return facts.revision < 5 ? oldKey(facts) : newKey(facts);
}

/** Algorithms 2 and 6: up to revision 4. */
function oldKey(facts: KeyFacts): Uint8Array | null {
  const { revision, length, owner, permissions, id, hasPlainMetadata } = facts;
  const mask = revision >= 4 && hasPlainMetadata ? Uint8Array.of(255, 255, 255, 255) : NOTHING;
  const bits = Uint8Array.of(permissions, permissions >> 8, permissions >> 16, permissions >> 24);
  let key = md5(joined(PADDING, owner.subarray(0, 32), bits, id, mask)).subarray(0, length);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key).subarray(0, length);
  return isUsers(key, facts) ? key : null;
}

function isUsers(key: Uint8Array, { revision, user, id }: KeyFacts): boolean {
  if (revision < 3) return equal(rc4(key, PADDING), user, 32);
  let digest = md5(joined(PADDING, id));
  for (let i = 0; i < 20; i++)
    digest = rc4(
      key.map((byte) => byte ^ i),
      digest,
    );
  return equal(digest, user, 16);
}

/** Algorithm 2.A: since revision 5. */
function newKey({ revision, user, userKey }: KeyFacts): Uint8Array | null {
  const hash = revision === 5 ? sha256 : hardened;
  if (!equal(hash(user.subarray(32, 40)), user, 32)) return null;
  return decryptBlocks(hash(user.subarray(40, 48)), new Uint8Array(16), userKey.subarray(0, 32));
}

const LEAST_ROUNDS = 64;

/** Algorithm 2.B, for an empty password. */
function hardened(salt: Uint8Array): Uint8Array {
  let key = sha256(salt);
  for (let round = 0, last = 0; round < LEAST_ROUNDS || last > round - 32; round++) {
    const repeated = new Uint8Array(key.length * 64);
    for (let i = 0; i < 64; i++) repeated.set(key, i * key.length);
    const mixed = encryptBlocks(key.subarray(0, 16), key.subarray(16, 32), repeated);
    const sum = mixed.subarray(0, 16).reduce((before, byte) => before + byte, 0);
    key = [sha256, sha384, sha512][sum % 3]!(mixed);
    last = mixed[mixed.length - 1] as number;
  }
  return key.subarray(0, 32);
}

const NOTHING = new Uint8Array(0);

function equal(one: Uint8Array, other: Uint8Array, count: number): boolean {
  if (one.length < count || other.length < count) return false;
  for (let i = 0; i < count; i++) if (one[i] !== other[i]) return false;
  return true;
}
