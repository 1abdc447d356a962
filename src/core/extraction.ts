import type { Refusal } from "./refusal";
import type { TextBlock } from "./text-block";

/** What an extractor has to say; a step is a sign of life between blocks (for progress and cancel). */
export type ExtractionEvent =
  | { readonly type: "block"; readonly block: TextBlock }
  | { readonly type: "refusal"; readonly refusal: Refusal }
  | { readonly type: "step" };

/** Synchronous, in bounded steps; the driver decides whether to run to the end or to breathe. */
export type Extraction = Generator<ExtractionEvent, void, void>;
