import type { Extraction } from "../../core/extraction";
import { inside, type PlaceStepType } from "../../core/place";
import type { ExtractionContext, Source } from "../extractor";
import type { OfficePackage } from "../office/office-package";
import { remainingParts } from "../office/remaining-parts";
import { reported } from "../reported";
import { Story } from "./story";

/** Parts that are written like the body, by the type of their relation to it. */
const STORIES = new Map<string, PlaceStepType>([
  ["header", "header"],
  ["footer", "footer"],
  ["footnotes", "note"],
  ["endnotes", "note"],
  ["comments", "comment"],
  ["glossaryDocument", "property"],
]);

/**
 * Documents of Word since 2007 (WordprocessingML): a paragraph is a line, a table a table. What was
 * deleted or hidden but is still in the file leaves with it, and is read as well.
 */
export function* readDocx(
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const { place } = source;
  const body = new Story(place, context.budget);
  yield* reported(place, () => body.read(office.scan(mainPart)), body.writers);
  yield* reported(place, function* () {
    for (const { type, target } of office.relations(mainPart)) {
      const step = STORIES.get(type);
      if (step === undefined || !office.has(target)) continue;
      const storyPlace = inside(place, step);
      const story = new Story(storyPlace, context.budget);
      yield* reported(storyPlace, () => story.read(office.scan(target)), story.writers);
    }
  });
  yield* remainingParts(office, source, context);
}
