import type { AnswerOf, QueryOf } from "../../api/routes";
import { BATCH_LIMITS } from "../../core/limits";
import type { Place } from "../../core/place";
import type { TextBlock } from "../../core/text-block";
import { Budget } from "../../extractors/budget";
import { htmlBlocks } from "../../extractors/html-reader";
import { extract } from "../../extractors/registry";
import { unitsToString } from "../../text/units";
import { Refused } from "../refused";
import type { Reading } from "../storage/work";
import type { StoredRequest } from "../storage/requests";
import type { Caller } from "./desk";
import { attachmentBytes, contentOf, type Content } from "./mail";
import { maskCell, maskLine } from "./mask";
import type { DeskParts } from "./parts";
import { hereOf } from "./people";
import { readable, recordView } from "./reading";

const LINES = 200;
const LONGEST_LINE = 2000;

type Query = QueryOf<"requestText">;
type Line = AnswerOf<"requestText">["lines"][number];

/** Extracted text, never the thing itself; masked unless asked otherwise, and both on record. */
export function text(
  { storage }: DeskParts,
  caller: Caller,
  id: string,
  query: Query,
): Promise<AnswerOf<"requestText">> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now);
    const content = await contentOf(work, request);
    if (content === null) throw new Refused("api/not-found");
    const reveal = query.reveal === true;
    const { part, from = 0 } = query;
    await recordView(work, here, request, "content-viewed", {
      part: String(part),
      reveal: Number(reveal),
    });
    const lines = await linesOf(work, request, content, part, from, reveal);
    const isMore = lines.length > LINES;
    return { lines: lines.slice(0, LINES), next: isMore ? from + LINES : null };
  });
}

/** One line more than a page, if there is one. */
async function linesOf(
  reading: Reading,
  request: StoredRequest,
  content: Content,
  part: Query["part"],
  from: number,
  reveal: boolean,
): Promise<Line[]> {
  const lines: Line[] = [];
  let passed = 0;
  const budget = new Budget(BATCH_LIMITS, reading.clock);
  for (const event of await eventsOf(reading, request, content, part, budget)) {
    if (event.type !== "block") continue;
    const { block } = event;
    for (let row = 0; row < block.rowCount; row++) {
      if (passed++ < from) continue;
      lines.push(lineOf(block, row, reveal));
      if (lines.length > LINES) return lines;
    }
  }
  return lines;
}

async function eventsOf(
  reading: Reading,
  request: StoredRequest,
  content: Content,
  part: Query["part"],
  budget: Budget,
) {
  if (part === "body") {
    return htmlBlocks(content.mail.bodyHtml, { steps: [{ type: "body" }] }, budget);
  }
  const attachment = content.mail.attachments[part];
  if (attachment === undefined) throw new Refused("api/not-found");
  const bytes = await attachmentBytes(reading, request.id, content, part);
  const place: Place = { steps: [{ type: "file", name: attachment.name }] };
  budget.file(bytes.length);
  return extract({ name: attachment.name, bytes, place, depth: 0 }, budget);
}

function lineOf(block: TextBlock, row: number, reveal: boolean): Line {
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
