import { drive } from "../../src/core/drive";
import { Budget } from "../../src/extractors/budget";
import { extract } from "../../src/extractors/registry";
import { BATCH_LIMITS } from "../../src/core/limits";
import { inspectFile, type FileReport } from "../../src/inspection/inspect-file";
import type { Input } from "./inputs";
import { measure, median, quantile } from "./measure";
import type { Section } from "./table";

const OPTIONS = { insideDomains: ["sakura-motors.example"], limits: BATCH_LIMITS, clock: Date.now };

/** The ratio compares the runs that were disturbed least: a long run is interrupted more often. */
const QUIET = 0.25;

/** A view of its own, as of a file just read: what was found out about its charset is not known. */
export const lookInto = ({ fileName }: Input, bytes: Uint8Array): FileReport =>
  drive(inspectFile(fileName, bytes.subarray(), OPTIONS));

/** Text alone, of which nothing is asked. */
export function readText({ fileName }: Input, bytes: Uint8Array): number {
  const budget = new Budget(BATCH_LIMITS, Date.now);
  budget.file(bytes.length);
  const source = { name: fileName, bytes: bytes.subarray(), place: { steps: [] }, depth: 0 };
  let rows = 0;
  for (const event of extract(source, budget)) {
    if (event.type === "block") rows += event.block.rowCount;
  }
  return rows;
}

export interface Effort {
  readonly runs: number;
  readonly warmUp: number;
}

/** Inspection of each file beside its floor, in turn in this process. */
export function readingSection(
  files: ReadonlyMap<Input, Uint8Array>,
  effort: (input: Input) => Effort,
): Section {
  const rows = Array.from(files, ([input, bytes]) => {
    const { runs, warmUp } = effort(input);
    const { persons, refusals } = lookInto(input, bytes);
    if (refusals.length > 0) throw new Error(`${input.title}: ${refusals[0]?.code}`);
    const [whole, text, floor] = measure(
      [() => lookInto(input, bytes), () => readText(input, bytes), input.floor(bytes)],
      runs,
      warmUp,
    );
    if (!whole || !text || !floor) throw new Error("nothing was measured");
    return {
      input: input.title,
      "ms median": median(whole),
      "ms p95": quantile(whole, 0.95),
      "ms floor": median(floor),
      ratio: quantile(whole, QUIET) / quantile(floor, QUIET),
      "of text": quantile(text, QUIET) / quantile(floor, QUIET),
      "MB of bytes": bytes.length / 2 ** 20,
      persons,
    };
  });
  return { id: "reading", title: "Looking into one file, beside its floor", rows };
}
