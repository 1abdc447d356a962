/** Heads and files of tar archives are filled up to so many bytes. */
export const BLOCK = 512;
const SUM_AT = 148;

export const isTar = (bytes: Uint8Array): boolean => bytes.length >= BLOCK && isHead(bytes, 0);

/** The sum of a head's bytes, its own place counted as spaces. */
export function isHead(bytes: Uint8Array, at: number): boolean {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) {
    sum += i >= SUM_AT && i < SUM_AT + 8 ? 0x20 : (bytes[at + i] as number);
  }
  return sum > 8 * 0x20 && numberAt(bytes, at + SUM_AT, 8) === sum;
}

/** Octal digits, or, for large files, bytes behind a mark. */
export function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  if (bytes[at] === 0x80) {
    for (let i = 1; i < length; i++) number = number * 256 + (bytes[at + i] as number);
    return number;
  }
  for (let i = 0; i < length; i++) {
    const digit = (bytes[at + i] as number) - 0x30;
    if (digit >= 0 && digit < 8) number = number * 8 + digit;
  }
  return number;
}
