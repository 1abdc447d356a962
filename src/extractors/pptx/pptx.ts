import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { Story } from "../docx/story";
import type { ExtractionContext, Source } from "../extractor";
import type { OfficePackage } from "../office/office-package";
import { remainingParts } from "../office/remaining-parts";
import { reported } from "../reported";
import { BlockWriter } from "../block-writer";
import { xmlLines } from "../xml/xml-lines";
import { readSlideList } from "./slide-list";

/**
 * Presentations of PowerPoint since 2007 (PresentationML): slide by slide in their order, hidden
 * ones too, each with its notes and comments; then layouts, charts, names and files inside.
 */
export function* readPptx(
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
): Extraction {
  let slides: readonly string[] = [];
  yield* reported(source.place, function* () {
    slides = readSlideList(office, mainPart);
    yield { type: "step" };
  });
  for (let i = 0; i < slides.length; i++) {
    const place = inside(source.place, "slide", String(i + 1));
    yield* reported(place, () => readSlide(office, slides[i] as string, place, context));
  }
  yield* remainingParts(office, source, context);
}

function* readSlide(
  office: OfficePackage,
  path: string,
  place: Place,
  context: ExtractionContext,
): Extraction {
  yield* readStory(office, path, place, context);
  for (const { type, target } of office.relations(path)) {
    if (!office.has(target)) continue;
    if (type === "notesSlide") {
      const note = inside(place, "note");
      yield* reported(note, () => readStory(office, target, note, context));
    } else if (/comment/i.test(type)) {
      const comment = inside(place, "comment");
      const writer = new BlockWriter(comment, "prose", context.budget);
      yield* reported(comment, () => xmlLines(office.scan(target), writer), [writer]);
    }
  }
}

/** A slide is written like a document: paragraphs, runs and tables bear the same names. */
function* readStory(
  office: OfficePackage,
  path: string,
  place: Place,
  { budget }: ExtractionContext,
): Extraction {
  const story = new Story(place, budget);
  yield* reported(place, () => story.read(office.scan(path)), story.writers);
}
