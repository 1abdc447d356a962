import type { Row } from "./bands";
import type { Grid } from "./grid";

interface PlacedRow extends Row {
  readonly at: number;
}

/** A border of rows reaches over so much of the widest one. */
const REACHES = 0.5;
/** A line with more of the columns is a row of its own, whatever is drawn around it. */
const FULL = 0.7;

/**
 * Rows of a table. Where borders are drawn, all lines between two of them are one row, whose values
 * go on from line to line; unless several of these lines are full: then the borders only frame them.
 */
export function rowsOf(
  lines: readonly PlacedRow[],
  columns: number,
  { rows: edges }: Grid,
): readonly Row[] {
  const widest = edges.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const borders = bordersOf(edges, widest);
  const rows: Row[] = [];
  let border = 0;
  for (let from = 0; from < lines.length;) {
    const { at } = lines[from] as PlacedRow;
    while (border < borders.length && (borders[border] as number) > at) border += 1;
    const below = border < borders.length ? (borders[border] as number) : Infinity;
    let to = from + 1;
    // Without a border below nothing says that the row goes on.
    while (below !== Infinity && to < lines.length && (lines[to] as PlacedRow).at > below) to += 1;
    const group = lines.slice(from, to);
    const full = group.filter(({ cells }) => cells.length >= FULL * columns);
    if (group.length > 1 && full.length <= 1 && border > 0) rows.push(joined(group));
    else rows.push(...group);
    from = to;
  }
  return withWholeNumbers(rows);
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
function bordersOf(edges: Grid["rows"], widest: number): readonly number[] {
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
