import { decodeText } from "../../text/charset";
import type { FoldedText } from "../folded-text";
import { damaged } from "../refused";
import type { XmlScanner } from "./xml-scanner";

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const HASH = 0x23;
const LOWER_X = 0x78;
/** &#x10FFFF; with a few zeros before the number. */
const LONGEST_REFERENCE = 16;

const NAMED = new Map<string, number>([
  ["amp", 0x26],
  ["lt", 0x3c],
  ["gt", 0x3e],
  ["quot", 0x22],
  ["apos", 0x27],
]);

/** The scanner's current text or attribute value, its references resolved, into a text. */
export function appendText(scanner: XmlScanner, text: FoldedText): void {
  const { bytes, to } = scanner;
  const stop = scanner.isRaw ? -1 : AMPERSAND;
  let at = text.utf8(bytes, scanner.from, to, stop);
  while (at < to) {
    const end = referenceEnd(bytes, at, to);
    text.point(reference(bytes, at + 1, end));
    at = text.utf8(bytes, end + 1, to, stop);
  }
}

/** The scanner's current text or attribute value as it is written, for paths and names. */
export function stringOf(scanner: XmlScanner): string {
  const { bytes, to, isRaw } = scanner;
  let text = "";
  let at = scanner.from;
  while (at < to) {
    // A search beyond `to` would cost the whole part for every value.
    const next = isRaw ? -1 : bytes.subarray(at, to).indexOf(AMPERSAND);
    const stop = next < 0 ? to : at + next;
    const piece = decodeText(bytes, "utf-8", at, stop);
    if (piece === null) throw damaged();
    text += piece;
    if (stop === to) break;
    const end = referenceEnd(bytes, stop, to);
    text += String.fromCodePoint(reference(bytes, stop + 1, end));
    at = end + 1;
  }
  return text;
}

function referenceEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let end = at + 2; end < to && end - at <= LONGEST_REFERENCE; end++) {
    if (bytes[end] === SEMICOLON) return end;
  }
  throw damaged();
}

function reference(bytes: Uint8Array, from: number, to: number): number {
  let name = "";
  for (let i = from; i < to; i++) name += String.fromCharCode(bytes[i] as number);
  if (bytes[from] !== HASH) {
    const point = NAMED.get(name);
    if (point === undefined) throw damaged();
    return point;
  }
  const isHex = bytes[from + 1] === LOWER_X;
  const digits = name.slice(isHex ? 2 : 1);
  const point = isHex ? Number(`0x${digits}`) : Number(digits);
  if (digits === "" || !(point >= 0 && point <= 0x10ffff)) throw damaged();
  return point;
}
