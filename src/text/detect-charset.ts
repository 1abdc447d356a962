import type { Charset } from "./charset";
import { decoderOf } from "./charset";
import { cursorOver } from "./cursor";

/**
 * Decides in which charset a file without a label is written, or that it is no text at all. Order:
 * byte order mark, NUL pattern of UTF-16, escapes of ISO-2022-JP, strict UTF-8, then EUC-JP against
 * CP932 by what the pairs would mean, then windows-1252 for texts that are almost ASCII.
 */
export interface Detected {
  readonly charset: Charset;
  /** Length of the byte order mark. */
  readonly skip: number;
}

/** As much is looked at, from the first byte on that is not ASCII; decoding then checks the rest. */
const SAMPLE = 1 << 16;
/** A sample may end within a character. */
const LONGEST_CHARACTER = 4;

/** In Japanese UTF-16, one unit of so many is ASCII at the very least: line ends, digits, commas. */
const LEAST_ASCII = 50;

export function detectCharset(bytes: Uint8Array): Detected | null {
  const marked = byMark(bytes);
  if (marked) return marked;
  const utf16 = byNulPattern(bytes);
  if (utf16) return { charset: utf16, skip: 0 };
  const start = Math.min(bytes.length, SAMPLE);
  if (hasControls(bytes, 0, start)) return null;
  const first = firstHighByte(bytes);
  const end = Math.min(bytes.length, first + SAMPLE);
  if (hasControls(bytes, Math.max(first, start), end)) return null;
  const charset = byBytes(bytes, first, end);
  return charset && { charset, skip: 0 };
}

function byMark(bytes: Uint8Array): Detected | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: "utf-8", skip: 3 };
  if (a === 0xff && b === 0xfe) return { charset: "utf-16le", skip: 2 };
  if (a === 0xfe && b === 0xff) return { charset: "utf-16be", skip: 2 };
  return null;
}

/** ASCII characters of UTF-16 have their NULs all on one side. */
function byNulPattern(bytes: Uint8Array): Charset | null {
  const end = Math.min(bytes.length & ~1, SAMPLE);
  if (bytes.subarray(0, end).indexOf(0) < 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if ((even === 0) === (odd === 0) || bytes.length % 2 === 1) return null;
  if ((even + odd) * LEAST_ASCII < end / 2) return null;
  const charset = even === 0 ? "utf-16le" : "utf-16be";
  return fits(bytes, charset, 0, end) && !hasWideControls(bytes, end, even === 0) ? charset : null;
}

function hasWideControls(bytes: Uint8Array, end: number, isLittle: boolean): boolean {
  for (let i = 0; i < end; i += 2) {
    const high = bytes[isLittle ? i + 1 : i] as number;
    if (high === 0 && isControl(bytes[isLittle ? i : i + 1] as number)) return true;
  }
  return false;
}

/** Bytes that no text file holds; ESC belongs to ISO-2022-JP and 1A once ended files of DOS. */
const isControl = (byte: number): boolean =>
  byte < 0x20 ? byte < 0x09 || (byte > 0x0f && byte !== 0x1b && byte !== 0x1a) : byte === 0x7f;

const CONTROLS = new Uint8Array(0x100).map((_, byte) => (isControl(byte) ? 1 : 0));

function hasControls(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (CONTROLS[bytes[i] as number] !== 0) return true;
  return false;
}

function firstHighByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return i;
  return bytes.length;
}

function byBytes(bytes: Uint8Array, first: number, end: number): Charset | null {
  if (first === bytes.length) return hasJapaneseEscape(bytes) ? "iso-2022-jp" : "utf-8";
  if (fits(bytes, "utf-8", first, end)) return "utf-8";
  const isEuc = fits(bytes, "euc-jp", first, end);
  if (isEuc && looksLikeEuc(bytes, first, end)) return "euc-jp";
  if (fits(bytes, "cp932", first, end)) return "cp932";
  if (isEuc) return "euc-jp";
  return looksWestern(bytes, first, end) ? "windows-1252" : null;
}

function hasJapaneseEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const [a, b] = bytes.subarray(at + 1, at + 3);
    if (a === 0x24 && (b === 0x42 || b === 0x40)) return true;
    if (a === 0x28 && b === 0x49) return true;
  }
  return false;
}

function fits(bytes: Uint8Array, charset: Charset, from: number, to: number): boolean {
  const cursor = cursorOver(bytes, from, to);
  const units = new Uint16Array(4096);
  const decode = decoderOf(charset);
  while (cursor.position < to && !cursor.damaged) decode(cursor, units);
  return !cursor.damaged || (to < bytes.length && to - cursor.position < LONGEST_CHARACTER);
}

/**
 * Where both fit, the text is half-width kana of CP932 or EUC-JP: in EUC-JP those kana would pair
 * up to rare kanji (rows D0 and up) about as often as to others, while real texts hold few of them.
 */
function looksLikeEuc(bytes: Uint8Array, from: number, to: number): boolean {
  let score = 0;
  for (let i = from; i < to; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    score += lead >= 0xd0 ? -2 : 1;
    i += 1;
  }
  return score > 0;
}

/** Western European text has few accents; other languages' charsets are not guessed at. */
function looksWestern(bytes: Uint8Array, from: number, to: number): boolean {
  if (!fits(bytes, "windows-1252", from, to)) return false;
  let high = 0;
  for (let i = from; i < to; i++) if ((bytes[i] as number) >= 0x80) high += 1;
  return high * 5 < Math.min(to, bytes.length);
}
