import type { Extraction } from "../core/extraction";
import type { Place } from "../core/place";
import type { Budget } from "./budget";

/** A file on its way through the extractors. */
export interface Source {
  /** For the place and as a weak hint only; the bytes decide the type. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: Place;
  /** 0 for an attachment, 1 for a member of an archive that is one, and so on. */
  readonly depth: number;
}

export interface ExtractionContext {
  readonly budget: Budget;
  /** Reads a file found inside another one; its refusals are reported, not thrown. */
  nested(source: Source): Extraction;
}

export interface Extractor {
  readonly id: string;
  /** By magic bytes and structure; `name` may only choose between texts that look alike. */
  accepts(bytes: Uint8Array, name: string): boolean;
  /** Throws Refused for what it cannot look into. */
  extract(source: Source, context: ExtractionContext): Extraction;
}
