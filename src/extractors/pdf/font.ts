import type { Document } from "./document";
import { readCompositeFont } from "./composite-font";
import { readSimpleFont } from "./simple-font";
import type { Dictionary } from "./values";

export interface Glyph {
  /** "" for what is drawn and is no text, null where the file does not tell. */
  readonly text: string | null;
  /** How far it moves on, in parts of the font's size. */
  readonly advance: number;
}

/** What the codes of a string stand for, drawn in one font. */
export interface Font {
  /** Lines run downwards. */
  readonly isVertical: boolean;
  /** A code is one byte, and 32 is a space between words. */
  readonly isSimple: boolean;
  /** Bytes of a code by its first byte; 1 where no code begins so. */
  size(first: number): number;
  glyph(code: number): Glyph;
}

export function readFont(font: Dictionary, document: Document): Font {
  return font.get("Subtype") === "Type0"
    ? readCompositeFont(font, document)
    : readSimpleFont(font, document);
}
