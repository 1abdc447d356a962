import { u16, u32 } from "../little-endian";
import { Refused } from "../refused";

/** The beginning of a Word document (MS-DOC 2.5): where its text and tables are. */
const MAGIC = 0xa5ec;
/** Word 97; earlier ones keep their text in another way. */
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const OBFUSCATED = 0x8000;

const COUNTS_AT = 76;
const PIECES_AT = 0x1a2;
const PARAGRAPHS_AT = 0x102;

export interface Range {
  readonly at: number;
  readonly size: number;
}

export interface FileInformation {
  readonly table: "0Table" | "1Table";
  readonly pieces: Range;
  readonly paragraphs: Range;
  /** Characters of the body, footnotes, headers, macros, comments, endnotes, and two kinds of boxes. */
  readonly counts: readonly number[];
}

export function fileInformation(bytes: Uint8Array): FileInformation {
  const flags = u16(bytes, 10);
  if (u16(bytes, 0) !== MAGIC || u16(bytes, 2) < WORD_97) throw new Refused("extract/unsupported");
  if ((flags & (ENCRYPTED | OBFUSCATED)) !== 0) throw new Refused("extract/encrypted");
  const range = (at: number): Range => ({ at: u32(bytes, at), size: u32(bytes, at + 4) });
  return {
    table: flags & SECOND_TABLE ? "1Table" : "0Table",
    pieces: range(PIECES_AT),
    paragraphs: range(PARAGRAPHS_AT),
    counts: Array.from({ length: 8 }, (_, i) => u32(bytes, COUNTS_AT + 4 * i)),
  };
}
