/** Base64url without padding (RFC 4648 section 5), as tokens carry it: one spelling for some bytes. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export function encodeBase64url(bytes: Uint8Array): string {
  const digits: string[] = [];
  let bits = 0;
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    bits = ((bits << 8) | (bytes[i] as number)) & 0xffff;
    for (count += 8; count >= 6; count -= 6) digits.push(digit(bits >> (count - 6)));
  }
  if (count > 0) digits.push(digit(bits << (6 - count)));
  return digits.join("");
}

const digit = (bits: number): string => ALPHABET.charAt(bits & 63);

/** Null for any other spelling too: padding, white space, bits behind the last byte. */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let count = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (VALUES[code] as number) : -1;
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length++] = bits >> count;
  }
  const hasRest = count >= 6 || (bits & ((1 << count) - 1)) !== 0;
  return hasRest ? null : bytes;
}
