import { KANA_OFFSET } from "./cp932";
import type { Cursor } from "./cursor";
import { jisTable, ROW } from "./jis-table";

const SINGLE_SHIFT_KANA = 0x8e;

/** Decodes EUC-JP with JIS X 0208 and half-width kana; JIS X 0212 (lead 8F) counts as damage. */
export function decodeEucJp(cursor: Cursor, out: Uint16Array): number {
  const table = jisTable();
  const { bytes, end } = cursor;
  let at = cursor.position;
  let written = 0;
  while (at < end && written < out.length) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      out[written++] = byte;
      at += 1;
      continue;
    }
    const unit = at + 1 < end ? doubleByte(table, byte, bytes[at + 1] as number) : 0;
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

function doubleByte(table: Uint16Array, lead: number, trail: number): number {
  if (lead === SINGLE_SHIFT_KANA) return trail >= 0xa1 && trail <= 0xdf ? trail + KANA_OFFSET : 0;
  if (lead < 0xa1 || lead > 0xfe || trail < 0xa1 || trail > 0xfe) return 0;
  return table[(lead - 0xa1) * ROW + trail - 0xa1] as number;
}
