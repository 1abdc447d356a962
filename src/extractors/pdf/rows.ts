import type { Row } from "./bands";
import type { Grid } from "./grid";

interface PlacedRow extends Row {
  readonly at: number;
  /** Of its letters. */
  readonly size: number;
}

/** A border of rows reaches over so much of the widest one. */
const REACHES = 0.5;
/** A line with more of the columns may be a row of its own. */
const FULL = 0.7;
/** So few borders, or so many lines between them, only frame a table. */
const FEWEST_GROUPS = 3;
const MOST_LINES = 4;

/**
 * Rows of a table. Where borders are drawn between rows, all lines between two of them are one row,
 * whose values go on from line to line. What only frames a table says nothing about its rows.
 */
export function rowsOf(
  lines: readonly PlacedRow[],
  columns: number,
  { rows: edges }: Grid,
): readonly Row[] {
  const groups = groupsOf(lines, bordersOf(edges));
  const isFull = ({ cells }: Row): boolean => cells.length >= FULL * columns;
  const several = groups.filter(({ length }) => length > 1);
  const uneven = several.filter((group) => !group.every(isFull));
  // Rows of which most go on in lines that say less than the first one.
  const isRuled =
    groups.length >= FEWEST_GROUPS &&
    lines.length <= MOST_LINES * groups.length &&
    uneven.length >= several.length / 2;
  const rows: Row[] = [];
  for (const group of groups) {
    const isOne = isRuled || (group.filter(isFull).length <= 1 && group.length <= MOST_LINES);
    if (isOne) rows.push(joined(group));
    else rows.push(...group);
  }
  return withWholeNumbers(rows);
}

/** Nearer than this, in parts of the font's size, letters of two rows would touch. */
const TOUCHING = 0.95;

/**
 * Lines that stand between the same two borders; where none are drawn, lines so near to each other
 * that they can only be the halves of values that are centred beside longer ones.
 */
function groupsOf(
  lines: readonly PlacedRow[],
  borders: readonly number[],
): readonly (readonly PlacedRow[])[] {
  const groups: PlacedRow[][] = [];
  let border = 0;
  let last: PlacedRow | null = null;
  let before = -1;
  for (const line of lines) {
    while (border < borders.length && (borders[border] as number) > line.at) border += 1;
    const here = border > 0 && border < borders.length ? border : -1;
    const isTouching =
      last !== null && last.at - line.at < TOUCHING * Math.min(last.size, line.size);
    const goesOn = here === before && (here >= 0 || isTouching);
    if (last !== null && goesOn) (groups[groups.length - 1] as PlacedRow[]).push(line);
    else groups.push([line]);
    before = here;
    last = line;
  }
  return groups;
}

/** Lines that a number goes on in, counted from where it was broken. */
const NEAR = 2;

/** Where nothing is drawn, a number that ends in a hyphen still goes on below it. */
function withWholeNumbers(rows: readonly Row[]): readonly Row[] {
  const whole = rows.map(({ cells }) => ({ cells: [...cells] }));
  whole.forEach(({ cells }, index) => {
    cells.forEach(([column, text], cell) => {
      if (!/\d-$/.test(text)) return;
      for (const below of whole.slice(index + 1, index + 1 + NEAR)) {
        const found = below.cells.findIndex(([each, rest]) => each === column && /^\d/.test(rest));
        if (found < 0) continue;
        cells[cell] = [column, text + (below.cells[found] as Row["cells"][number])[1]];
        below.cells.splice(found, 1);
        return;
      }
    });
  });
  return whole.filter(({ cells }) => cells.length > 0);
}

/** Pieces of one border stand side by side: borders of cells. */
function bordersOf(edges: Grid["rows"]): readonly number[] {
  const widest = edges.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const borders: number[] = [];
  for (let from = 0; from < edges.length;) {
    const { at } = edges[from] as Grid["rows"][number];
    let to = from;
    let length = 0;
    for (; to < edges.length; to++) {
      const edge = edges[to] as Grid["rows"][number];
      if (at - edge.at > 1) break;
      length += edge.to - edge.from;
    }
    if (length >= REACHES * widest) borders.push(at);
    from = to;
  }
  return borders;
}

function joined(lines: readonly Row[]): Row {
  const texts: string[] = [];
  for (const { cells } of lines) {
    for (const [column, text] of cells) {
      const before = texts[column];
      texts[column] = before === undefined ? text : before + seam(before, text) + text;
    }
  }
  const cells: [number, string][] = [];
  texts.forEach((text, column) => cells.push([column, text]));
  return { cells };
}

/** A line ends within a word of Japanese or a number, but between words of other languages. */
const seam = (before: string, after: string): string =>
  /[A-Za-z.,]$/.test(before) && /^[A-Z]/.test(after) ? " " : "";
