import { wideText } from "../compound/code-page";
import type { FoldedText } from "../folded-text";
import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";

/** A missing text has this length. */
const NO_TEXT = 0xffffffff;

/** Walks over the records of a part of a binary workbook (MS-XLSB 2.1.4): type, size, data. */
export class BinaryRecords {
  type = 0;
  from = 0;
  to = 0;
  private at = 0;

  constructor(readonly bytes: Uint8Array) {}

  next(): boolean {
    if (this.at >= this.bytes.length) return false;
    this.type = this.variable(2);
    const size = this.variable(4);
    this.from = this.at;
    this.to = this.at + size;
    if (this.to > this.bytes.length) throw damaged();
    this.at = this.to;
    return true;
  }

  u16(offset: number): number {
    return u16(this.bytes, this.from + offset);
  }

  u32(offset: number): number {
    return u32(this.bytes, this.from + offset);
  }

  byte(offset: number): number {
    return this.bytes[this.from + offset] ?? 0;
  }

  /** Where the text behind its length at `offset` ends, counted from the record's beginning. */
  endOfText(offset: number): number {
    const count = this.u32(offset);
    const end = offset + 4 + (count === NO_TEXT ? 0 : 2 * count);
    if (this.from + end > this.to) throw damaged();
    return end;
  }

  text(offset: number): string {
    const end = this.endOfText(offset);
    return wideText(this.bytes, this.from + offset + 4, this.from + end);
  }

  writeText(offset: number, text: FoldedText): void {
    const end = this.from + this.endOfText(offset);
    for (let at = this.from + offset + 4; at < end; at += 2) text.unit(u16(this.bytes, at));
  }

  /** Seven bits a byte, the lowest first; types keep the mark of a second byte. */
  private variable(most: number): number {
    let number = 0;
    for (let i = 0; i < most; i++) {
      const byte = this.bytes[this.at++] ?? 0;
      number |= (byte & 0x7f) << (7 * i);
      if ((byte & 0x80) === 0) break;
    }
    return number;
  }
}
