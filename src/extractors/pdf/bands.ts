import type { Grid } from "./grid";
import type { Line, Reading } from "./lines";
import { columnOf, columnsOf } from "./columns";
import { rowsOf } from "./rows";

/** A row of a table, by its columns; a line of prose has one cell in column 0. */
export interface Row {
  readonly cells: readonly (readonly [column: number, text: string])[];
}

/** Lines that follow each other and are read alike. */
export interface Band {
  readonly isTable: boolean;
  readonly rows: readonly Row[];
}

/** Fewer lines of several cells side by side are no table. */
const FEWEST_ROWS = 3;
/** Lines of one cell that may stand in a table: a value that goes on below, a title between. */
const MOST_BETWEEN = 2;

/** Parts of a page: tables, and what stands between them. */
export function bandsOf({ lines, grid }: Reading): readonly Band[] {
  const bands: Band[] = [];
  let prose: Row[] = [];
  const endProse = (): void => {
    if (prose.length > 0) bands.push({ isTable: false, rows: prose });
    prose = [];
  };
  for (let at = 0; at < lines.length;) {
    const end = tableEnd(lines, at);
    if (end > at) {
      endProse();
      bands.push(tableOf(lines.slice(at, end), grid));
      at = end;
    } else prose.push(proseRow(lines[at++] as Line));
  }
  endProse();
  return bands;
}

const proseRow = ({ cells }: Line): Row => ({
  cells: [[0, cells.map(({ text }) => text).join(" ")]],
});

/** Behind the table that begins here, or `from` where none does. */
function tableEnd(lines: readonly Line[], from: number): number {
  let rows = 0;
  let between = 0;
  let end = from;
  for (let at = from; at < lines.length; at++) {
    if ((lines[at] as Line).cells.length > 1) {
      rows += 1;
      between = 0;
      end = at + 1;
    } else if (rows === 0 || ++between > MOST_BETWEEN) break;
  }
  return rows >= FEWEST_ROWS ? end : from;
}

function tableOf(lines: readonly Line[], grid: Grid): Band {
  const columns = columnsOf(lines, grid);
  const rows = lines.map((line) => ({
    at: line.at,
    size: line.size,
    cells: cellsOf(line, columns),
  }));
  return { isTable: true, rows: rowsOf(rows, columns.length, grid) };
}

/** Two pieces in one column are one value. */
function cellsOf({ cells, size }: Line, columns: readonly number[]): Row["cells"] {
  const found: [number, string][] = [];
  for (const cell of cells) {
    const column = columnOf(cell, columns, size);
    const last = found[found.length - 1];
    if (last && last[0] === column) last[1] += ` ${cell.text}`;
    else found.push([column, cell.text]);
  }
  return found;
}
