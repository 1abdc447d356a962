import { htmlTokens } from "../text/html-tokens";

/**
 * Decides for each table of a page, in the order of their opening tags, whether it holds data: two
 * cells side by side and no table inside. Tables around tables are a way of laying out pages.
 */
export function dataTables(html: string): readonly boolean[] {
  const verdicts: boolean[] = [];
  const open: { index: number; cells: number; widest: number; hasTable: boolean }[] = [];
  const close = (): void => {
    const table = open.pop();
    if (table) verdicts[table.index] = !table.hasTable && Math.max(table.widest, table.cells) > 1;
  };
  for (const token of htmlTokens(html)) {
    if (token.type !== "open" && token.type !== "close") continue;
    const isOpen = token.type === "open";
    const table = open[open.length - 1];
    if (token.name === "table") {
      if (!isOpen) close();
      else {
        if (table) table.hasTable = true;
        open.push({ index: verdicts.length, cells: 0, widest: 0, hasTable: false });
        verdicts.push(false);
      }
    } else if (table && isOpen && isRow(token.name)) {
      table.widest = Math.max(table.widest, table.cells);
      table.cells = 0;
    } else if (table && isOpen && isCell(token.name)) table.cells += 1;
  }
  while (open.length > 0) close();
  return verdicts;
}

/** Spreadsheets saved as XML name rows and cells in their own way. */
export const isRow = (name: string): boolean => name === "tr" || name === "row";
export const isCell = (name: string): boolean => name === "td" || name === "th" || name === "cell";

/** Cells that reach into later rows are followed in so many columns. */
const FOLLOWED_COLUMNS = 256;
const WIDEST_CELL = 64;

/** Finds the column of each cell, as a browser lays them out. */
export class TableGrid {
  row = 0;
  column = 0;
  private next = 0;
  /** Last row that a cell above fills, by column. */
  private readonly filled = new Uint32Array(FOLLOWED_COLUMNS);

  beginRow(): void {
    this.row += 1;
    this.next = 0;
  }

  /** `index` is a 1-based column that the cell names for itself, 0 where it does not. */
  beginCell(colSpan: number, rowSpan: number, index: number): void {
    if (this.row === 0) this.beginRow();
    if (index > 0) this.next = index - 1;
    while ((this.filled[this.next] ?? 0) >= this.row) this.next += 1;
    this.column = this.next;
    const width = Math.min(Math.max(colSpan, 1), WIDEST_CELL);
    this.next += width;
    if (rowSpan > 1) this.filled.fill(this.row + rowSpan - 1, this.column, this.next);
  }
}
