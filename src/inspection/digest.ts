import { hash } from "@stablelib/sha256";

/** Lower-case hex of bytes. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    text += (byte < 16 ? "0" : "") + byte.toString(16);
  }
  return text;
}

/** SHA-256 (FIPS 180-4) in hex, by code that needs no host. */
export const sha256Hex = (bytes: Uint8Array): string => hex(hash(bytes));
