import type { TextBlock } from "../core/text-block";
import type { Label } from "../detectors/labels";
import { classTable, DIGIT } from "../detectors/characters";
import type { LabelBook } from "./label-book";

/** A header stands behind so many rows of titles at most. */
const LATEST_HEADER = 30;
const LONGEST_CELL = 24;
/** Labels below labels in this many rows make a form, not a table. */
const ROWS_OF_A_FORM = 3;

/** Labels by column; null for a cell that is no label. */
export type Header = ReadonlyMap<number, Label | null>;

const firstCell = (block: TextBlock, row: number): number =>
  row === 0 ? 0 : (block.rowEnds[row - 1] as number);

/** Looks for the row that names the columns. */
export class HeaderFinder {
  private readonly classes = classTable();

  constructor(private readonly labels: LabelBook) {}

  /** The first row from `from` on, within reach, that is a header; -1 where there is none. */
  find(block: TextBlock, from: number, isValue: (from: number, to: number) => boolean): number {
    const last = Math.min(block.rowCount, from + LATEST_HEADER);
    for (let row = from; row < last; row++) if (this.isHeader(block, row, isValue)) return row;
    return -1;
  }

  isHeader(block: TextBlock, row: number, isValue: (from: number, to: number) => boolean): boolean {
    let kinds = 0;
    let labels = 0;
    let cells = 0;
    for (let cell = firstCell(block, row); cell < (block.rowEnds[row] as number); cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      const to = block.cellEnds[cell] as number;
      if (to === from) continue;
      if (this.classes[block.units[from] as number] === DIGIT || to - from > LONGEST_CELL)
        return false;
      const label = this.labels.of(block.units, from, to);
      cells += 1;
      if (label) labels += 1;
      if (label && label.kind !== null) kinds += 1;
      if (!label && isValue(from, to)) return false;
    }
    if (labels === 0 || (kinds === 0 && labels * 2 < cells)) return false;
    return cells === 1 || (!this.isForm(block, row) && block.rowCount > row + 1);
  }

  read(block: TextBlock, row: number): Header {
    const header = new Map<number, Label | null>();
    for (let cell = firstCell(block, row); cell < (block.rowEnds[row] as number); cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      const label = this.labels.of(block.units, from, block.cellEnds[cell] as number);
      header.set(block.cellColumns[cell] as number, label);
    }
    return header;
  }

  /** Labels of kinds stand below each other in one column. */
  private isForm(block: TextBlock, row: number): boolean {
    const columns = new Set<number>();
    for (let at = row; at < Math.min(block.rowCount, row + ROWS_OF_A_FORM); at++) {
      for (let cell = firstCell(block, at); cell < (block.rowEnds[at] as number); cell++) {
        const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
        const label = this.labels.of(block.units, from, block.cellEnds[cell] as number);
        if (!label || label.kind === null) continue;
        const column = block.cellColumns[cell] as number;
        if (at > row && columns.has(column)) return true;
        columns.add(column);
      }
    }
    return false;
  }
}
