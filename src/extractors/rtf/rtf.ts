import type { Extraction } from "../../core/extraction";
import { inside, type PlaceStepType } from "../../core/place";
import { codePageText } from "../compound/code-page";
import type { ExtractionContext, Extractor, Source } from "../extractor";
import { htmlBlocks } from "../html-reader";
import { SMALL_PICTURE_BYTES } from "../office/remaining-parts";
import { PaperWriter } from "../paper/paper-writer";
import { damaged, Refused } from "../refused";
import { refusal, reported } from "../reported";
import {
  CHARACTERS,
  type Destination,
  DESTINATIONS,
  FONT_PAGES,
  LOOSE,
  TEXT,
} from "./destinations";
import { HexBytes } from "./hex-bytes";
import { isRtf } from "./is-rtf";
import { objectFile } from "./object-data";
import { BYTE, CLOSE, END_OF_RTF, OPEN, RtfTokens, WORD } from "./tokens";

const DEEPEST = 1000;
const MOST_WAITING = 1 << 13;
const SPACE = 0x20;
const MINUS = 0x2d;

export const rtf: Extractor = {
  id: "rtf",
  accepts: isRtf,
  extract: (source, context) => readRtf(source.bytes, source, context),
};

/** Rich text: body, tables, headers, notes, comments, text boxes, properties, files inside. */
export function readRtf(bytes: Uint8Array, source: Source, context: ExtractionContext): Extraction {
  return new Reader(new RtfTokens(bytes), source, context).read();
}

interface Group {
  destination: Destination;
  font: number;
  /** How many bytes stand behind a Unicode character for those who cannot show it. */
  fallback: number;
}

class Reader {
  private group: Group = { destination: TEXT, font: -1, fallback: 1 };
  private readonly groups: Group[] = [];
  private readonly fonts = new Map<number, number>();
  private readonly papers = new Map<PlaceStepType | "", PaperWriter>();
  private codePage = 1252;
  /** Bytes of text that wait for the rest of their character. */
  private waiting: number[] = [];
  private skipped = 0;
  private isStarred = false;
  private isInTable = false;
  private value = "";
  private readonly hex = new HexBytes();
  private pictureBytes = 0;
  /** A page that was wrapped in rich text on its way (MS-OXRTFEX). */
  private html: string | null = null;
  private isForReadersOfRtf = false;

  constructor(
    private readonly tokens: RtfTokens,
    private readonly source: Source,
    private readonly context: ExtractionContext,
  ) {}

  *read(): Extraction {
    const { tokens } = this;
    for (let steps = 1; ; steps++) {
      const token = tokens.next();
      if (token === END_OF_RTF) throw damaged();
      if (token === BYTE) this.byte();
      else {
        if (token !== WORD || tokens.word !== "u") this.decode();
        if (token === OPEN) this.open();
        else if (token === WORD) yield* this.word(tokens.word, tokens.number);
        else if (token === CLOSE) {
          yield* this.close();
          if (this.groups.length === 0) break;
        }
      }
      if ((steps & 0xfff) === 0) this.context.budget.time();
    }
    yield* this.end();
  }

  private *end(): Extraction {
    for (const paper of Array.from(this.papers.values())) yield* paper.end();
    if (this.html !== null) yield* htmlBlocks(this.html, this.source.place, this.context.budget);
    const { bytes, at } = this.tokens;
    if (bytes.subarray(at).some((byte) => byte > SPACE)) throw damaged();
  }

  private open(): void {
    if (this.groups.length >= DEEPEST) throw new Refused("extract/too-deep");
    this.groups.push(this.group);
    this.group = { ...this.group };
    this.isStarred = false;
  }

  private *close(): Extraction {
    const { destination } = this.group;
    const outer = this.groups.pop();
    if (!outer) throw damaged();
    this.group = outer;
    if (destination.to === "loose") this.endLoose();
    if (destination === outer.destination) {
      if (isProperty(destination)) this.paper.lineBreak();
      return;
    }
    if (destination.to === "aside") this.paper.endAside();
    else if (destination.to === "value") this.endValue();
    else if (destination.to === "story") yield* this.paperOf(destination.step).endParagraph(false);
    else if (destination.to === "object") yield* this.endObject();
    else if (destination.to === "picture") {
      if (this.pictureBytes > SMALL_PICTURE_BYTES)
        yield refusal("extract/image", this.source.place);
      this.pictureBytes = 0;
    }
  }

  private *word(word: string, number: number): Extraction {
    const { group } = this;
    const known = DESTINATIONS.get(word);
    if (known) {
      const keeps = known.to === "same" || group.destination.to === "nothing";
      if (!keeps) group.destination = known;
    } else if (this.isStarred && isLetters(word)) group.destination = LOOSE;
    this.isStarred = word === "*";
    if (word === "u") this.unicode(number);
    else if (word === "bin") this.binary(number);
    else if (word === "uc") group.fallback = Math.max(0, number || 0);
    else if (word === "f") this.font(number);
    else if (word === "fcharset") this.fonts.set(group.font, FONT_PAGES[number] ?? 0);
    else if (word === "ansicpg") this.codePage = number;
    else if (word === "mac") this.codePage = 10000;
    else if (word === "fromhtml") this.html = "";
    else if (word === "htmlrtf") this.isForReadersOfRtf = number !== 0;
    else if (CHARACTERS[word] !== undefined) this.unit(CHARACTERS[word]);
    else if (word === "~") this.unit(SPACE);
    else if (word === "_") this.unit(MINUS);
    else yield* this.layout(word);
  }

  /** Words that end a line, a cell or a row. */
  private *layout(word: string): Extraction {
    const { to } = this.group.destination;
    if (to !== "text" && to !== "story") return;
    const isBreak = word === "par" || word === "sect" || word === "page" || word === "\n" || word === "\r"; // prettier-ignore
    if (this.html !== null) {
      if (isBreak || word === "line") this.unit(0x0a);
    } else if (word === "pard") this.isInTable = false;
    else if (word === "intbl") this.isInTable = true;
    else if (isBreak) yield* this.paper.endParagraph(this.isInTable);
    else if (word === "line") this.paper.lineBreak();
    else if (word === "cell") yield* this.paper.endCell();
    else if (word === "row") yield* this.paper.endRow();
    else if (word === "nestcell" || word === "nestrow") this.unit(SPACE);
  }

  private byte(): void {
    const { byte, isPlain } = this.tokens;
    if (isPlain && (byte === 0x0a || byte === 0x0d || byte === 0)) return;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const { to } = this.group.destination;
    if (to === "nothing" || to === "fonts") return;
    if (to === "picture") this.pictureBytes += 0.5;
    else if (to === "object") {
      const digit = Number.parseInt(String.fromCharCode(byte), 16);
      if (digit >= 0) this.hex.digit(digit);
    } else {
      this.waiting.push(byte);
      // No second byte of a character is as small as a space.
      if (byte === SPACE && this.waiting.length > MOST_WAITING) this.decode();
    }
  }

  /** What waits is text in the code page of its font. */
  private decode(): void {
    if (this.waiting.length === 0) return;
    const bytes = Uint8Array.from(this.waiting);
    this.waiting = [];
    if (this.html !== null && this.isForReadersOfRtf) return;
    const page = this.fonts.get(this.group.font) || this.codePage;
    const text = textOf(bytes, page) ?? codePageText(bytes, this.codePage);
    for (let i = 0; i < text.length; i++) this.unit(text.charCodeAt(i));
  }

  private unicode(number: number): void {
    this.decode();
    this.skipped = 0;
    if (!(Math.abs(number) <= 0xffff)) throw damaged();
    const { to } = this.group.destination;
    if (to !== "nothing" && to !== "fonts") this.unit(number < 0 ? number + 0x10000 : number);
    this.skipped = this.group.fallback;
  }

  private unit(unit: number): void {
    const { destination } = this.group;
    const { to } = destination;
    if (to === "value" || to === "loose") this.value += String.fromCharCode(unit);
    else if (to === "aside") this.paper.aside(unit);
    else if (to === "story") this.paperOf(destination.step).unit(unit);
    else if (to === "markup" || to === "text") {
      if (this.html === null) {
        if (to === "text") this.paper.unit(unit);
      } else if (!this.isForReadersOfRtf) this.html += String.fromCharCode(unit);
    }
  }

  private binary(count: number): void {
    const size = Math.max(0, count || 0);
    if (this.tokens.at + size > this.tokens.bytes.length) throw damaged();
    if (this.group.destination.to === "picture") this.pictureBytes += size;
    if (this.group.destination.to === "object") {
      const { at, bytes } = this.tokens;
      for (let i = at; i < at + size; i++) this.hex.byte(bytes[i] as number);
    }
    this.tokens.at += size;
  }

  private font(number: number): void {
    this.group.font = number;
  }

  /** Descriptions and lettering of drawings; the others are measures. */
  private endValue(): void {
    const { value } = this;
    this.value = "";
    if (/^[\d\s.;,()-]*$/.test(value)) return;
    for (let i = 0; i < value.length; i++) this.paper.aside(value.charCodeAt(i));
    this.paper.endAside();
  }

  /** Settings are hexadecimal numbers; whatever is more than that may say something. */
  private endLoose(): void {
    const { value } = this;
    this.value = "";
    if (/^[\da-f\s;-]*$/i.test(value)) return;
    const paper = this.paperOf("property");
    for (let i = 0; i < value.length; i++) paper.unit(value.charCodeAt(i));
    paper.lineBreak();
  }

  private *endObject(): Extraction {
    const bytes = this.hex.take();
    const { place, depth } = this.source;
    const at = inside(place, "file", "");
    yield* reported(at, () => {
      this.context.budget.unpack(bytes.length);
      this.context.budget.entry();
      const file = objectFile(bytes);
      const name = file.name;
      return this.context.nested({ ...file, place: inside(place, "file", name), depth: depth + 1 });
    });
  }

  private get paper(): PaperWriter {
    const { destination } = this.group;
    return this.paperOf(destination.to === "story" ? destination.step : "");
  }

  private paperOf(step: PlaceStepType | ""): PaperWriter {
    const known = this.papers.get(step);
    if (known) return known;
    const { place } = this.source;
    const paper = new PaperWriter(step === "" ? place : inside(place, step), this.context.budget);
    this.papers.set(step, paper);
    return paper;
  }
}

/** Each property is a group of its own. */
const isProperty = (destination: Destination): boolean =>
  destination.to === "story" && destination.step === "property";

const isLetters = (word: string): boolean => /^[a-z]/i.test(word);

/** Null where the bytes are not text of this page; a document's own word is the other try. */
function textOf(bytes: Uint8Array, codePage: number): string | null {
  try {
    return codePageText(bytes, codePage);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return null;
  }
}
