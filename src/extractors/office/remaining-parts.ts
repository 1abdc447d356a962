import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { ExtractionContext, Source } from "../extractor";
import { refusedType } from "../refused-types";
import { refusal, reported } from "../reported";
import { xmlLines } from "../xml/xml-lines";
import type { ZipMember } from "../zip/directory";
import type { OfficePackage } from "./office-package";

/**
 * Decides what happens to those parts of an Office document that its own reader does not know, so
 * that none is passed over: XML gives all its text, files inside are read like files of their own.
 */
const XML_PART = /\.(xml|rels|vml)$/i;
const DRAWING = /drawing|chart|diagram/i;
const RELATIONS_PART = /\.rels$/i;
/** Program code, settings of printers and controls, fonts: nothing in them is meant to be read. */
const NOT_TEXT =
  /(^|\/)(vbaProject\w*\.bin|printerSettings\d*\.bin|activeX\d*\.bin|[^/]*\.odttf|[^/]*\.fntdata)$/i;

/**
 * Smaller pictures in documents are logos, icons and stamps, which nearly every document has; a
 * photograph or scan of something written is larger. What a picture means is for the policy to say.
 */
export const SMALL_PICTURE_BYTES = 100 * 1024;

export function* remainingParts(
  office: OfficePackage,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const writer = new BlockWriter(source.place, "prose", context.budget);
  for (const member of office.unread()) {
    if (NOT_TEXT.test(member.name)) continue;
    yield* reported(
      inside(source.place, "file", member.name),
      () => remainingPart(office, member, source, context, writer),
      [writer],
    );
  }
  if (office.links.length === 0) return;
  const links = new BlockWriter(inside(source.place, "property"), "prose", context.budget);
  for (let i = 0; i < office.links.length; i++) {
    links.line(office.links[i] as string, i + 1);
    if (links.full) yield { type: "block", block: links.take() };
  }
  if (!links.empty) yield { type: "block", block: links.take() };
}

function* remainingPart(
  office: OfficePackage,
  member: ZipMember,
  source: Source,
  context: ExtractionContext,
  writer: BlockWriter,
): Extraction {
  const { name, size } = member;
  if (RELATIONS_PART.test(name)) {
    office.relations(ownerOf(name));
  } else if (XML_PART.test(name)) {
    writer.moveTo(partPlace(source.place, name));
    yield* xmlLines(office.scan(name), writer, DRAWING.test(name));
  } else if (refusedType(office.peek(name)) === "extract/image") {
    const place = inside(source.place, "file", name);
    if (size > SMALL_PICTURE_BYTES) yield refusal("extract/image", place);
  } else {
    const place = inside(source.place, "file", name);
    const bytes = office.read(name);
    yield* context.nested({ name, bytes, place, depth: source.depth + 1 });
  }
}

/** `xl/drawings/drawing1.xml` for `xl/drawings/_rels/drawing1.xml.rels`. */
const ownerOf = (path: string): string =>
  path.replace(/\\/g, "/").replace(/(^|\/)_rels\/([^/]*)\.rels$/i, "$1$2");

function partPlace(place: Place, path: string): Place {
  if (/comment/i.test(path)) return inside(place, "comment");
  if (DRAWING.test(path)) return inside(place, "textbox");
  if (/docProps/i.test(path)) return inside(place, "property");
  return inside(place, "property", path.slice(path.lastIndexOf("/") + 1));
}
