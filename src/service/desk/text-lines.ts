import type { TextPage } from "../../api/requests";
import { BATCH_LIMITS } from "../../core/limits";
import type { Place } from "../../core/place";
import type { TextBlock } from "../../core/text-block";
import { Budget } from "../../extractors/budget";
import { htmlBlocks } from "../../extractors/html-reader";
import { extract } from "../../extractors/registry";
import { unitsToString } from "../../text/units";
import { maskCell, maskLine } from "./mask";

export type TextLine = TextPage["lines"][number];

/** What is to be read: the HTML of a body, or a file. */
export type TextSource =
  | { readonly type: "body"; readonly html: string }
  | { readonly type: "file"; readonly name: string; readonly bytes: Uint8Array };

export interface TextJob {
  readonly source: TextSource;
  /** So many lines are passed over, and so many read at most. */
  readonly from: number;
  readonly most: number;
  /** Shows what is masked otherwise. */
  readonly reveal: boolean;
}

const LONGEST_LINE = 2000;

/** The extracted text of a part, a row a line. */
export function textLines({ source, from, most, reveal }: TextJob): readonly TextLine[] {
  const lines: TextLine[] = [];
  let passed = 0;
  for (const event of eventsOf(source, new Budget(BATCH_LIMITS, Date.now))) {
    if (event.type !== "block") continue;
    const { block } = event;
    for (let row = 0; row < block.rowCount; row++) {
      if (passed++ < from) continue;
      if (lines.length >= most) return lines;
      lines.push(lineOf(block, row, reveal));
    }
  }
  return lines;
}

function eventsOf(source: TextSource, budget: Budget) {
  if (source.type === "body") return htmlBlocks(source.html, { steps: [{ type: "body" }] }, budget);
  const { name, bytes } = source;
  const place: Place = { steps: [{ type: "file", name }] };
  budget.file(bytes.length);
  return extract({ name, bytes, place, depth: 0 }, budget);
}

function lineOf(block: TextBlock, row: number, reveal: boolean): TextLine {
  const first = row === 0 ? 0 : (block.rowEnds[row - 1] as number);
  const cells: string[] = [];
  for (let cell = first; cell < (block.rowEnds[row] as number); cell++) {
    const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
    const to = Math.min(block.cellEnds[cell] as number, from + LONGEST_LINE);
    const value = unitsToString(block.units, from, to);
    if (reveal) cells.push(value);
    else
      cells.push(
        block.layout === "table" ? maskCell(value, rowNumber(block, row)) : maskLine(value),
      );
  }
  const place: Place = { steps: block.place.steps, row: rowNumber(block, row) };
  return { place, text: cells.join("\t") };
}

const rowNumber = (block: TextBlock, row: number): number => block.rowNumbers[row] as number;
