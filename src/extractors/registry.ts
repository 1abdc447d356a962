import type { Extraction } from "../core/extraction";
import { archive } from "./archive";
import type { Budget } from "./budget";
import { eml } from "./eml";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { html } from "./html";
import { pdf } from "./pdf/pdf";
import { plainText } from "./plain-text";
import { Refused } from "./refused";
import { refusedTypes } from "./refused-types";

/** Asked in this order: containers and documents by their magic bytes, texts last. */
export const EXTRACTORS: readonly Extractor[] = [
  pdf,
  refusedTypes,
  archive,
  // Texts last.
  eml,
  html,
  plainText,
];

/**
 * Reads one file with the extractor that recognises its bytes. Always says something: blocks of
 * text, a refusal, or both; a file that no extractor recognises is refused as unknown.
 */
export function* extract(source: Source, budget: Budget): Extraction {
  const context: ExtractionContext = { budget, nested: (inner) => extract(inner, budget) };
  try {
    budget.depth(source.depth);
    budget.time();
    const extractor = EXTRACTORS.find((each) => each.accepts(source.bytes, source.name));
    if (!extractor) throw new Refused("extract/unknown");
    yield* extractor.extract(source, context);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { type: "refusal", refusal: { code: error.code, place: source.place } };
  }
}
