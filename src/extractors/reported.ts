import type { Extraction } from "../core/extraction";
import type { Place } from "../core/place";
import type { RefusalCode } from "../core/refusal";
import type { BlockWriter } from "./block-writer";
import { Refused } from "./refused";

/** Whoever comes next would be refused for the same reason: the whole file is. */
const SPENT: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "extract/too-large",
  "extract/too-slow",
  "extract/too-many-entries",
]);

export const refusal = (
  code: RefusalCode,
  place: Place,
): { readonly type: "refusal"; readonly refusal: { code: RefusalCode; place: Place } } => ({
  type: "refusal",
  refusal: { code, place },
});

/**
 * Reads one part of a file; what cannot be read there is reported, and the other parts still are.
 * Rows that `writers` hold by then are given, too: half a list is worth more than none.
 */
export function* reported(
  place: Place,
  read: () => Extraction,
  writers: readonly BlockWriter[] = [],
): Extraction {
  try {
    yield* read();
  } catch (error) {
    if (!(error instanceof Refused) || SPENT.has(error.code)) throw error;
    for (const writer of writers) {
      const block = writer.take();
      if (block.rowCount > 0) yield { type: "block", block };
    }
    yield refusal(error.code, place);
  }
}
