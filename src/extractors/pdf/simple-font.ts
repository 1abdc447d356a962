import type { Document } from "./document";
import { type Encoding, ENCODINGS } from "./encodings";
import type { Font, Glyph } from "./font";
import { glyphText } from "./glyph-names";
import { latin } from "./lexer";
import { mapped, toUnicode } from "./to-unicode";
import { asName, asNumber, type Dictionary, isArray, Stream } from "./values";

const THOUSANDTH = 0.001;
/** Of a letter in a font that the reader's own computer has. */
const USUAL_WIDTH = 0.55;
const SYMBOLIC = 4;

/** Pictures, arrows and ticks: their letters are no text. */
const PICTURES = /symbol|dingbats|wingdings|webdings|marlett/i;

/** Fonts with one byte a code (ISO 32000-2, 9.6). */
export function readSimpleFont(font: Dictionary, document: Document): Font {
  const map = toUnicode(font, document);
  const encoding = encodingOf(font, document);
  const isPictures = PICTURES.test(asName(document.resolve(font.get("BaseFont"))));
  const widths = widthsOf(font, document);
  const glyphs = Array.from({ length: 256 }, (_, code) => {
    const text = mapped(map, code) ?? encoding[code] ?? null;
    return { text: isPictures && text === null ? "" : text, advance: widths[code] ?? 0 };
  });
  return {
    isVertical: false,
    isSimple: true,
    size: () => 1,
    glyph: (code) => glyphs[code] as Glyph,
  };
}

/** Null for a code whose glyph the file does not name. */
function encodingOf(font: Dictionary, document: Document): readonly (string | null)[] {
  const entry = document.resolve(font.get("Encoding"));
  const named = entry instanceof Map ? document.resolve(entry.get("BaseEncoding")) : entry;
  const base: Encoding | undefined = ENCODINGS[asName(named)] ?? builtIn(font, document);
  const encoding: (string | null)[] = Array.from({ length: 256 }, (_, code) => {
    const text = base?.[code];
    return text === undefined || text === "" ? null : text;
  });
  if (!(entry instanceof Map)) return encoding;
  let code = 0;
  for (const each of document.array(entry.get("Differences"))) {
    const value = document.resolve(each);
    if (typeof value === "number") code = value;
    else if (typeof value === "string") encoding[code++ & 0xff] = glyphText(value);
  }
  return encoding;
}

/** An embedded font of symbols brings an encoding that only the font itself knows. */
function builtIn(font: Dictionary, document: Document): Encoding | undefined {
  const descriptor = document.dictionary(font.get("FontDescriptor"));
  const isOwn = ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.has(key));
  const flags = asNumber(document.resolve(descriptor.get("Flags")), 0);
  const own = document.resolve(descriptor.get("FontFile"));
  if (own instanceof Stream) {
    const encoding = typeOneEncoding(document.unpack(own));
    if (encoding) return encoding;
  }
  const isType3 = font.get("Subtype") === "Type3";
  return isType3 || (isOwn && (flags & SYMBOLIC) !== 0) ? undefined : ENCODINGS["StandardEncoding"];
}

/** `dup 65 /A put`, in the part of a Type 1 font that is not encrypted; before the encryption it ends. */
const ENTRY = /dup\s+(\d+)\s*\/(\S+)\s+put/g;
const ENCRYPTED = /currentfile\s+eexec/;
const LONGEST_HEAD = 1 << 16;

/** Null where the font says that it has the standard encoding, or nothing. */
function typeOneEncoding(file: Uint8Array): Encoding | null {
  const [head = ""] = latin(file, 0, Math.min(file.length, LONGEST_HEAD)).split(ENCRYPTED);
  const encoding: string[] = [];
  for (let entry = ENTRY.exec(head); entry; entry = ENTRY.exec(head)) {
    encoding[Number(entry[1]) & 0xff] = glyphText(entry[2] ?? "") ?? "";
  }
  return encoding.length > 0 ? encoding : null;
}

function widthsOf(font: Dictionary, document: Document): readonly number[] {
  const first = asNumber(document.resolve(font.get("FirstChar")), 0);
  const given = document.array(font.get("Widths"));
  const matrix = document.array(font.get("FontMatrix"));
  const unit = isArray(matrix) && matrix.length > 0 ? asNumber(matrix[0], THOUSANDTH) : THOUSANDTH;
  const descriptor = document.dictionary(font.get("FontDescriptor"));
  const missing = asNumber(document.resolve(descriptor.get("MissingWidth")), 0) * THOUSANDTH;
  const otherwise = given.length > 0 ? missing : USUAL_WIDTH;
  return Array.from({ length: 256 }, (_, code) => {
    const width = document.resolve(given[code - first]);
    return typeof width === "number" ? width * unit : otherwise;
  });
}
