import type { Extraction } from "../core/extraction";
import { inside } from "../core/place";
import { BlockWriter } from "./block-writer";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { u32 } from "./little-endian";
import { Refused } from "./refused";
import { reported } from "./reported";
import { findEnd, readDirectory, type ZipDirectory, type ZipMember } from "./zip/directory";
import { checkLayout } from "./zip/layout";
import { readMember } from "./zip/member";
import { decodeLabel } from "./zip/names";

const LOCAL_SIGNATURE = 0x04034b50;
const END_SIGNATURE = 0x06054b50;
const SPANNED_SIGNATURE = 0x08074b50;

/** Zips that are documents of other programs: not a heap of files, and not read yet. */
const OTHER_DOCUMENT = /^(mimetype|Index\/Document\.iwa|Index\.zip)$/;

/** A document that is an archive: recognised by the names of its members, read as a whole. */
export interface ZipDocument {
  accepts(members: readonly ZipMember[]): boolean;
  read(members: readonly ZipMember[], source: Source, context: ExtractionContext): Extraction;
}

/** Zip archives: documents go to their own reader, the members of all others are read. */
export const archive = (documents: readonly ZipDocument[]): Extractor => ({
  id: "archive",

  accepts: (bytes) => {
    const signature = u32(bytes, 0);
    return (
      signature === LOCAL_SIGNATURE ||
      signature === END_SIGNATURE ||
      signature === SPANNED_SIGNATURE ||
      findEnd(bytes) >= 0
    );
  },

  *extract(source: Source, context: ExtractionContext): Extraction {
    const { bytes } = source;
    const directory = readDirectory(bytes, () => context.budget.entry());
    const { members, start, tail } = directory;
    checkLayout(bytes, directory);
    yield* outside(bytes.subarray(0, start), source, context);
    yield* outside(bytes.subarray(tail), source, context);
    const document = documents.find((each) => each.accepts(members));
    if (document) {
      yield* document.read(members, source, context);
      return;
    }
    if (members.some(({ name }) => OTHER_DOCUMENT.test(name))) {
      throw new Refused("extract/unsupported");
    }
    yield* labels(directory, source, context);
    for (const member of members) yield* readFile(member, source, context);
  },
});

/** What stands before or behind the archive in the same file. */
function* outside(bytes: Uint8Array, source: Source, context: ExtractionContext): Extraction {
  if (bytes.every((byte) => byte === 0)) return;
  yield* context.nested({ ...source, bytes, depth: source.depth + 1 });
}

/** File names are text, too: a person's name, a shop, a date. */
function* labels(
  { members, comment }: ZipDirectory,
  { place }: Source,
  { budget }: ExtractionContext,
): Extraction {
  const writer = new BlockWriter(inside(place, "name"), "prose", budget);
  members.forEach(({ name }, index) => writer.line(name, index + 1));
  if (comment.length > 0) writer.line(decodeLabel(comment), members.length + 1);
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

function* readFile(member: ZipMember, source: Source, context: ExtractionContext): Extraction {
  const { name, size } = member;
  if (name.endsWith("/") && size === 0) return;
  const place = inside(source.place, "file", name);
  yield* reported(place, function* () {
    context.budget.time();
    const bytes = readMember(source.bytes, member, context.budget);
    yield* context.nested({ name, bytes, place, depth: source.depth + 1 });
  });
}
