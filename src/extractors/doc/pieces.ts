import { decodeText } from "../../text/charset";
import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";
import type { FileInformation } from "./file-information";

/** One run of characters as it stands in the file (MS-DOC 2.8.35). */
export interface Piece {
  /** Numbers of its first character and of the one behind it. */
  readonly from: number;
  readonly to: number;
  /** Where its bytes begin, one or two a character. */
  readonly at: number;
  readonly isWide: boolean;
}

const PROPERTIES = 1;
const TABLE = 2;
const COMPRESSED = 0x40000000;
const PIECE_SIZE = 8;

/** `size` is that of the stream with the text: a text that is longer would be there twice. */
export function readPieces(
  table: Uint8Array,
  { pieces }: FileInformation,
  size: number,
): readonly Piece[] {
  const end = pieces.at + pieces.size;
  if (end > table.length || pieces.size === 0) throw damaged();
  let at = pieces.at;
  while (at < end && table[at] === PROPERTIES) at += 3 + u16(table, at + 1);
  if (table[at] !== TABLE) throw damaged();
  const count = Math.floor((u32(table, at + 1) - 4) / (4 + PIECE_SIZE));
  const first = at + 5;
  const list = first + 4 * (count + 1);
  if (count < 1 || list + PIECE_SIZE * count > end) throw damaged();
  return Array.from({ length: count }, (_, i): Piece => {
    const place = u32(table, list + PIECE_SIZE * i + 2);
    const isWide = (place & COMPRESSED) === 0;
    const from = u32(table, first + 4 * i);
    const to = u32(table, first + 4 * i + 4);
    if (to < from || to > size) throw damaged();
    return { from, to, at: isWide ? place : (place & ~COMPRESSED) >>> 1, isWide };
  });
}

/** Characters of one byte, those that windows-1252 does not know as themselves. */
export const NARROW = new Uint16Array(256).map((_, byte) => {
  const text = decodeText(Uint8Array.of(byte), "windows-1252");
  return text === null ? byte : text.charCodeAt(0);
});
