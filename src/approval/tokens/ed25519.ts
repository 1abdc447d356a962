import { verify } from "@stablelib/ed25519";

export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** The order of the group, least byte first (RFC 8032 section 5.1). */
const ORDER = [
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/**
 * Ed25519 (RFC 8032). The library takes S and S + L for the same signature; we take S alone, so that
 * nobody can turn one signature into a second.
 */
export const isSigned = (message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean =>
  signature.length === SIGNATURE_BYTES &&
  key.length === KEY_BYTES &&
  isBelowOrder(signature.subarray(KEY_BYTES)) &&
  verify(key, message, signature);

function isBelowOrder(scalar: Uint8Array): boolean {
  for (let i = KEY_BYTES - 1; i >= 0; i--) {
    const difference = (scalar[i] as number) - (ORDER[i] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
