import { hash, SHA256 } from "@stablelib/sha256";

const BLOCK = 64;

/** HMAC (RFC 2104) with SHA-256. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? hash(key) : key;
  const inner = new Uint8Array(BLOCK).fill(0x36);
  const outer = new Uint8Array(BLOCK).fill(0x5c);
  for (let i = 0; i < short.length; i++) {
    inner[i] = (inner[i] as number) ^ (short[i] as number);
    outer[i] = (outer[i] as number) ^ (short[i] as number);
  }
  const digest = new SHA256().update(inner).update(message).digest();
  return new SHA256().update(outer).update(digest).digest();
}
