import type { Place } from "../core/place";
import type { TextBlock } from "../core/text-block";
import type { Budget } from "./budget";
import { FoldedText } from "./folded-text";

/** A block is handed over once it holds this many units, cells or rows. */
const FULL_UNITS = 1 << 15;
const MAX_CELLS = 1 << 13;
const MAX_ROWS = 1 << 12;

/**
 * Collects folded text into rows of cells and hands it over in bounded blocks, over the same
 * buffers again and again. Usage: `unit`… `endCell`… `endRow`, then `take` when `full` or at the end.
 */
export class BlockWriter {
  /** The cell being written; extractors with much text write here without a detour. */
  readonly text: FoldedText;
  private cellEnds = new Uint32Array(MAX_CELLS);
  private cellColumns = new Uint16Array(MAX_CELLS);
  private rowEnds = new Uint32Array(MAX_ROWS);
  private rowNumbers = new Uint32Array(MAX_ROWS);
  private cellCount = 0;
  private rowCount = 0;

  constructor(
    private place: Place,
    private readonly layout: TextBlock["layout"],
    private readonly budget: Budget,
  ) {
    this.text = new FoldedText(budget.limits.textUnits, FULL_UNITS * 2);
  }

  /** Begins another table or text; the rows so far must have been taken. */
  moveTo(place: Place): void {
    this.place = place;
  }

  /** One UTF-16 code unit, folded on the way in. */
  unit(unit: number): void {
    this.text.unit(unit);
  }

  /**
   * Many units at once, for texts of megabytes: from..to, or up to the first one below 128 whose
   * place in `stops` is not 0. Says where it stopped.
   */
  run(source: Uint16Array, from: number, to: number, stops: Uint8Array): number {
    return this.text.run(source, from, to, stops);
  }

  string(text: string): void {
    for (let i = 0; i < text.length; i++) this.text.unit(text.charCodeAt(i));
  }

  endCell(column: number): void {
    if (this.cellCount === this.cellEnds.length) this.growCells();
    this.text.mark = this.text.length;
    this.cellEnds[this.cellCount] = this.text.mark;
    this.cellColumns[this.cellCount] = column;
    this.cellCount += 1;
  }

  /** A row without cells is dropped. */
  endRow(rowNumber: number): void {
    if (this.cellCount === this.firstCell) return;
    if (this.rowCount === this.rowEnds.length) this.growRows();
    this.rowEnds[this.rowCount] = this.cellCount;
    this.rowNumbers[this.rowCount] = rowNumber;
    this.rowCount += 1;
  }

  /** A whole line of prose. */
  line(text: string, rowNumber: number): void {
    this.string(text);
    this.endCell(0);
    this.endRow(rowNumber);
  }

  /** Never within a row, which taking the block would lose: a row in hand ends first. */
  get full(): boolean {
    const isMuch =
      this.text.length >= FULL_UNITS ||
      this.cellCount >= MAX_CELLS - 256 ||
      this.rowCount >= MAX_ROWS - 1;
    return isMuch && !this.open && this.cellCount === this.firstCell;
  }

  /** A cell was begun and holds text. */
  get open(): boolean {
    return this.text.length > this.text.mark;
  }

  get empty(): boolean {
    return this.rowCount === 0;
  }

  /** The rows so far; the next write overwrites them. */
  take(): TextBlock {
    this.budget.text(this.text.length);
    this.budget.time();
    const block: TextBlock = {
      layout: this.layout,
      place: this.place,
      units: this.text.units,
      cellEnds: this.cellEnds,
      cellColumns: this.cellColumns,
      rowEnds: this.rowEnds,
      rowNumbers: this.rowNumbers,
      rowCount: this.rowCount,
    };
    this.text.length = 0;
    this.text.mark = 0;
    this.cellCount = 0;
    this.rowCount = 0;
    return block;
  }

  /** Of the row being written. */
  private get firstCell(): number {
    return this.rowCount === 0 ? 0 : (this.rowEnds[this.rowCount - 1] as number);
  }

  private growCells(): void {
    const ends = new Uint32Array(this.cellEnds.length * 2);
    ends.set(this.cellEnds);
    this.cellEnds = ends;
    const columns = new Uint16Array(ends.length);
    columns.set(this.cellColumns);
    this.cellColumns = columns;
  }

  private growRows(): void {
    const ends = new Uint32Array(this.rowEnds.length * 2);
    ends.set(this.rowEnds);
    this.rowEnds = ends;
    const numbers = new Uint32Array(ends.length);
    numbers.set(this.rowNumbers);
    this.rowNumbers = numbers;
  }
}
