import type { Extraction } from "../../core/extraction";
import { inside } from "../../core/place";
import type { ZipDocument } from "../archive";
import { BlockWriter } from "../block-writer";
import type { ExtractionContext, Source } from "../extractor";
import { OfficePackage } from "../office/office-package";
import { SMALL_PICTURE_BYTES } from "../office/remaining-parts";
import { refusedType } from "../refused-types";
import { Refused } from "../refused";
import { refusal, reported } from "../reported";
import { nameKey } from "../xml/name-key";
import { END_OF_XML, START } from "../xml/xml-scanner";
import { xmlLines } from "../xml/xml-lines";
import { isOpenDocument, MANIFEST, MIME_TYPE } from "./is-open-document";
import { OdfStory } from "./story";

const OPEN_DOCUMENT = /^application\/vnd\.(oasis\.opendocument|sun\.xml)\./;
const ENCRYPTION = nameKey("encryption-data");

/** Programs, settings, thumbnails, copies of the document as pictures. */
const NOT_TEXT =
  /(^|\/)(settings\.xml|manifest\.rdf|layout-cache|current\.xml)$|^(Thumbnails|ObjectReplacements|Configurations2|META-INF|Basic|Scripts)\//i;
const WITH_STORY = /(^|\/)(content|styles)\.xml$/;
const XML = /\.xml$/i;

/** OpenDocument (ISO 26300) texts, sheets, presentations and drawings: what is inside them as well. */
export const openDocument: ZipDocument = {
  accepts: isOpenDocument,

  *read(members, source, context) {
    const parts = new OfficePackage(source.bytes, members, context.budget);
    const type = String.fromCharCode.apply(
      null,
      Array.from(parts.read(MIME_TYPE).subarray(0, 200)),
    );
    if (!OPEN_DOCUMENT.test(type)) throw new Refused("extract/unsupported");
    refuseEncrypted(parts);
    for (const name of ["content.xml", "styles.xml"]) {
      if (parts.has(name)) yield* reported(source.place, () => story(parts, name, source, context));
    }
    yield* remainingFiles(parts, source, context);
  },
};

function refuseEncrypted(parts: OfficePackage): void {
  const scanner = parts.scan(MANIFEST);
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token === START && scanner.name === ENCRYPTION) throw new Refused("extract/encrypted");
  }
}

function* story(
  parts: OfficePackage,
  name: string,
  { place }: Source,
  { budget }: ExtractionContext,
): Extraction {
  const reader = new OdfStory(place, budget);
  yield* reported(place, () => reader.read(parts.scan(name)), reader.writers);
}

function* remainingFiles(
  parts: OfficePackage,
  source: Source,
  context: ExtractionContext,
): Extraction {
  for (const { name, size } of parts.unread()) {
    if (NOT_TEXT.test(name)) continue;
    const place = inside(source.place, "file", name);
    if (WITH_STORY.test(name)) {
      yield* reported(place, () => story(parts, name, { ...source, place }, context));
    } else if (XML.test(name)) {
      const writer = new BlockWriter(inside(source.place, "property"), "prose", context.budget);
      yield* reported(place, () => xmlLines(parts.scan(name), writer), [writer]);
    } else {
      yield* reported(place, function* () {
        if (refusedType(parts.peek(name)) === "extract/image") {
          if (size > SMALL_PICTURE_BYTES) yield refusal("extract/image", place);
          return;
        }
        const bytes = parts.read(name);
        if (bytes.length === 0) return;
        yield* context.nested({ name, bytes, place, depth: source.depth + 1 });
      });
    }
  }
}
