import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { ExtractionContext, Extractor, Source } from "../extractor";
import { Refused } from "../refused";
import { refusal, reported } from "../reported";
import { bandsOf, type Row } from "./bands";
import { Content, type Fonts } from "./content";
import { Document } from "./document";
import { embeddedFiles, fieldsOf, propertiesOf, type Remark, remarksOf, xfaOf } from "./extras";
import { isPdf } from "./is-pdf";
import { isSpace, latin } from "./lexer";
import { readingsOf } from "./lines";
import { contentOf, type Page, pagesOf } from "./pages";
import { PageText } from "./page-text";
import type { Dictionary } from "./values";

/** The header's first sign; places in the file are counted from it. */
const PERCENT = 0x25;
const END_OF_FILE = "%%EOF";

/** Glyphs of a page that may be unknown: bullets, a logo. No name or number hides in so few. */
const TOLERATED = 3;
/** Less text beside a large picture is no text of it, but a stamp or the number of the page. */
const FEW_GLYPHS = 20;
const LARGE_PICTURE = 0.3;
const MANY_SHAPES = 100;

/**
 * Portable Document Format (ISO 32000-2): the text of every page in the order in which it is read,
 * with notes, fields, properties and embedded files. Pages of which the file does not tell the
 * characters, or that are pictures, are refused one by one.
 */
export const pdf: Extractor = {
  id: "pdf",

  accepts: isPdf,

  *extract(source: Source, context: ExtractionContext): Extraction {
    const { place } = source;
    const bytes = source.bytes.subarray(source.bytes.indexOf(PERCENT));
    const document = new Document(bytes, context.budget);
    const pages: Dictionary[] = [];
    let isSilent = true;
    for (const event of reported(place, () => readPages(document, pages, source, context))) {
      isSilent &&= event.type === "step";
      yield event;
    }
    // Nobody sends pages without a word; something on them was not seen.
    if (isSilent) yield refusal("extract/pdf", place);
    yield* reported(place, () => readRemarks(fieldsOf(document, context.budget), source, context));
    yield* reported(place, () =>
      readRemarks(propertiesOf(document, context.budget), source, context),
    );
    yield* reported(place, () => readFiles(document, pages, source, context));
    if (!endsAsPdf(bytes)) yield refusal("extract/damaged", place);
  },
};

/** Something else may be hung behind a file; it would leave unseen. */
function endsAsPdf(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && isSpace(bytes[end - 1])) end -= 1;
  return latin(bytes, Math.max(0, end - END_OF_FILE.length), end) === END_OF_FILE;
}

function* readPages(
  document: Document,
  pages: Dictionary[],
  source: Source,
  context: ExtractionContext,
): Extraction {
  const fonts: Fonts = new Map();
  const prose = new BlockWriter(source.place, "prose", context.budget);
  const table = new BlockWriter(source.place, "table", context.budget);
  for (const page of pagesOf(document, context.budget)) {
    pages.push(page.dictionary);
    const place = inside(source.place, "page", String(pages.length));
    yield* reported(place, function* () {
      yield* readPage(page, place, document, fonts, prose, table, context);
    });
    yield* reported(place, () =>
      readRemarks(remarksOf(page.dictionary, document), { ...source, place }, context),
    );
  }
  if (pages.length === 0) throw new Refused("extract/damaged");
}

function* readPage(
  { dictionary, resources, area }: Page,
  place: Place,
  document: Document,
  fonts: Fonts,
  prose: BlockWriter,
  table: BlockWriter,
  { budget }: ExtractionContext,
): Extraction {
  const text = new PageText();
  new Content(document, fonts, text, budget).run(contentOf(dictionary, document), resources);
  let number = 1;
  for (const reading of readingsOf(text)) {
    for (const { isTable, rows } of bandsOf(reading)) {
      const writer = isTable ? table : prose;
      writer.moveTo(place);
      for (const row of rows) {
        write(row, number++, writer);
        if (writer.full) yield { type: "block", block: writer.take() };
      }
      if (!writer.empty) yield { type: "block", block: writer.take() };
    }
  }
  if (text.isIncomplete) yield refusal("extract/damaged", place);
  if (text.unknown > TOLERATED) yield refusal("extract/pdf", place);
  const isPicture = text.pictures > LARGE_PICTURE * area || text.shapes > MANY_SHAPES;
  if (text.known < FEW_GLYPHS && isPicture) yield refusal("extract/image", place);
}

function write({ cells }: Row, number: number, writer: BlockWriter): void {
  for (const [column, text] of cells) {
    writer.string(text);
    writer.endCell(column);
  }
  writer.endRow(number);
}

function* readRemarks(
  remarks: Iterable<Remark>,
  { place }: Pick<Source, "place">,
  { budget }: ExtractionContext,
): Extraction {
  let row = 1;
  for (const { type, text } of remarks) {
    if (text.trim() === "") continue;
    const writer = new BlockWriter(inside(place, type), "prose", budget);
    for (const line of text.split(/[\r\n]+/)) if (line !== "") writer.line(line, row++);
    if (!writer.empty) yield { type: "block", block: writer.take() };
  }
}

function* readFiles(
  document: Document,
  pages: readonly Dictionary[],
  source: Source,
  context: ExtractionContext,
): Extraction {
  const depth = source.depth + 1;
  const form = xfaOf(document);
  if (form) {
    const place = inside(source.place, "textbox");
    yield* context.nested({ name: "form.xml", bytes: form, place, depth });
  }
  for (const { name, stream } of embeddedFiles(document, pages)) {
    const place = inside(source.place, "file", name);
    yield* reported(place, function* () {
      context.budget.entry();
      yield* context.nested({ name, bytes: document.unpack(stream), place, depth });
    });
  }
}
