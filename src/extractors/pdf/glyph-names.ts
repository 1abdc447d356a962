import { nfc } from "../../text/nfc";

/** Names of the printable ASCII signs that are no letters, by their order there. */
const ASCII_NAMES =
  "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at";
const BRACKETS = "bracketleft backslash bracketright asciicircum underscore grave";
const BRACES = "braceleft bar braceright asciitilde";

/** Names of some more, and their characters. */
const MORE =
  "quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” endash – emdash — minus − sfthyphen - nbspace   bullet • ellipsis … periodcentered · fi fi fl fl ff ff ffi ffi ffl ffl AE Æ OE Œ ae æ oe œ Oslash Ø oslash ø Lslash Ł lslash ł germandbls ß dotlessi ı dotlessj j Eth Ð eth ð Thorn Þ thorn þ Dcroat Đ dcroat đ yen ¥ sterling £ cent ¢ Euro € section § degree ° copyright © registered ® trademark ™ multiply × divide ÷ quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › exclamdown ¡ questiondown ¿ dagger † daggerdbl ‡ paragraph ¶ ordfeminine ª ordmasculine º mu µ";

/** Marks over and under a letter, by what its name ends with. */
const MARKS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circumflex: "\u0302",
  tilde: "\u0303",
  macron: "\u0304",
  breve: "\u0306",
  dotaccent: "\u0307",
  dieresis: "\u0308",
  ring: "\u030a",
  hungarumlaut: "\u030b",
  caron: "\u030c",
  cedilla: "\u0327",
  ogonek: "\u0328",
};

const named = new Map<string, string>();
const inOrder = (names: string, first: number): void =>
  names.split(" ").forEach((name, index) => named.set(name, String.fromCharCode(first + index)));
inOrder(ASCII_NAMES, 0x20);
inOrder(BRACKETS, 0x5b);
inOrder(BRACES, 0x7b);
MORE.split(/ (?=[A-Za-z]+ )/).forEach((pair) => {
  const end = pair.indexOf(" ");
  named.set(pair.slice(0, end), pair.slice(end + 1) || " ");
});

/** A name that only counts glyphs says nothing about their characters: g12, cid345, C0001, .notdef. */
const OPAQUE = /^(\.?[A-Za-z]{0,3}\d+|cid[:_]?\d+|glyph\d+|index\d+|\.notdef)$/i;

/**
 * What a glyph of this name stands for (Adobe Glyph List Specification, the names of Latin fonts); ""
 * for a symbol that is no text, null where the name does not tell.
 */
export function glyphText(name: string): string | null {
  const [plain = ""] = name.split(".");
  let text = "";
  for (const part of plain.split("_")) {
    const piece = component(part);
    if (piece === null) return OPAQUE.test(name) ? null : "";
    text += piece;
  }
  return text;
}

function component(name: string): string | null {
  if (/^[A-Za-z]$/.test(name)) return name;
  const known = named.get(name);
  if (known !== undefined) return known;
  const code = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))$/.exec(name);
  if (code) return code[1] !== undefined ? units(code[1]) : point(parseInt(code[2] ?? "", 16));
  const mark = MARKS[name.slice(1)];
  return mark !== undefined && /^[A-Za-z]/.test(name) ? nfc(name.charAt(0) + mark) : null;
}

const units = (digits: string): string =>
  digits.replace(/.{4}/g, (unit) => String.fromCharCode(parseInt(unit, 16)));

const point = (code: number): string | null =>
  code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
