import { u16, u32 } from "../little-endian";
import type { FileInformation } from "./file-information";

/** The paragraph stands in a table; it is the mark that ends a row. */
export const IN_TABLE = 1;
export const ROW_END = 2;

const PAGE = 512;
const IN_TABLE_CODE = 0x2416;
const ROW_END_CODE = 0x2417;
const TABLE_CODE = 0xd608;
/** Sizes of what follows a code, by its highest three bits; 0 for those that say it themselves. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/**
 * Which paragraphs are parts of tables (MS-DOC 2.9.175): flags by the place in the file where the
 * paragraph ends. What is damaged here costs the tables, not the text.
 */
export function readParagraphs(
  bytes: Uint8Array,
  table: Uint8Array,
  { paragraphs }: FileInformation,
): ReadonlyMap<number, number> {
  const flags = new Map<number, number>();
  const count = Math.floor((paragraphs.size - 4) / 8);
  const pages = paragraphs.at + 4 * (count + 1);
  for (let i = 0; i < count && pages + 4 * i + 4 <= table.length; i++) {
    readPage(bytes, (u32(table, pages + 4 * i) & 0x3fffff) * PAGE, flags);
  }
  return flags;
}

function readPage(bytes: Uint8Array, page: number, flags: Map<number, number>): void {
  if (page + PAGE > bytes.length) return;
  const runs = bytes[page + PAGE - 1] as number;
  const properties = page + 4 * (runs + 1);
  for (let i = 0; i < runs; i++) {
    const offset = 2 * (bytes[properties + 13 * i] ?? 0);
    const found = offset === 0 ? 0 : flagsAt(bytes, page + offset, page + PAGE);
    if (found !== 0) flags.set(u32(bytes, page + 4 * (i + 1)), found);
  }
}

function flagsAt(bytes: Uint8Array, at: number, pageEnd: number): number {
  const words = bytes[at] as number;
  const from = words === 0 ? at + 2 : at + 1;
  const size = words === 0 ? 2 * (bytes[at + 1] ?? 0) : 2 * words - 1;
  const end = Math.min(from + size, pageEnd);
  let found = 0;
  for (let next = from + 2; next + 2 < end;) {
    const code = u16(bytes, next);
    const value = bytes[next + 2] as number;
    if (code === IN_TABLE_CODE && value !== 0) found |= IN_TABLE;
    if (code === ROW_END_CODE && value !== 0) found |= ROW_END;
    const fixed = SIZES[code >> 13] as number;
    if (fixed > 0) next += 2 + fixed;
    else next += code === TABLE_CODE ? 3 + u16(bytes, next + 2) : 3 + value;
  }
  return found;
}
