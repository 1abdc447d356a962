import type { Place } from "../core/place";
import type { TextBlock } from "../core/text-block";
import { DROPPED, foldTable, isVariation, voiced } from "../text/fold";
import type { Budget } from "./budget";
import { Refused } from "./refused";

/** A block is handed over once it holds this many units, cells or rows. */
const FULL_UNITS = 1 << 15;
const MAX_CELLS = 1 << 13;
const MAX_ROWS = 1 << 12;

const VOICED_MARK = 0x3099;
const SEMI_VOICED_MARK = 0x309a;

/** Neither dropped nor, perhaps, a part of the character before it. */
const isPlain = (folded: number): boolean =>
  folded < VOICED_MARK
    ? folded !== DROPPED
    : folded > SEMI_VOICED_MARK && (folded < 0xdd00 || folded > 0xddef);

/**
 * Collects folded text into rows of cells and hands it over in bounded blocks, over the same
 * buffers again and again. Usage: `unit`… `endCell`… `endRow`, then `take` when `full` or at the end.
 */
export class BlockWriter {
  private units = new Uint16Array(FULL_UNITS * 2);
  private cellEnds = new Uint32Array(MAX_CELLS);
  private cellColumns = new Uint16Array(MAX_CELLS);
  private rowEnds = new Uint32Array(MAX_ROWS);
  private rowNumbers = new Uint32Array(MAX_ROWS);
  private unitCount = 0;
  private cellCount = 0;
  private rowCount = 0;
  private readonly fold = foldTable();

  constructor(
    private place: Place,
    private readonly layout: TextBlock["layout"],
    private readonly budget: Budget,
  ) {}

  /** Begins another table or text; the rows so far must have been taken. */
  moveTo(place: Place): void {
    this.place = place;
  }

  /** One UTF-16 code unit, folded on the way in. */
  unit(unit: number): void {
    if (this.unitCount === this.units.length) this.growUnits();
    const folded = this.fold[unit] as number;
    if (folded === DROPPED) return;
    if (folded >= 0xdd00 && folded <= 0xddef && this.dropVariation(folded)) return;
    if (folded === VOICED_MARK || folded === SEMI_VOICED_MARK) {
      if (this.joinVoiced(folded)) return;
    }
    this.units[this.unitCount++] = folded;
  }

  /**
   * Many units at once, for texts of megabytes: from..to, or up to the first one below 128 whose
   * place in `stops` is not 0. Says where it stopped.
   */
  run(source: Uint16Array, from: number, to: number, stops: Uint8Array): number {
    while (this.unitCount + to - from > this.units.length) this.growUnits();
    const { units, fold } = this;
    let count = this.unitCount;
    let i = from;
    for (; i < to; i++) {
      const unit = source[i] as number;
      if (unit < 128 && stops[unit] !== 0) break;
      const folded = fold[unit] as number;
      if (isPlain(folded)) units[count++] = folded;
      else {
        this.unitCount = count;
        this.unit(unit);
        count = this.unitCount;
      }
    }
    this.unitCount = count;
    return i;
  }

  string(text: string): void {
    for (let i = 0; i < text.length; i++) this.unit(text.charCodeAt(i));
  }

  endCell(column: number): void {
    if (this.cellCount === this.cellEnds.length) this.growCells();
    this.cellEnds[this.cellCount] = this.unitCount;
    this.cellColumns[this.cellCount] = column;
    this.cellCount += 1;
  }

  /** A row without cells is dropped. */
  endRow(rowNumber: number): void {
    const first = this.rowCount === 0 ? 0 : (this.rowEnds[this.rowCount - 1] as number);
    if (this.cellCount === first) return;
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

  /** To be asked after each row. */
  get full(): boolean {
    return (
      this.unitCount >= FULL_UNITS ||
      this.cellCount >= MAX_CELLS - 256 ||
      this.rowCount >= MAX_ROWS - 1
    );
  }

  get empty(): boolean {
    return this.rowCount === 0;
  }

  /** The rows so far; the next write overwrites them. */
  take(): TextBlock {
    this.budget.text(this.unitCount);
    this.budget.time();
    const block: TextBlock = {
      layout: this.layout,
      place: this.place,
      units: this.units,
      cellEnds: this.cellEnds,
      cellColumns: this.cellColumns,
      rowEnds: this.rowEnds,
      rowNumbers: this.rowNumbers,
      rowCount: this.rowCount,
    };
    this.unitCount = 0;
    this.cellCount = 0;
    this.rowCount = 0;
    return block;
  }

  /** A half-width kana and its separate voicing mark are one character: ｶﾞ is ガ. */
  private joinVoiced(mark: number): boolean {
    const cellStart = this.cellCount === 0 ? 0 : (this.cellEnds[this.cellCount - 1] as number);
    if (this.unitCount === cellStart) return false;
    const joined = voiced(this.units[this.unitCount - 1] as number, mark);
    if (joined === 0) return false;
    this.units[this.unitCount - 1] = joined;
    return true;
  }

  /** A variation selector says how to draw the character before it, not which one it is. */
  private dropVariation(low: number): boolean {
    if (this.unitCount === 0) return false;
    if (!isVariation(this.units[this.unitCount - 1] as number, low)) return false;
    this.unitCount -= 1;
    return true;
  }

  private growUnits(): void {
    if (this.unitCount > this.budget.limits.textUnits) throw new Refused("extract/too-large");
    const grown = new Uint16Array(this.units.length * 2);
    grown.set(this.units);
    this.units = grown;
  }

  private growCells(): void {
    const ends = new Uint32Array(this.cellEnds.length * 2);
    ends.set(this.cellEnds);
    this.cellEnds = ends;
    const columns = new Uint16Array(ends.length);
    columns.set(this.cellColumns);
    this.cellColumns = columns;
  }
}
