import type { Extraction } from "../../core/extraction";
import { inside } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { Source } from "../extractor";
import { reported } from "../reported";
import { textLines } from "../text-lines";
import type { CompoundContext } from "./compound";
import { PROPERTY_SETS, propertyTexts } from "./property-set";
import type { Storage } from "./storage";

/** How it is printed, who worked on it, pictures: nothing in them is meant to be read. */
const NOT_TEXT =
  /^(Ctls|EncryptionInfo|User Names|Revision Log|Current User|Pictures|Data|[01]Table)$/i;
/** Program code, its forms, signatures, copies of data that are read by themselves. */
const NOT_READ =
  /^(_VBA_PROJECT_CUR|_SX_DB_CUR|VBA|Macros|_signatures|_xmlsignatures|MsoDataStore)$/i;
/** Names of streams about an object, how it is drawn and linked, begin with one of these. */
const LAST_OF_OBJECT = 3;

/**
 * Decides what happens to what a document's own reader does not know: properties are read, objects
 * are read as documents of their own, whatever else there is as files.
 */
export function* remainingStreams(
  storage: Storage,
  source: Source,
  context: CompoundContext,
): Extraction {
  const depth = source.depth + 1;
  for (const name of storage.unread) {
    const isProperties = PROPERTY_SETS.indexOf(name) >= 0;
    if (isAboutObject(name) || NOT_TEXT.test(name)) continue;
    const place = isProperties
      ? inside(source.place, "property")
      : inside(source.place, "file", name);
    yield* reported(place, function* () {
      const bytes = storage.read(name, context.budget);
      if (!isProperties) yield* context.nested({ name, bytes, place, depth });
      else yield* textLines(new BlockWriter(place, "prose", context.budget), propertyTexts(bytes));
    });
  }
  for (const inner of storage.storages) {
    if (NOT_READ.test(inner.name)) continue;
    const place = inside(source.place, "file", inner.name);
    yield* innerStorage(inner, { ...source, name: inner.name, place, depth }, context);
  }
}

/** Storages may be mere folders of objects, as Word keeps them. */
function* innerStorage(inner: Storage, source: Source, context: CompoundContext): Extraction {
  if (inner.names.length > 0) yield* context.storage(inner, source);
  else yield* remainingStreams(inner, source, context);
}

const isAboutObject = (name: string): boolean => name.charCodeAt(0) <= LAST_OF_OBJECT;
