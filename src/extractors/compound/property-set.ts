import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";
import { codePageText, upToNul, wideText } from "./code-page";

/** Streams of document properties (MS-OLEPS): title, author, company, and what people add. */
export const PROPERTY_SETS = ["\u0005SummaryInformation", "\u0005DocumentSummaryInformation"];

const SET_HEADER = 28;
const SET_REFERENCE = 20;
const CODE_PAGE = 1;
const DICTIONARY = 0;

const TYPE_I2 = 2;
const TYPE_VARIANT = 12;
const TYPE_STRING = 30;
const TYPE_WIDE = 31;
const VECTOR = 0x1000;
/** More of them is damage. */
const MOST = 4096;

/** All texts of all sets in one stream, in their order. */
export function propertyTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  const sets = Math.min(u32(bytes, 24), 2);
  for (let i = 0; i < sets; i++) {
    readSet(bytes, u32(bytes, SET_HEADER + i * SET_REFERENCE + 16), texts);
  }
  return texts.map(upToNul).filter((text) => text.trim() !== "");
}

function readSet(bytes: Uint8Array, start: number, texts: string[]): void {
  const count = u32(bytes, start + 4);
  if (count > MOST || start + 8 + 8 * count > bytes.length) throw damaged();
  const properties = Array.from({ length: count }, (_, i) => ({
    id: u32(bytes, start + 8 + 8 * i),
    at: start + u32(bytes, start + 12 + 8 * i),
  }));
  const page = properties.find(({ id }) => id === CODE_PAGE);
  const codePage = page && u16(bytes, page.at) === TYPE_I2 ? u16(bytes, page.at + 4) : 1252;
  for (const { id, at } of properties) {
    if (id !== DICTIONARY) readValue(bytes, at, codePage, texts);
  }
}

/** Where the value behind `at` ends; only texts and lists of them are read. */
function readValue(bytes: Uint8Array, at: number, codePage: number, texts: string[]): number {
  const type = u16(bytes, at);
  if ((type & VECTOR) === 0) return readText(bytes, at + 4, type, codePage, texts);
  const count = u32(bytes, at + 4);
  const inner = type & ~VECTOR;
  let next = at + 8;
  for (let i = 0; i < Math.min(count, MOST) && next > 0 && next < bytes.length; i++) {
    next =
      inner === TYPE_VARIANT
        ? readValue(bytes, next, codePage, texts)
        : readText(bytes, next, inner, codePage, texts);
  }
  return next;
}

function readText(
  bytes: Uint8Array,
  at: number,
  type: number,
  codePage: number,
  texts: string[],
): number {
  const length = u32(bytes, at);
  const size = type === TYPE_WIDE ? 2 * length : length;
  // A variant of a number, in a list of titles and how many of them there are.
  if (type !== TYPE_STRING && type !== TYPE_WIDE) return at + 4;
  const from = at + 4;
  if (from + size > bytes.length) throw damaged();
  const isWide = type === TYPE_WIDE || codePage === 1200;
  texts.push(
    isWide
      ? wideText(bytes, from, from + size)
      : codePageText(bytes.subarray(from, from + size), codePage),
  );
  return from + (type === TYPE_WIDE ? (size + 3) & ~3 : size);
}
