import type { XmlScanner } from "../xml/xml-scanner";

const LETTER = 0x60;
const LOWER_CASE = 0x20;
const LETTERS = 26;

/** 0-based column of a cell reference such as AB12. */
export function columnOf({ bytes, from, to }: XmlScanner): number {
  let column = 0;
  for (let i = from; i < to; i++) {
    const letter = ((bytes[i] as number) | LOWER_CASE) - LETTER;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column - 1;
}
