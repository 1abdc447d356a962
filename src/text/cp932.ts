import type { Cursor } from "./cursor";
import { jisTable, LEAD } from "./jis-table";

/** Half-width kana stand at A1..DF; the same distance everywhere in Japanese charsets. */
export const KANA_OFFSET = 0xff61 - 0xa1;

const PRIVATE_USE = 0xe000;

/** Characters of one byte, 0 for the first byte of a pair (and for NUL itself). */
const SINGLES = new Uint16Array(0x100).map((_, byte) =>
  byte < 0x80 ? byte : byte >= 0xa1 && byte <= 0xdf ? byte + KANA_OFFSET : 0,
);

let pairs: Uint16Array | null = null;

/** By both bytes at once, for files of megabytes; 0 where a pair is no character. */
export function cp932Pairs(): Uint16Array {
  if (pairs) return pairs;
  const table = jisTable();
  pairs = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      pairs[(lead << 8) | trail] = doubleByte(table, lead, trail);
    }
  }
  return pairs;
}

/** Decodes CP932, that is Shift_JIS as Windows and Excel write it (Windows-31J, with ① and 髙). */
export function decodeCp932(cursor: Cursor, out: Uint16Array): number {
  const table = cp932Pairs();
  const { bytes, end } = cursor;
  let at = cursor.position;
  let written = 0;
  while (at < end && written < out.length) {
    const byte = bytes[at] as number;
    const single = SINGLES[byte] as number;
    if (single !== 0 || byte === 0) {
      out[written++] = single;
      at += 1;
      continue;
    }
    const unit = at + 1 < end ? (table[(byte << 8) | (bytes[at + 1] as number)] as number) : 0;
    if (unit === 0) {
      cursor.damaged = true;
      break;
    }
    out[written++] = unit;
    at += 2;
  }
  cursor.position = at;
  return written;
}

/** 0 where the pair is no character. */
function doubleByte(table: Uint16Array, lead: number, trail: number): number {
  if (trail === 0x7f || (lead >= 0xa0 && lead < 0xe0)) return 0;
  const cell = trail - (trail < 0x7f ? 0x40 : 0x41);
  if (lead < 0xa0) return table[(lead - 0x81) * LEAD + cell] as number;
  if (lead < 0xf0) return table[(lead - 0xc1) * LEAD + cell] as number;
  if (lead < 0xfa) return PRIVATE_USE + (lead - 0xf0) * LEAD + cell;
  return table[(lead - 0xcb) * LEAD + cell] as number;
}
