import type { FoldedText } from "../folded-text";
import { u16, u32 } from "../little-endian";
import { damaged } from "../refused";

const HEAD = 4;
const CONTINUE = 0x3c;
const WIDE = 1;

/** Walks over the records of a stream of Excel 5 to 2003 (MS-XLS 2.1.4): type, size, data. */
export class Records {
  type = 0;
  from = 0;
  to = 0;

  constructor(
    readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  next(): boolean {
    const { bytes, at } = this;
    if (at + HEAD > bytes.length) return false;
    this.type = u16(bytes, at);
    this.from = at + HEAD;
    this.to = this.from + u16(bytes, at + 2);
    if (this.to > bytes.length) throw damaged();
    this.at = this.to;
    return true;
  }

  /** Goes on in the record that continues this one, if there is one. */
  continued(): boolean {
    return u16(this.bytes, this.at) === CONTINUE && this.next();
  }

  byte(offset: number): number {
    return this.bytes[this.from + offset] ?? 0;
  }

  u16(offset: number): number {
    return u16(this.bytes, this.from + offset);
  }

  u32(offset: number): number {
    return u32(this.bytes, this.from + offset);
  }

  /** The data of this record from `offset` on, and of those that continue it. */
  reader(offset: number): RecordReader {
    return new RecordReader(this, this.from + offset);
  }
}

/** Reads values that may go on in the next record. */
export class RecordReader {
  constructor(
    private readonly records: Records,
    private at: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.records.to;
  }

  u8(): number {
    this.needData();
    return this.records.bytes[this.at++] as number;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.needData();
      const step = Math.min(left, this.records.to - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** So many characters; each record that continues them begins with their width anew. */
  characters(count: number, flags: number, text: FoldedText): void {
    let isWide = (flags & WIDE) !== 0;
    for (let left = count; left > 0; left--) {
      if (this.isAtEnd) isWide = (this.u8() & WIDE) !== 0;
      text.unit(isWide ? this.u16() : this.u8());
    }
  }

  /** A text with its formatting and the reading of its kanji, which are left out (MS-XLS 2.5.293). */
  richText(text: FoldedText): void {
    const count = this.u16();
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    this.characters(count, flags, text);
    this.skip(4 * runs + extra);
  }

  /** Behind a length of one or two bytes, the width and the characters. */
  shortText(count: number, text: FoldedText): void {
    this.characters(count, this.u8(), text);
  }

  private needData(): void {
    if (!this.isAtEnd) return;
    if (!this.records.continued()) throw damaged();
    this.at = this.records.from;
    if (this.isAtEnd) throw damaged();
  }
}
