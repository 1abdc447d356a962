import { damaged } from "../refused";
import { NAME_KEY_FACTOR } from "./name-key";
import type { XmlScanner } from "./xml-scanner";

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/** The scanner's current value as a key, to be compared with `nameKey("s")` and the like. */
export function valueKey({ bytes, from, to }: XmlScanner): number {
  let key = 0;
  for (let i = from; i < to; i++) key = Math.imul(key, NAME_KEY_FACTOR) ^ (bytes[i] as number);
  return key;
}

/** A number of digits only: a row, a style, a place in a list. */
export function wholeNumber({ bytes, from, to }: XmlScanner): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] as number) - ZERO;
    if (digit < 0 || digit > 9) throw damaged();
    number = number * 10 + digit;
  }
  return number;
}

/** Digits with at most a sign and a point, as nearly every number is written. */
export function isPlainNumber({ bytes, from, to }: XmlScanner): boolean {
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if ((byte < ZERO || byte > ZERO + 9) && byte !== POINT && byte !== MINUS) return false;
  }
  return true;
}

/** A number in any spelling, NaN where it is none. */
export function numberOf({ bytes, from, to }: XmlScanner): number {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return Number(text);
}
