import { canonicalTable, tableByClass } from "./characters";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow, type Reading } from "./hash";
import { beginsNoPerson, FIRSTS_OF_NO_PERSON, LASTS_OF_ORGANISATIONS } from "./organisation";

const SHORTEST = 2;
const LONGEST_KANJI = 10;
const LONGEST_KANA = 16;
/** Begin honorifics, or stand in sentences; a name that holds them is looked at more closely. */
const DOUBTFUL = "をはがのにでともさどくち様殿氏先君";
/** Halves of rare kanji are spelled with the two of them. */
const FIRST_HALF = 0xd800;
const LAST_HALF = 0xdfff;

/** Bits of what a unit is to a name; 0 makes the text none that is plain. */
const OF_KANJI = 1;
const OF_KANA = 2;
const IS_GAP = 4;
/** As the last kanji it makes the name one of an organisation. */
const IS_ENDING = 8;
/** A word that names no person may begin with it. */
const IS_SUSPECT = 16;

let parts: Uint8Array | null = null;

function partTable(): Uint8Array {
  if (parts) return parts;
  const table = tableByClass([0, 0, 0, OF_KANJI, OF_KANA, OF_KANA, IS_GAP]);
  const mark = (signs: string, bit: number): void => {
    for (let i = 0; i < signs.length; i++) {
      const unit = signs.charCodeAt(i);
      if (table[unit] !== 0) table[unit] = (table[unit] as number) | bit;
    }
  };
  mark(FIRSTS_OF_NO_PERSON, IS_SUSPECT);
  mark(LASTS_OF_ORGANISATIONS, IS_ENDING);
  for (let i = 0; i < DOUBTFUL.length; i++) table[DOUBTFUL.charCodeAt(i)] = 0;
  table.fill(0, FIRST_HALF, LAST_HALF + 1);
  parts = table;
  return parts;
}

/**
 * Reads units from..to behind a label where they are a name beyond doubt, as nearly every cell of a
 * list of people is, in one pass: kanji or kana with at most one space, and nothing in them that
 * begins a title, a company or a placeholder. False says nothing.
 */
export function readPlainName(
  units: Uint16Array,
  from: number,
  to: number,
  reading: Reading,
): boolean {
  const table = partTable();
  const canonical = canonicalTable();
  let high = SEED_HIGH;
  let low = SEED_LOW;
  let kanji = 0;
  let gaps = 0;
  let part = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    part = table[unit] as number;
    if (part === 0 || ((part & IS_SUSPECT) !== 0 && beginsNoPerson(units, i, to))) return false;
    if ((part & IS_GAP) !== 0) {
      gaps += 1;
      continue;
    }
    kanji += part & OF_KANJI;
    const spelled = canonical[unit] as number;
    high = stepHigh(high, spelled);
    low = stepLow(low, spelled);
  }
  const letters = to - from - gaps;
  if (gaps > 1 || letters < SHORTEST || (part & (IS_GAP | IS_ENDING)) !== 0) return false;
  // Kanji beside kana may be a sentence.
  if (kanji > 0 ? kanji < letters || kanji > LONGEST_KANJI : letters > LONGEST_KANA) return false;
  reading.at(from, to);
  reading.high = mix(high);
  reading.low = mix(low);
  reading.isKana = kanji === 0;
  return true;
}
