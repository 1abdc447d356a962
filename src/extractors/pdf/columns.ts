import type { Grid } from "./grid";
import type { Cell, Line } from "./lines";

/** Points of a page, which is the step of the ruler. */
const WIDEST = 20_000;
/** A gutter may be crossed by one line in so many: a title over all columns. */
const CROSSING = 20;
/** Borders that are nearer to each other are one, drawn twice. */
const SAME_BORDER = 2;
/** A column's border is drawn beside one line in so many, at least. */
const SELDOM = 3;

/** Where the columns of a table begin: by what is drawn between them, or by what is left free. */
export function columnsOf(lines: readonly Line[], grid: Grid): readonly number[] {
  const drawn = used(drawnColumns(lines, grid), lines);
  const free = used(freeColumns(lines), lines);
  // A frame around a table is drawn, too, and says nothing about what is in it.
  return drawn.length >= free.length ? drawn : free;
}

/** Those in which something begins; borders may be drawn twice. */
function used(columns: readonly number[], lines: readonly Line[]): readonly number[] {
  const isUsed = new Set<number>();
  for (const { cells, size } of lines) {
    for (const cell of cells) isUsed.add(columnOf(cell, columns, size));
  }
  return columns.filter((_, index) => isUsed.has(index));
}

function drawnColumns(lines: readonly Line[], grid: Grid): readonly number[] {
  const crossings: number[] = [];
  for (const { at, size } of lines) {
    let before = -Infinity;
    for (const border of grid.crossing(at + size / 3)) {
      if (border - before >= SAME_BORDER) crossings.push(border);
      before = border;
    }
  }
  crossings.sort((one, other) => one - other);
  const columns: number[] = [];
  for (let from = 0; from < crossings.length;) {
    const first = crossings[from] as number;
    let to = from;
    while (to < crossings.length && (crossings[to] as number) - first < SAME_BORDER) to += 1;
    if (to - from >= lines.length / SELDOM) columns.push(first);
    from = to;
  }
  return columns;
}

/** Found by where almost no line has anything. */
function freeColumns(lines: readonly Line[]): readonly number[] {
  let least = Infinity;
  let most = -Infinity;
  for (const { cells } of lines) {
    least = Math.min(least, (cells[0] as Cell).start);
    for (const { end } of cells) most = Math.max(most, end);
  }
  const width = Math.min(Math.ceil(most - least) + 2, WIDEST);
  const step = (at: number): number => Math.max(0, Math.min(width - 1, Math.round(at - least)));
  // Where a cell begins one more is there, where it ends one less.
  const changes = new Int32Array(width + 1);
  for (const { cells } of lines) {
    for (const { start, end } of cells) {
      changes[step(start)]! += 1;
      changes[Math.max(step(start) + 1, step(end))]! -= 1;
    }
  }
  const columns: number[] = [];
  let here = 0;
  let isGutter = true;
  for (let at = 0; at < width; at++) {
    here += changes[at] as number;
    const isFree = here <= lines.length / CROSSING;
    if (isGutter && !isFree) columns.push(least + at);
    isGutter = isFree;
  }
  return columns;
}

/** The last column that begins before the middle of the cell's first letter. */
export function columnOf({ start }: Cell, columns: readonly number[], size: number): number {
  let column = 0;
  while (column + 1 < columns.length && (columns[column + 1] as number) <= start + size / 2) {
    column += 1;
  }
  return column;
}
