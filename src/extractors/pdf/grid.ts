import { along } from "./turn";
import type { Rule } from "./page-text";

/** A drawn line, seen along the lines of text: it stands at one place, and reaches over a range. */
interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const STRAIGHT = 1;

/** The drawn lines of a page as rows and columns of text that runs in one direction see them. */
export class Grid {
  /** Across the text: borders of rows, from the top down. */
  readonly rows: readonly Edge[];
  /** Along the text: borders of columns, from left to right. */
  readonly columns: readonly Edge[];

  constructor(rules: readonly Rule[], turn: number) {
    const rows: Edge[] = [];
    const columns: Edge[] = [];
    const next = (turn + 1) & 3;
    for (const { x, y, toX, toY } of rules) {
      const [start, end] = [along(turn, x, y), along(turn, toX, toY)];
      const [high, low] = [along(next, x, y), along(next, toX, toY)];
      if (Math.abs(high - low) < STRAIGHT) rows.push(edge(high, start, end));
      else if (Math.abs(start - end) < STRAIGHT) columns.push(edge(start, high, low));
    }
    this.rows = rows.sort((one, other) => other.at - one.at);
    this.columns = columns.sort((one, other) => one.at - other.at);
  }

  /** Where borders of columns cross a line of text, from left to right. */
  crossing(line: number): readonly number[] {
    return this.columns.filter(({ from, to }) => from <= line && line <= to).map(({ at }) => at);
  }
}

const edge = (at: number, one: number, other: number): Edge => ({
  at,
  from: Math.min(one, other),
  to: Math.max(one, other),
});
