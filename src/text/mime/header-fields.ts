import { decodeText } from "../charset";
import { detectCharset } from "../detect-charset";

/** One field of a header, unfolded; encoded words are still as they were written. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Without line breaks. */
  readonly value: string;
}

export interface Header {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly bodyAt: number;
}

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/** Reads the header (RFC 5322 section 2.2) that begins at `from`; a line that is none ends it. */
export function readHeader(bytes: Uint8Array, from: number, to: number): Header {
  const fields: HeaderField[] = [];
  let at = from;
  while (at < to) {
    const blank = blankLine(bytes, at, to);
    if (blank > 0) return { fields, bodyAt: blank };
    const end = fieldEnd(bytes, at, to);
    const field = fieldOf(bytes, at, end);
    if (!field && !(at === from && isEnvelope(bytes, at))) return { fields, bodyAt: at };
    if (field) fields.push(field);
    at = end;
  }
  return { fields, bodyAt: to };
}

/** The position behind a blank line, 0 where there is none. */
function blankLine(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return 0;
  return at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** The first line of a mail in an mbox file. */
const isEnvelope = (bytes: Uint8Array, at: number): boolean =>
  String.fromCharCode.apply(null, Array.from(bytes.subarray(at, at + 5))) === "From ";

/** The position behind a field and the lines that continue it. */
function fieldEnd(bytes: Uint8Array, at: number, to: number): number {
  let end = at;
  do {
    const found = bytes.indexOf(LF, end);
    end = found < 0 || found >= to ? to : found + 1;
  } while (end < to && isBlank(bytes[end]));
  return end;
}

function fieldOf(bytes: Uint8Array, at: number, end: number): HeaderField | null {
  let colon = at;
  while (colon < end && isNamePart(bytes[colon] as number)) colon += 1;
  let mark = colon;
  while (isBlank(bytes[mark])) mark += 1;
  if (colon === at || mark >= end || bytes[mark] !== COLON) return null;
  const name = String.fromCharCode.apply(null, Array.from(bytes.subarray(at, colon)));
  return { name: name.toLowerCase(), value: unfolded(rawText(bytes.subarray(mark + 1, end))) };
}

const isNamePart = (byte: number): boolean => byte > 0x20 && byte < 0x7f && byte !== COLON;

/** Header bytes should be ASCII; some mailers write the charset of their country. */
function rawText(bytes: Uint8Array): string {
  const detected = detectCharset(bytes);
  const text = detected && decodeText(bytes, detected.charset);
  if (text !== null) return text;
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** A line break in a value would be a new field wherever the value is written again. */
export const unfolded = (value: string): string =>
  value
    .replace(/\r\n?|\n/g, "\n")
    .replace(/\n(?=[ \t])/g, "")
    .replace(/[\n\0\u0085\u2028\u2029]/g, " ")
    .trim();
