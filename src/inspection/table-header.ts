import type { TextBlock } from "../core/text-block";
import type { Label } from "../detectors/labels";
import { classTable, DIGIT, SPACE } from "../detectors/characters";
import type { FormLabels } from "./form-labels";
import type { LabelBook } from "./label-book";

const LONGEST_CELL = 24;
/** Labels below labels in this many rows make a form, not a table. */
const ROWS_OF_A_FORM = 3;
/** Within a form so many words for goods and amounts are the header of a table. */
const LEAST_OF_GOODS = 3;

export type IsValue = (from: number, to: number) => boolean;

/** Labels by column; null for a cell that is no label. */
export type Header = ReadonlyMap<number, Label | null>;

const firstCell = (block: TextBlock, row: number): number =>
  row === 0 ? 0 : (block.rowEnds[row - 1] as number);

interface Cell {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly label: Label | null;
}

const columnsOf = (cells: readonly Cell[]): Set<number> =>
  new Set(cells.map(({ column }) => column));

/** Looks for the row that names the columns. */
export class HeaderFinder {
  private readonly classes = classTable();

  constructor(private readonly labels: LabelBook) {}

  /** Whether a row names the columns of those below it; `form` knows the labels above it. */
  isHeader(block: TextBlock, row: number, isValue: IsValue, form: FormLabels | null): boolean {
    let kinds = 0;
    let labels = 0;
    let cells = 0;
    let digits = 0;
    let goesOn = false;
    for (let cell = firstCell(block, row); cell < (block.rowEnds[row] as number); cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      const to = block.cellEnds[cell] as number;
      if (this.isBlank(block.units, from, to)) continue;
      if (to - from > LONGEST_CELL) return false;
      if (this.classes[block.units[from] as number] === DIGIT) {
        digits += 1;
        continue;
      }
      const label = this.labels.of(block.units, from, to);
      cells += 1;
      if (label) labels += 1;
      if (label && label.kind !== null) kinds += 1;
      if (!label && isValue(from, to)) return false;
      if (label && form?.isNear(block.cellColumns[cell] as number)) goesOn = true;
    }
    if (labels === 0 || (kinds === 0 && labels * 2 < cells)) return false;
    if (block.rowCount === row + 1 && cells + digits > 1) return false;
    // 氏名, 1日, 2日: columns of days, not a value beside its label.
    if (digits > 0 && !this.hasValueBelow(block, row, isValue)) return false;
    if (cells + digits === 1) return form !== null && form.used === 0 && this.isColumn(block, row);
    if (form && form.used > 0 && kinds === 0) return labels >= LEAST_OF_GOODS;
    if (kinds === 0 && labels === 1 && !this.isFilled(block, row, isValue)) return false;
    if (form?.alternates || this.isForm(block, row)) return false;
    const isPair = goesOn || (labels < cells && !this.isFilledBelow(block, row));
    return !isPair || this.hasValueBelow(block, row, isValue);
  }

  read(block: TextBlock, row: number): Header {
    const header = new Map<number, Label | null>();
    for (const { column, label } of this.cells(block, row)) header.set(column, label);
    return header;
  }

  /** Labels of kinds stand below each other in one column. */
  private isForm(block: TextBlock, row: number): boolean {
    const columns = new Set<number>();
    let rows = 0;
    for (let at = row; at < block.rowCount && rows < ROWS_OF_A_FORM; at++) {
      const cells = this.cells(block, at);
      if (cells.length > 0) rows += 1;
      for (const { column, label } of cells) {
        if (!label || label.kind === null) continue;
        if (at > row && columns.has(column)) return true;
        columns.add(column);
      }
    }
    return false;
  }

  /** The one cell of a row names a column if values of its own stand below it, and nothing beside. */
  private isColumn(block: TextBlock, row: number): boolean {
    const column = this.cells(block, row)[0]?.column;
    let rows = 0;
    for (let at = row + 1; at < block.rowCount && rows < ROWS_OF_A_FORM; at++) {
      const cells = this.cells(block, at);
      if (cells.length > 0) rows += 1;
      if (cells.some((cell) => cell.label !== null || cell.column !== column)) return false;
    }
    return true;
  }

  /** Below the one word for goods stands one of them in each row: 「見積書 | No. 12」 is a title. */
  private isFilled(block: TextBlock, row: number, isValue: IsValue): boolean {
    const column = this.cells(block, row).find(({ label }) => label !== null)?.column;
    const last = Math.min(block.rowCount, row + 1 + ROWS_OF_A_FORM);
    for (let at = row + 1; at < last; at++) {
      const below = this.cells(block, at).find((cell) => cell.column === column);
      if (!below || isValue(below.from, below.to)) return false;
    }
    return true;
  }

  /** The rows below have values in more than the first of the columns that are named. */
  private isFilledBelow(block: TextBlock, row: number): boolean {
    const others = columnsOf(this.cells(block, row).slice(1));
    const last = Math.min(block.rowCount, row + 1 + ROWS_OF_A_FORM);
    for (let at = row + 1; at < last; at++) {
      if (this.cells(block, at).some(({ column }) => others.has(column))) return true;
    }
    return false;
  }

  /** Straight below a label stands a name or a mail address. */
  private hasValueBelow(block: TextBlock, row: number, isValue: IsValue): boolean {
    const labels = columnsOf(
      this.cells(block, row).filter(({ label }) => label && label.kind !== null),
    );
    return this.cells(block, row + 1).some(
      ({ column, from, to }) => labels.has(column) && isValue(from, to),
    );
  }

  /** The cells of a row that hold something. */
  private cells(block: TextBlock, row: number): Cell[] {
    const cells: Cell[] = [];
    for (let cell = firstCell(block, row); cell < (block.rowEnds[row] as number); cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      const to = block.cellEnds[cell] as number;
      if (this.isBlank(block.units, from, to)) continue;
      const label = this.labels.of(block.units, from, to);
      cells.push({ column: block.cellColumns[cell] as number, from, to, label });
    }
    return cells;
  }

  private isBlank(units: Uint16Array, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.classes[units[i] as number] !== SPACE) return false;
    return true;
  }
}
