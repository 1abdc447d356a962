import type { BlockWriter } from "./block-writer";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const EQUALS = 0x3d;

/** Excel's longest cell: a quote still open after so many units is a stray one, not a cell. */
const LONGEST_CELL = 32767;

const CELL_START = 0;
const IN_CELL = 1;
const QUOTED = 2;
/** A quote inside a quoted cell: the end of it, or the first of two that mean one. */
const AFTER_QUOTE = 3;
/** `="090…"` is how lists keep Excel from dropping a leading zero. */
const AFTER_EQUALS = 4;

/**
 * Reads delimiter-separated values into rows of cells: quotes as in RFC 4180, line breaks inside
 * quoted cells, any line end, rows of unequal length. Empty cells are left out, and every row
 * counts for the row number, as in a spreadsheet.
 */
export class DelimitedReader {
  private state = CELL_START;
  private isEmpty = true;
  private column = 0;
  private row = 1;
  private wasCr = false;
  private quotedUnits = 0;
  /** Marks the units that may end a cell or begin a quoted part of one. */
  private readonly stops = new Uint8Array(128);

  constructor(
    private readonly delimiter: number,
    private readonly writer: BlockWriter,
  ) {
    for (const stop of [LF, CR, QUOTE, delimiter]) this.stops[stop] = 1;
  }

  /** Reads units from..to, stops behind a row that fills the writer, and says where it stopped. */
  feed(units: Uint16Array, from: number, to: number): number {
    const { writer, stops } = this;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      if (this.state === QUOTED) this.quoted(unit);
      else if (unit < 128 && stops[unit] !== 0) {
        if (this.special(unit) && writer.full) return i + 1;
      } else if (this.state !== IN_CELL && this.begin(unit)) continue;
      else i = writer.run(units, i, to, stops) - 1;
    }
    return to;
  }

  end(): void {
    this.endRow();
  }

  /** One unit, whatever it is. */
  take(unit: number): void {
    if (this.state === QUOTED) this.quoted(unit);
    else if (unit < 128 && this.stops[unit] !== 0) this.special(unit);
    else if (this.state === IN_CELL || !this.begin(unit)) this.writer.unit(unit);
  }

  // For who finds cells by itself (delimited-bytes.ts), as long as they are plain:

  /** Nothing of the next cell was read yet. */
  get isBetweenCells(): boolean {
    return this.state === CELL_START;
  }

  /** A cell without quotes stands in the writer, and its delimiter is read. */
  plainCell(isEmpty: boolean): void {
    if (!isEmpty) this.writer.endCell(this.column);
    this.column += 1;
    this.wasCr = false;
  }

  /** The same, and the end of the row is read: one sign, CR or LF. */
  plainRow(isEmpty: boolean, sign: number): void {
    const isSecond = isEmpty && sign === LF && this.wasCr && this.column === 0;
    this.wasCr = sign === CR;
    if (isSecond) return;
    if (!isEmpty) this.writer.endCell(this.column);
    this.writer.endRow(this.row);
    this.row += 1;
    this.column = 0;
  }

  /** The beginning of a cell stands in the writer. */
  begunCell(): void {
    this.state = IN_CELL;
    this.isEmpty = false;
  }

  private quoted(unit: number): void {
    if (unit === QUOTE) this.state = AFTER_QUOTE;
    else {
      this.put(unit);
      this.quotedUnits += 1;
      if (this.quotedUnits > LONGEST_CELL) this.state = IN_CELL;
    }
  }

  /** A delimiter, quote or line end outside quotes; true behind the end of a row. */
  private special(unit: number): boolean {
    const afterCr = this.wasCr;
    this.wasCr = unit === CR;
    if (unit === QUOTE) {
      this.quote();
      return false;
    }
    if (unit === this.delimiter) {
      this.endCell();
      return false;
    }
    if (unit === LF && afterCr && this.state === CELL_START && this.column === 0) return false;
    this.endRow();
    return true;
  }

  private quote(): void {
    if (this.state === IN_CELL) {
      this.put(QUOTE);
      return;
    }
    if (this.state === AFTER_QUOTE) this.put(QUOTE);
    else this.quotedUnits = 0;
    this.state = QUOTED;
  }

  /** The first unit of a cell, or one right behind its closing quote; true if it is used up. */
  private begin(unit: number): boolean {
    if (this.state === CELL_START && unit === EQUALS) {
      this.state = AFTER_EQUALS;
      return true;
    }
    if (this.state === AFTER_EQUALS) this.put(EQUALS);
    this.state = IN_CELL;
    this.isEmpty = false;
    return false;
  }

  private put(unit: number): void {
    this.isEmpty = false;
    this.writer.unit(unit);
  }

  private endCell(): void {
    if (!this.isEmpty) this.writer.endCell(this.column);
    this.isEmpty = true;
    this.column += 1;
    this.state = CELL_START;
  }

  private endRow(): void {
    this.endCell();
    this.writer.endRow(this.row);
    this.row += 1;
    this.column = 0;
  }
}
