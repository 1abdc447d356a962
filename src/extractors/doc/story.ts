import type { Extraction } from "../../core/extraction";
import type { Place } from "../../core/place";
import type { Budget } from "../budget";
import { u16 } from "../little-endian";
import { PaperWriter } from "../paper/paper-writer";
import { damaged } from "../refused";
import { IN_TABLE, ROW_END } from "./paragraphs";
import { NARROW, type Piece } from "./pieces";

const CELL_MARK = 0x07;
const TAB = 0x09;
const LINE_BREAK = 0x0b;
const PAGE_BREAK = 0x0c;
const PARAGRAPH_MARK = 0x0d;
const COLUMN_BREAK = 0x0e;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;
const HYPHEN = 0x1e;
const SPACE = 0x20;
const MINUS = 0x2d;

/** One text of a Word document: body, headers, notes. Fields give their result and what they are. */
export class DocStory {
  private readonly paper: PaperWriter;
  /** For each open field: true as long as it says what it is. */
  private readonly fields: boolean[] = [];

  constructor(
    place: Place,
    budget: Budget,
    private readonly flags: ReadonlyMap<number, number>,
  ) {
    this.paper = new PaperWriter(place, budget);
  }

  /** The characters from..to, as far as this piece holds them. */
  *read(bytes: Uint8Array, piece: Piece, from: number, to: number): Extraction {
    const size = piece.isWide ? 2 : 1;
    const end = piece.at + (Math.min(to, piece.to) - piece.from) * size;
    if (end > bytes.length) throw damaged();
    let at = piece.at + (Math.max(from, piece.from) - piece.from) * size;
    for (; at < end; at += size) {
      const unit = piece.isWide ? u16(bytes, at) : (NARROW[bytes[at] as number] as number);
      if (unit >= SPACE) this.character(unit);
      else if (unit === CELL_MARK || unit === PARAGRAPH_MARK || unit === PAGE_BREAK) {
        yield* this.endParagraph(unit, this.flags.get(at + size) ?? 0);
      } else this.control(unit);
    }
  }

  end(): Extraction {
    return this.paper.end();
  }

  private character(unit: number): void {
    if (this.fields[this.fields.length - 1]) this.paper.aside(unit);
    else this.paper.unit(unit);
  }

  private control(unit: number): void {
    if (unit === TAB) this.character(SPACE);
    else if (unit === HYPHEN) this.character(MINUS);
    else if (unit === LINE_BREAK || unit === COLUMN_BREAK) this.paper.lineBreak();
    else if (unit === FIELD_BEGIN) this.fields.push(true);
    else if (unit === FIELD_SEPARATOR || unit === FIELD_END) {
      const isOpen = this.fields.pop() !== undefined;
      if (unit === FIELD_SEPARATOR && isOpen) this.fields.push(false);
      this.paper.endAside();
    }
  }

  private endParagraph(mark: number, flags: number): Extraction {
    if ((flags & ROW_END) !== 0) return this.paper.endRow();
    if (mark === CELL_MARK) return this.paper.endCell();
    return this.paper.endParagraph((flags & IN_TABLE) !== 0);
  }
}
