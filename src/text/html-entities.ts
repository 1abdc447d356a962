import { ENTITY_RUNS, LATIN_ENTITIES } from "./data/html-entities";

/**
 * Decodes character references as the HTML standard does (section "Character references"): every
 * number, and the names of HTML 4 and of ASCII signs; other names stay as they are written.
 */
const LEGACY = new Map<string, number>();
const NAMED = new Map<string, number>();
const LONGEST_NAME = 11;
const LONGEST_LEGACY_NAME = 6;

function fillNames(): void {
  LATIN_ENTITIES.split(" ").forEach((name, index) => LEGACY.set(name, 0xa0 + index));
  for (const [name, point] of [
    ["amp", 0x26],
    ["lt", 0x3c],
    ["gt", 0x3e],
    ["quot", 0x22],
  ] as const) {
    LEGACY.set(name, point);
    LEGACY.set(name.toUpperCase(), point);
  }
  for (const run of ENTITY_RUNS.split("|")) {
    const [first, ...names] = run.split(" ");
    names.forEach((name, index) => NAMED.set(name, Number(first) + index));
  }
  LEGACY.forEach((point, name) => NAMED.set(name, point));
}

/** Numbers 80..9F mean windows-1252, as pages have always used them. */
const WINDOWS =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

interface Reference {
  readonly text: string;
  readonly end: number;
}

export function decodeEntities(text: string, inAttribute = false): string {
  let at = text.indexOf("&");
  if (at < 0) return text;
  if (NAMED.size === 0) fillNames();
  let decoded = "";
  let from = 0;
  while (at >= 0) {
    const reference =
      text.charCodeAt(at + 1) === 0x23
        ? numericReference(text, at + 2)
        : namedReference(text, at + 1, inAttribute);
    if (reference) {
      decoded += text.slice(from, at) + reference.text;
      from = reference.end;
    }
    at = text.indexOf("&", reference ? from : at + 1);
  }
  return decoded + text.slice(from);
}

function numericReference(text: string, start: number): Reference | null {
  const isHex = (text.charCodeAt(start) | 0x20) === 0x78;
  const radix = isHex ? 16 : 10;
  const first = isHex ? start + 1 : start;
  let point = 0;
  let end = first;
  for (; end < text.length; end++) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit >= radix) break;
    point = Math.min(point * radix + digit, 0x110000);
  }
  if (end === first) return null;
  return { text: characterOf(point), end: text[end] === ";" ? end + 1 : end };
}

function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16;
}

function characterOf(point: number): string {
  if (point >= 0x80 && point <= 0x9f) return WINDOWS.charAt(point - 0x80);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return String.fromCodePoint(isCharacter ? point : 0xfffd);
}

const isNamePart = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

function namedReference(text: string, start: number, inAttribute: boolean): Reference | null {
  let end = start;
  while (end - start <= LONGEST_NAME && isNamePart(text.charCodeAt(end))) end += 1;
  const name = text.slice(start, end);
  const point = NAMED.get(name);
  if (text[end] === ";" && point !== undefined) {
    return { text: String.fromCharCode(point), end: end + 1 };
  }
  for (let length = Math.min(name.length, LONGEST_LEGACY_NAME); length > 1; length--) {
    const legacy = LEGACY.get(name.slice(0, length));
    if (legacy === undefined) continue;
    const next = text.charCodeAt(start + length);
    if (inAttribute && (next === 0x3d || isNamePart(next))) return null;
    return { text: String.fromCharCode(legacy), end: start + length };
  }
  return null;
}
