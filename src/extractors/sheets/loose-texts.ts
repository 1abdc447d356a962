import { upToNul, wideText } from "../compound/code-page";
import { u32 } from "../little-endian";

const LONGEST = 1 << 15;
const PRINTABLE = /^[\t\r\n\u0020-\u00ff\u2000-\ud7ff\uf900-\ufaff\uff01-\uffef]+\0*$/;
/** A letter or digit of a language that people write here; numbers read as text rarely have two. */
const WRITTEN = /[\w\u3040-\u30ff\u4e00-\u9fff]{2}/;

/**
 * Texts in UTF-16 within a record whose other values are of no interest: wherever four bytes are
 * the length, in characters or in bytes, of nothing but printable text.
 */
export function looseTexts(bytes: Uint8Array, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let at = from; at + 8 <= to;) {
    const count = u32(bytes, at);
    const text = textAt(bytes, at + 4, 2 * count, to) ?? textAt(bytes, at + 4, count, to);
    if (text === null) at += 1;
    else {
      texts.push(upToNul(text));
      at += 4 + 2 * text.length;
    }
  }
  return texts;
}

function textAt(bytes: Uint8Array, at: number, size: number, to: number): string | null {
  if (size < 4 || size > 2 * LONGEST || size % 2 === 1 || at + size > to) return null;
  // Most lengths are none: one look at the first character tells.
  if (!PRINTABLE.test(wideText(bytes, at, at + 2))) return null;
  const text = wideText(bytes, at, at + size);
  return PRINTABLE.test(text) && WRITTEN.test(text) ? text : null;
}
