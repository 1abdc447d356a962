import { KANA_OFFSET } from "./cp932";
import type { Cursor } from "./cursor";
import { jisTable, ROW } from "./jis-table";

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const ASCII = 0;
const KANA = 1;
const KANJI = 2;

/** What each escape sequence switches to; JIS-Roman differs from ASCII in ¥ and ‾ only. */
const MODES: Readonly<Record<string, number>> = {
  "(B": ASCII,
  "(J": ASCII,
  "(H": ASCII,
  "(I": KANA,
  "$@": KANJI,
  $B: KANJI,
};

/**
 * Decodes ISO-2022-JP (RFC 1468) as mailers write it: with half-width kana, by escape, shift or
 * eighth bit, and with the extended rows of CP932. A line always begins in ASCII.
 */
export function decodeIso2022Jp(cursor: Cursor, out: Uint16Array): number {
  const { bytes, end } = cursor;
  let written = 0;
  while (cursor.position < end && written < out.length && !cursor.damaged) {
    const byte = bytes[cursor.position] as number;
    if (byte === ESCAPE) escape(cursor);
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      cursor.mode = byte === SHIFT_OUT ? KANA : ASCII;
      cursor.position += 1;
    } else if (byte <= 0x20 || (cursor.mode === ASCII && byte < 0x80)) {
      if (byte === 0x0a || byte === 0x0d) cursor.mode = ASCII;
      out[written++] = byte;
      cursor.position += 1;
    } else {
      const unit = cursor.mode === KANJI ? kanji(cursor) : kana(cursor);
      if (unit === 0) cursor.damaged = true;
      else out[written++] = unit;
    }
  }
  return written;
}

function escape(cursor: Cursor): void {
  const { bytes, position, end } = cursor;
  const sequence =
    position + 2 < end
      ? String.fromCharCode(bytes[position + 1] as number, bytes[position + 2] as number)
      : "";
  // "The 1990 edition follows" stands before some switches and changes nothing.
  const mode = sequence === "&@" ? cursor.mode : MODES[sequence];
  if (mode === undefined) {
    cursor.damaged = true;
    return;
  }
  cursor.mode = mode;
  cursor.position += 3;
}

function kana(cursor: Cursor): number {
  const byte = (cursor.bytes[cursor.position] as number) | 0x80;
  if (byte < 0xa1 || byte > 0xdf) return 0;
  cursor.position += 1;
  return byte + KANA_OFFSET;
}

function kanji(cursor: Cursor): number {
  const { bytes, position, end } = cursor;
  const lead = (bytes[position] as number) - 0x21;
  const trail = position + 1 < end ? (bytes[position + 1] as number) - 0x21 : -1;
  if (lead >= ROW || trail < 0 || trail >= ROW) return 0;
  cursor.position += 2;
  return jisTable()[lead * ROW + trail] as number;
}
