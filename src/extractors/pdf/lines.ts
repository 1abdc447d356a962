import { Grid } from "./grid";
import { CELL_GAP, type PageText, type Run, spaceBetween } from "./page-text";

/** A piece of a line that stands apart from the others on it. */
export interface Cell {
  text: string;
  readonly start: number;
  end: number;
}

export interface Line {
  readonly cells: readonly Cell[];
  readonly turn: number;
  readonly size: number;
  /** How far up the page it stands, as `line` of its runs. */
  readonly at: number;
}

/** Lines that run in one direction, and the lines drawn around them. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly grid: Grid;
}

/** Runs whose baselines differ by less stand on one line; in parts of the smaller font's size. */
const SAME_LINE = 0.45;
/** Drawn twice to look bold. */
const SAME_PLACE = 0.3;
/** So far above its baseline is the middle of a letter. */
const MIDDLE = 0.3;
/** A letter may stand so far over a border. */
const OVERLAP = 0.3;

/** Lines as they are read, from the top down, whatever the order in which they were drawn. */
export function readingsOf({ runs, rules }: PageText): readonly Reading[] {
  const readings: Reading[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const turned = runs.filter((run) => run.turn === turn && run.text.trim() !== "");
    if (turned.length === 0) continue;
    const grid = new Grid(rules, turn);
    readings.push({ lines: linesOf(turned, grid), grid });
  }
  return readings;
}

function linesOf(runs: Run[], grid: Grid): readonly Line[] {
  runs.sort((one, other) => other.line - one.line);
  const lines: Line[] = [];
  for (let from = 0; from < runs.length;) {
    const first = runs[from] as Run;
    let to = from + 1;
    for (; to < runs.length; to++) {
      const next = runs[to] as Run;
      if (first.line - next.line > SAME_LINE * Math.min(first.size, next.size)) break;
    }
    lines.push(lineOf(runs.slice(from, to), grid));
    from = to;
  }
  return lines;
}

function lineOf(runs: Run[], grid: Grid): Line {
  runs.sort((one, other) => one.start - other.start);
  const [first] = runs as [Run, ...Run[]];
  const borders = grid.crossing(first.line + MIDDLE * first.size);
  const cells: Cell[] = [];
  let before: Run | null = null;
  let cell: Cell = { text: "", start: first.start, end: first.start };
  let border = 0;
  for (const run of runs) {
    const { text, start, end, size } = run;
    if (before?.text === text && start - before.start < SAME_PLACE * size) continue;
    const gap = (start - cell.end) / size;
    const slack = OVERLAP * size;
    while (border < borders.length && (borders[border] as number) < cell.end - slack) border += 1;
    const isBorder = border < borders.length && (borders[border] as number) <= start + slack;
    if (before === null || gap >= CELL_GAP || isBorder) {
      cell = { text, start, end };
      cells.push(cell);
    } else {
      cell.text += spaceBetween(cell.text, gap, text) + text;
      cell.end = Math.max(cell.end, end);
    }
    before = run;
  }
  return { cells, turn: first.turn, size: first.size, at: first.line };
}
