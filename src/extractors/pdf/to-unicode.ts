import { Refused } from "../refused";
import { type CMap, readCMap } from "./cmap";
import type { Document } from "./document";
import { type Dictionary, Stream } from "./values";

/** Says that nobody knows which character it is (and NUL, which writers put for the same). */
const UNKNOWN = /^[\0\ufffd]*$/;

/** The font's own table of texts; null where it has none, or a damaged one. */
export function toUnicode(font: Dictionary, document: Document): CMap | null {
  const stream = document.resolve(font.get("ToUnicode"));
  if (!(stream instanceof Stream)) return null;
  try {
    return readCMap(document.unpack(stream));
  } catch (error) {
    if (error instanceof Refused && error.code === "extract/damaged") return null;
    throw error;
  }
}

/** Null where the table does not tell. */
export function mapped(map: CMap | null, code: number): string | null {
  const text = map?.texts.get(code);
  return text === undefined || UNKNOWN.test(text) ? null : text;
}
