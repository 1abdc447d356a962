import type { Cursor } from "./cursor";

/** Code points of 0x80..0x9f; 0 where none is assigned (WHATWG keeps controls there, text has none). */
const UPPER =
  "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0" +
  "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

/** Decodes windows-1252, which is also what texts labelled ISO-8859-1 or US-ASCII are written in. */
export function decodeWindows1252(cursor: Cursor, out: Uint16Array): number {
  const { bytes, end } = cursor;
  const count = Math.min(end - cursor.position, out.length);
  let written = 0;
  for (; written < count; written++) {
    const byte = bytes[cursor.position + written] as number;
    const unit = byte >= 0x80 && byte <= 0x9f ? UPPER.charCodeAt(byte - 0x80) : byte;
    if (unit === 0 && byte !== 0) {
      cursor.damaged = true;
      break;
    }
    out[written] = unit;
  }
  cursor.position += written;
  return written;
}
