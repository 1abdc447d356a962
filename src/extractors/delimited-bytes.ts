import type { BlockWriter } from "./block-writer";
import { DelimitedReader } from "./delimited";
import type { FoldedPairs } from "./folded-pairs";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const FIRST_PAIR = 0x80;

/** At once, so that the writer need not ask for room at every character. */
const CHUNK = 1 << 14;

/**
 * Reads delimiter-separated values straight from the bytes of a charset with pairs: decoding,
 * folding and splitting in one pass, in which a plain character costs one look-up. Whatever is not
 * plain goes to the reader of units, one by one, until the next cell begins.
 */
export class DelimitedBytes {
  private readonly reader: DelimitedReader;
  /** Folded characters of one byte; 0 for those that end a cell, too. */
  private readonly singles: Uint16Array;

  constructor(
    private readonly delimiter: number,
    private readonly writer: BlockWriter,
    private readonly charset: FoldedPairs,
  ) {
    this.reader = new DelimitedReader(delimiter, writer);
    this.singles = charset.singles.slice();
    for (const stop of [LF, CR, QUOTE, delimiter]) this.singles[stop] = 0;
  }

  /** Reads a chunk, stops behind a row that fills the writer, and says where it stopped. */
  feed(bytes: Uint8Array, from: number): number {
    const { reader, writer, charset } = this;
    const to = Math.min(bytes.length, from + CHUNK);
    let at = from;
    while (at < to) {
      if (reader.isBetweenCells && bytes[at] !== EQUALS) at = this.cells(bytes, at, to);
      if (at >= to || writer.full) break;
      reader.take(charset.unitAt(bytes, at));
      at += charset.sizeAt(bytes, at);
      if (writer.full) break;
    }
    return at;
  }

  end(): void {
    this.reader.end();
  }

  /** Plain cells from the beginning of one on. */
  private cells(bytes: Uint8Array, from: number, to: number): number {
    const { reader, writer, singles, delimiter } = this;
    const { pairs } = this.charset;
    const { text } = writer;
    text.reserve(to - from);
    const { units } = text;
    let length = text.length;
    let start = from;
    let at = from;
    while (at < to) {
      const byte = bytes[at] as number;
      const single = singles[byte] as number;
      if (single !== 0) {
        units[length++] = single;
        at += 1;
        continue;
      }
      const pair =
        byte < FIRST_PAIR ? 0 : (pairs[(byte << 8) | (bytes[at + 1] as number)] as number);
      if (pair !== 0) {
        units[length++] = pair;
        at += 2;
        continue;
      }
      text.length = length;
      if (byte === delimiter) reader.plainCell(at === start);
      else if (byte === CR || byte === LF) reader.plainRow(at === start, byte);
      else break;
      at += 1;
      start = at;
      if (bytes[at] === EQUALS || (byte !== delimiter && writer.full)) return at;
    }
    text.length = length;
    if (at > start) reader.begunCell();
    return at;
  }
}
