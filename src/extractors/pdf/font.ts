import type { Document } from "./document";
import { readCompositeFont } from "./composite-font";
import { readSimpleFont } from "./simple-font";
import type { Dictionary } from "./values";

/** What the codes of a string stand for, drawn in one font. */
export interface Font {
  /** Lines run downwards. */
  readonly isVertical: boolean;
  /** A code is one byte, and 32 is a space between words. */
  readonly isSimple: boolean;
  /** Bytes of a code by its first byte; 1 where no code begins so. */
  size(first: number): number;
  /** "" for what is drawn and is no text, null where the file does not tell. */
  text(code: number): string | null;
  /** How far a code moves on, in parts of the font's size. */
  advance(code: number): number;
}

export function readFont(font: Dictionary, document: Document): Font {
  return font.get("Subtype") === "Type0"
    ? readCompositeFont(font, document)
    : readSimpleFont(font, document);
}
