import { BATCH_LIMITS, type Limits } from "../../src/core/limits";
import type { Extraction } from "../../src/core/extraction";
import { Budget } from "../../src/extractors/budget";
import type { Extractor } from "../../src/extractors/extractor";
import { FORMATS } from "../../src/extractors/formats";
import { extract } from "../../src/extractors/registry";

/** What an extraction said, as plain values that outlive the extractor's buffers. */
export interface Reading {
  /** `row:column=text` for tables, `row=text` for prose. */
  readonly cells: string[];
  readonly layouts: string[];
  /** `code @ place` */
  readonly refusals: string[];
}

type Steps = { readonly steps: readonly { readonly type: string; readonly name?: string }[] };

const placeName = ({ steps }: Steps): string =>
  steps.map(({ type, name }) => (name === undefined ? type : `${type} ${name}`)).join(" > ");

export function collect(extraction: Extraction): Reading {
  const reading: Reading = { cells: [], layouts: [], refusals: [] };
  for (const event of extraction) {
    if (event.type === "refusal") {
      reading.refusals.push(`${event.refusal.code} @ ${placeName(event.refusal.place)}`);
    }
    if (event.type !== "block") continue;
    const { block } = event;
    const layout = `${block.layout} ${placeName(block.place)}`.trim();
    if (reading.layouts[reading.layouts.length - 1] !== layout) reading.layouts.push(layout);
    let cell = 0;
    for (let row = 0; row < block.rowCount; row++) {
      for (; cell < (block.rowEnds[row] ?? 0); cell++) {
        const start = cell === 0 ? 0 : block.cellEnds[cell - 1];
        const units = block.units.subarray(start, block.cellEnds[cell]);
        const column = block.layout === "table" ? `:${String(block.cellColumns[cell])}` : "";
        const text = Array.from(units, (unit) => String.fromCharCode(unit)).join("");
        reading.cells.push(`${String(block.rowNumbers[row])}${column}=${text}`);
      }
    }
  }
  return reading;
}

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** Reads a file as an attachment of a mail, through the registry. */
export function read(
  content: Uint8Array | string,
  name = "",
  limits?: Partial<Limits>,
  formats: readonly Extractor[] = FORMATS,
): Reading {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const budget = new Budget({ ...BATCH_LIMITS, ...limits }, () => 0);
  budget.file(bytes.length);
  return collect(extract({ name, bytes, place: { steps: [] }, depth: 0 }, budget, formats));
}
