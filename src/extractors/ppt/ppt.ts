import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { unitsToString } from "../../text/units";
import { BlockWriter } from "../block-writer";
import { wideText } from "../compound/code-page";
import type { CompoundContext, CompoundReader } from "../compound/compound";
import { isPresentation } from "../compound/kinds";
import { remainingStreams } from "../compound/remaining-streams";
import type { Storage } from "../compound/storage";
import type { Source } from "../extractor";
import { u32 } from "../little-endian";
import { SMALL_PICTURE_BYTES } from "../office/remaining-parts";
import { damaged, Refused } from "../refused";
import { refusal, reported } from "../reported";
import { textLines } from "../text-lines";
import { inflate } from "../zip/inflate";
import { type PptRecord, recordsIn } from "./records";
import { slideNumbers, type SlideNumbers } from "./slide-numbers";

const MAIN = "PowerPoint Document";
const CURRENT_USER = "Current User";
const PICTURES = "Pictures";

const WIDE_TEXT = 4000;
const NARROW_TEXT = 4008;
const STRING = 4026;
const SLIDE = 1006;
const NOTES = 1008;
const NOTES_ATOM = 1009;
const SLIDE_LIST = 4080;
const SLIDE_PERSIST = 1011;
const COMMENT = 12000;
const OBJECT = 4113;
/** Records of later versions, behind a name that says so. */
const TAG_DATA = 5003;

const DEEPEST = 64;
const ZLIB_HEAD = 2;
/** Names of what PowerPoint adds for itself. */
const OWN_TAG = /^___PPT/;

/** Presentations of PowerPoint 97 to 2003: every text, also of slides that were changed since. */
export const ppt: CompoundReader = {
  accepts: isPresentation,

  *read(storage: Storage, source: Source, context: CompoundContext): Extraction {
    yield* reported(source.place, function* () {
      const bytes = storage.read(MAIN, context.budget);
      const numbers = slideNumbers(bytes, storage.read(CURRENT_USER, context.budget));
      yield* new Reader(bytes, numbers, source, context).read();
    });
    if (storage.has(PICTURES)) {
      const pictures = storage.read(PICTURES, context.budget);
      yield* reported(source.place, () => largePictures(pictures, source.place));
    }
    yield* remainingStreams(storage, source, context);
  },
};

function* largePictures(bytes: Uint8Array, place: Place): Extraction {
  for (const { from, to } of recordsIn(bytes, 0, bytes.length)) {
    if (to - from > SMALL_PICTURE_BYTES) yield refusal("extract/image", place);
  }
}

class Reader {
  private readonly writer: BlockWriter;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly numbers: SlideNumbers,
    private readonly source: Source,
    private readonly context: CompoundContext,
  ) {
    this.writer = new BlockWriter(source.place, "prose", context.budget);
  }

  *read(): Extraction {
    for (const record of recordsIn(this.bytes, 0, this.bytes.length)) {
      const place = this.placeOf(record);
      yield* reported(place, () => this.records([record], place, 0), [this.writer]);
    }
  }

  private placeOf(record: PptRecord): Place {
    const { place } = this.source;
    if (record.type === SLIDE) {
      const number = this.numbers.byOffset.get(record.at);
      if (number !== undefined) return slidePlace(place, number);
    } else if (record.type === NOTES) {
      const atom = recordsIn(this.bytes, record.from, record.to)[0];
      const id = atom?.type === NOTES_ATOM ? u32(this.bytes, atom.from) : 0;
      const number = this.numbers.byId.get(id);
      return inside(number === undefined ? place : slidePlace(place, number), "note");
    }
    return this.numbers.current.has(record.at) ? place : inside(place, "hidden");
  }

  private *records(records: readonly PptRecord[], place: Place, depth: number): Extraction {
    if (depth > DEEPEST) throw new Refused("extract/too-deep");
    let here = place;
    const texts: string[] = [];
    let isOwnTag = false;
    for (const record of records) {
      const { type, from, to } = record;
      if (type === OBJECT) yield* reported(here, () => this.object(record));
      else if (record.isContainer || (type === TAG_DATA && isOwnTag)) {
        const isList = type === SLIDE_LIST && record.instance === 0;
        const inner =
          type === COMMENT ? inside(here, "comment") : isList ? this.source.place : here;
        yield* this.records(recordsIn(this.bytes, from, to), inner, depth + 1);
      } else if (type === SLIDE_PERSIST) {
        yield* this.give(texts.splice(0), here);
        const number = this.numbers.byId.get(u32(this.bytes, from + 12));
        here = number === undefined ? place : slidePlace(this.source.place, number);
      } else if (type === NARROW_TEXT) {
        texts.push(unitsToString(Uint16Array.from(this.bytes.subarray(from, to)), 0, to - from));
      } else if (type === WIDE_TEXT || type === STRING) {
        const text = wideText(this.bytes, from, to);
        isOwnTag = OWN_TAG.test(text);
        if (!isOwnTag) texts.push(text);
      }
    }
    yield* this.give(texts, here);
  }

  private *give(texts: readonly string[], place: Place): Extraction {
    if (texts.length === 0) return;
    this.writer.moveTo(place);
    yield* textLines(this.writer, texts);
  }

  /** A file inside, packed or not (MS-PPT 2.10.34). */
  private *object({ instance, from, to }: PptRecord): Extraction {
    const { budget } = this.context;
    let bytes = this.bytes.subarray(from, to);
    if (instance === 1) {
      const size = u32(bytes, 0);
      budget.unpack(size);
      const room = new Uint8Array(size);
      if (inflate(bytes.subarray(4 + ZLIB_HEAD), room) !== size) throw damaged();
      bytes = room;
    }
    const place = inside(this.source.place, "file", "");
    yield* this.context.nested({ name: "", bytes, place, depth: this.source.depth + 1 });
  }
}

const slidePlace = (place: Place, number: number): Place => inside(place, "slide", String(number));
