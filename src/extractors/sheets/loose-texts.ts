import { wideText } from "../compound/code-page";
import { u16, u32 } from "../little-endian";

const LONGEST = 1 << 15;
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
    const length = lengthOf(bytes, at + 4, count, to) || lengthOf(bytes, at + 4, count / 2, to);
    const text = wideText(bytes, at + 4, at + 4 + 2 * length);
    if (length > 0 && WRITTEN.test(text)) {
      texts.push(text);
      at += 4 + 2 * length;
    } else at += 1;
  }
  return texts;
}

/** How many of so many characters are text, NULs at the end apart; 0 where something else is. */
function lengthOf(bytes: Uint8Array, at: number, count: number, to: number): number {
  if (count < 2 || count > LONGEST || count % 1 !== 0 || at + 2 * count > to) return 0;
  let length = 0;
  while (length < count && isPrintable(u16(bytes, at + 2 * length))) length += 1;
  for (let i = length; i < count; i++) if (u16(bytes, at + 2 * i) !== 0) return 0;
  return length;
}

const isPrintable = (unit: number): boolean =>
  unit < 0x100
    ? unit >= 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : (unit >= 0x2000 && unit < 0xd800) || (unit >= 0xf900 && unit < 0xfffe);
