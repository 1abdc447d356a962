import type { Extraction } from "../../core/extraction";
import { inside, type PlaceStepType } from "../../core/place";
import type { CompoundContext, CompoundReader } from "../compound/compound";
import { isDocument } from "../compound/kinds";
import { remainingStreams } from "../compound/remaining-streams";
import type { Storage } from "../compound/storage";
import type { Source } from "../extractor";
import { SMALL_PICTURE_BYTES } from "../office/remaining-parts";
import { refusal, reported } from "../reported";
import { fileInformation } from "./file-information";
import { readParagraphs } from "./paragraphs";
import { readPieces } from "./pieces";
import { DocStory } from "./story";

const MAIN = "WordDocument";
/** Pictures and what they are drawn from. */
const PICTURES = "Data";

/** The texts in the order in which they follow one another in the file. */
const STORIES: readonly (PlaceStepType | null)[] = [
  null,
  "note",
  "header",
  "property",
  "comment",
  "note",
  "textbox",
  "textbox",
];

/** Documents of Word 97 to 2003: every text in them, what was deleted with its changes kept included. */
export const doc: CompoundReader = {
  accepts: isDocument,

  *read(storage: Storage, source: Source, context: CompoundContext): Extraction {
    yield* reported(source.place, () => stories(storage, source, context));
    if (storage.has(PICTURES)) {
      const size = storage.sizeOf(PICTURES);
      if (size > SMALL_PICTURE_BYTES) yield refusal("extract/image", source.place);
    }
    yield* remainingStreams(storage, source, context);
  },
};

function* stories(storage: Storage, { place }: Source, { budget }: CompoundContext): Extraction {
  const bytes = storage.read(MAIN, budget);
  const information = fileInformation(bytes);
  const table = storage.read(information.table, budget);
  const pieces = readPieces(table, information, bytes.length);
  const flags = readParagraphs(bytes, table, information);
  let from = 0;
  for (let i = 0; i < STORIES.length; i++) {
    const step = STORIES[i] ?? null;
    const to = from + (information.counts[i] ?? 0);
    const story = new DocStory(step === null ? place : inside(place, step), budget, flags);
    for (const piece of pieces) {
      if (piece.to <= from || piece.from >= to) continue;
      budget.time();
      yield* story.read(bytes, piece, from, to);
    }
    yield* story.end();
    from = to;
  }
}
