import { type Charset, decodeText } from "../../text/charset";
import { type CMap, readCMap } from "./cmap";
import type { Document } from "./document";
import type { Font, Glyph } from "./font";
import { mapped, toUnicode } from "./to-unicode";
import { asName, asNumber, type Dictionary, isArray, Stream, type Value } from "./values";

/** How codes are cut out of a string, and what they are where the encoding itself says so. */
interface Coding {
  readonly size: (first: number) => number;
  readonly text: (code: number) => string | null;
}

const nobodyKnows = (): null => null;

const always = (size: number) => (): number => size;

const decoded =
  (charset: Charset, raise = 0) =>
  (code: number): string | null =>
    decodeText(bytesOf(code, raise), charset);

function bytesOf(code: number, raise: number): Uint8Array {
  if (code > 0xffff) {
    return Uint8Array.of(code >>> 24, code >>> 16, code >>> 8, code);
  }
  return code > 0xff || raise > 0
    ? Uint8Array.of((code >> 8) + raise, (code & 0xff) + raise)
    : Uint8Array.of(code);
}

const pairs = (first: number): boolean =>
  (first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xfc);

const utf16 = (code: number): string =>
  code > 0xffff ? String.fromCharCode(code >>> 16, code & 0xffff) : String.fromCharCode(code);

/** The predefined CMaps (ISO 32000-2, table 116) whose codes are of a charset that we read. */
const PREDEFINED: readonly (readonly [RegExp, Coding])[] = [
  [/^Identity-/, { size: always(2), text: nobodyKnows }],
  [/-RKSJ-/, { size: (first) => (pairs(first) ? 2 : 1), text: decoded("cp932") }],
  [/^EUC-/, { size: (first) => (first > 0x80 ? 2 : 1), text: decoded("euc-jp") }],
  [/^(Add-|Ext-|NWP-|78-)?[HV]$/, { size: always(2), text: decoded("euc-jp", 0x80) }],
  [/-UCS2-/, { size: always(2), text: utf16 }],
  [/-UTF16-/, { size: (first) => (first >> 2 === 0x36 ? 4 : 2), text: utf16 }],
  [
    /-UTF32-/,
    { size: always(4), text: (code) => (code <= 0x10ffff ? String.fromCodePoint(code) : null) },
  ],
];

/** Fonts with codes of several bytes (ISO 32000-2, 9.7), as all Japanese ones are. */
export function readCompositeFont(font: Dictionary, document: Document): Font {
  const map = toUnicode(font, document);
  const descendant = document.dictionary(document.array(font.get("DescendantFonts"))[0]);
  const encoding = document.resolve(font.get("Encoding"));
  const own = encoding instanceof Stream ? readCMap(document.unpack(encoding)) : null;
  const name = asName(own ? nameOf(encoding as Stream) : encoding);
  const coding = own ? ownCoding(own) : codingOf(name);
  const width = widthsOf(descendant, document);
  const hasNumbers = own !== null || name.startsWith("Identity-");
  const advance = (code: number): number =>
    hasNumbers ? width(own?.characters.get(code) ?? code) : code <= HALF_WIDTH ? 0.5 : 1;
  const isVertical = name.endsWith("V") || (own !== null && isDownwards(encoding as Stream));
  const glyphs = new Map<number, Glyph>();
  return {
    isVertical,
    isSimple: false,
    size: coding.size,
    glyph: (code) => {
      let glyph = glyphs.get(code);
      if (!glyph) {
        const text = mapped(map, code) ?? coding.text(code);
        glyph = { text, advance: isVertical ? 1 : advance(code) };
        glyphs.set(code, glyph);
      }
      return glyph;
    },
  };
}

/** The last code of what is half as wide as a kanji, in all of the predefined encodings. */
const HALF_WIDTH = 0xff;

const nameOf = ({ dictionary }: Stream): Value => dictionary.get("CMapName") ?? null;

const isDownwards = ({ dictionary }: Stream): boolean => dictionary.get("WMode") === 1;

const codingOf = (name: string): Coding =>
  PREDEFINED.find(([pattern]) => pattern.test(name))?.[1] ?? { size: always(2), text: nobodyKnows };

const ownCoding = ({ sizes }: CMap): Coding => ({
  size: (first) => sizes[first] || 2,
  text: nobodyKnows,
});

const USUAL_WIDTH = 1000;
const WIDEST_RANGE = 0x10000;

/** Widths by the number of the character: `c [w1 w2 …]` or `first last w`. */
function widthsOf(descendant: Dictionary, document: Document): (character: number) => number {
  const usual = asNumber(document.resolve(descendant.get("DW")), USUAL_WIDTH);
  const widths = new Map<number, number>();
  const given = document.array(descendant.get("W"));
  for (let at = 0; at < given.length;) {
    const first = asNumber(document.resolve(given[at]), 0);
    const second = document.resolve(given[at + 1]);
    if (isArray(second)) {
      second.forEach((width, index) => widths.set(first + index, asNumber(width, usual)));
      at += 2;
      continue;
    }
    const last = Math.min(asNumber(second, 0), first + WIDEST_RANGE);
    const width = asNumber(document.resolve(given[at + 2]), usual);
    for (let character = first; character <= last; character++) widths.set(character, width);
    at += 3;
  }
  return (character) => (widths.get(character) ?? usual) / 1000;
}
