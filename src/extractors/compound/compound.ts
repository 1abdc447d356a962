import type { Extraction } from "../../core/extraction";
import type { ExtractionContext, Extractor, Source } from "../extractor";
import { Refused } from "../refused";
import { reported } from "../reported";
import { readCompoundFile } from "./compound-file";
import { isCompoundFile } from "./is-compound-file";
import type { Storage } from "./storage";

export interface CompoundContext extends ExtractionContext {
  /** Reads a storage inside another one as the document that it is; refusals are reported. */
  storage(storage: Storage, source: Source): Extraction;
}

/** A document that is a compound file, or a storage of one: recognised by what it holds. */
export interface CompoundReader {
  accepts(storage: Storage): boolean;
  read(storage: Storage, source: Source, context: CompoundContext): Extraction;
}

/** Stream that holds an encrypted document (MS-OFFCRYPTO 2.3.4.4), or one under rights management. */
const ENCRYPTED = ["EncryptedPackage", "\u0009DRMContent"];

/** Compound files: what Office wrote before 2007 and still writes around encryption. */
export const compound = (readers: readonly CompoundReader[]): Extractor => ({
  id: "compound",
  accepts: isCompoundFile,
  *extract(source: Source, context: ExtractionContext): Extraction {
    yield* read(readCompoundFile(source.bytes, context.budget), source, context, readers);
  },
});

function* read(
  storage: Storage,
  source: Source,
  context: ExtractionContext,
  readers: readonly CompoundReader[],
): Extraction {
  context.budget.depth(source.depth);
  if (ENCRYPTED.some((name) => storage.has(name))) throw new Refused("extract/encrypted");
  const reader = readers.find((each) => each.accepts(storage));
  if (!reader) throw new Refused("extract/unsupported");
  yield* reader.read(storage, source, {
    ...context,
    storage: (inner, innerSource) =>
      reported(innerSource.place, () => read(inner, innerSource, context, readers)),
  });
}
