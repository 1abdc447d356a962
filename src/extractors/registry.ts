import type { Extraction } from "../core/extraction";
import type { Budget } from "./budget";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { FORMATS } from "./formats";
import { Refused } from "./refused";

/**
 * Reads one file with the extractor that recognises its bytes. Always says something: blocks of
 * text, a refusal, or both; a file that no extractor recognises is refused as unknown.
 */
export function* extract(
  source: Source,
  budget: Budget,
  formats: readonly Extractor[] = FORMATS,
): Extraction {
  const context: ExtractionContext = {
    budget,
    nested: (inner) => extract(inner, budget, formats),
  };
  try {
    budget.depth(source.depth);
    budget.time();
    const extractor = formats.find((each) => each.accepts(source.bytes, source.name));
    if (!extractor) throw new Refused("extract/unknown");
    yield* extractor.extract(source, context);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { type: "refusal", refusal: { code: error.code, place: source.place } };
  }
}
