import { classTable, LATIN } from "./characters";
import { kanaGivenNameList, kanaSurnameList } from "./name-dictionary";
import { romanised, simplified } from "./romanised";
import { unitsToString } from "../text/units";

let surnames: Set<string> | null = null;
let givenNames: Set<string> | null = null;

/** Whether a text is a family and a given name of Japan in Latin letters, in either order. */
export function isLatinName(units: Uint16Array, from: number, to: number): boolean {
  const words = latinWords(units, from, to);
  if (words.length !== 2) return false;
  if (!surnames || !givenNames) {
    surnames = new Set(kanaSurnameList().list().map(romanised));
    givenNames = new Set(kanaGivenNameList().list().map(romanised));
  }
  const [first = "", second = ""] = words.map((word) => simplified(word.toLowerCase()));
  if (first.length < 2 || second.length < 2) return false;
  return (
    (surnames.has(first) && givenNames.has(second)) ||
    (surnames.has(second) && givenNames.has(first))
  );
}

/** Two to four words with capitals, as names are written behind a label. */
export function looksLikeLatinName(units: Uint16Array, from: number, to: number): boolean {
  const words = latinWords(units, from, to);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'.-]*$/.test(word))
  );
}

/** The words of a short text that is nothing but Latin letters and the signs in names. */
function latinWords(units: Uint16Array, from: number, to: number): string[] {
  if (to - from > 40) return [];
  const classes = classTable();
  let gaps = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    if (classes[unit] === LATIN) continue;
    if (unit === 0x20 || unit === 0x2c) gaps += 1;
    else if (unit !== 0x2d && unit !== 0x27 && unit !== 0x2e) return [];
  }
  // One word is no name: most Latin text in a list is a part of a mail address.
  if (gaps === 0) return [];
  return unitsToString(units, from, to)
    .split(/[ ,]+/)
    .filter((word) => word !== "");
}
