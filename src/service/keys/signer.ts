import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";
import type { Sign } from "../../approval/tokens/token";
import { StartRefused } from "../storage/start-refused";

/** An Ed25519 private key (RFC 8032) that signs, and what others know of it. */
export interface Signer {
  /** First 16 characters of the base64url SHA-256 of the public key. */
  readonly kid: string;
  /** Base64url of the public key's 32 bytes. */
  readonly x: string;
  readonly sign: Sign;
}

const SEED_BYTES = 32;
/** What stands before the seed in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** From PKCS #8 in PEM, or from the seed's 32 bytes in base64url. */
export function signerOf(material: string): Signer {
  const key = privateKey(material.trim());
  const { x } = createPublicKey(key).export({ format: "jwk" });
  if (key.asymmetricKeyType !== "ed25519" || x === undefined)
    throw new StartRefused("keys/invalid");
  return { kid: kidOf(x), x, sign: (input) => new Uint8Array(sign(null, input, key)) };
}

export const kidOf = (x: string): string =>
  createHash("sha256").update(Buffer.from(x, "base64url")).digest("base64url").slice(0, 16);

/** A new private key as PKCS #8 in PEM. */
export const newPrivateKey = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

function privateKey(material: string): KeyObject {
  try {
    if (material.startsWith("-----BEGIN")) return createPrivateKey(material);
    const seed = Buffer.from(material, "base64url");
    if (seed.length !== SEED_BYTES) throw new RangeError("a seed has 32 bytes");
    return createPrivateKey({
      key: Buffer.concat([PKCS8_HEAD, seed]),
      format: "der",
      type: "pkcs8",
    });
  } catch {
    // The cause may quote the key.
    throw new StartRefused("keys/invalid");
  }
}
