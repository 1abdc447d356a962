import { unpack } from "../text/unpack";
import { variantTable } from "./characters";
import { GIVEN_NAMES, KANA_GIVEN_NAMES, KANA_SURNAMES, SURNAMES } from "./data/names";
import { HashSet } from "./hash-set";
import { mix, SEED_HIGH, stepHigh } from "./hash";

/** Steps from here on carry the high bits of a larger number (scripts/build-name-dictionary.mjs). */
const LONG_STEP = 0xf0;
const KANA_BASE = 0x30a0;
/** Begins a kana name: how many kana it shares with the name before it. */
const SHARED = 0x80;

/** Rather too large at once than grown again and again at the first mail of the day. */
const MANY = 1 << 15;
const SOME = 1 << 13;

export interface NameDictionary {
  readonly surnames: HashSet;
  readonly givenNames: HashSet;
  readonly kanaSurnames: HashSet;
  readonly kanaGivenNames: HashSet;
  /** Katakana of both, for names in Latin letters. */
  readonly kana: { readonly surnames: readonly string[]; readonly givenNames: readonly string[] };
}

let dictionary: NameDictionary | null = null;

/** Names of people, unpacked at first use into sets of hashes over canonical units. */
export function nameDictionary(): NameDictionary {
  if (!dictionary) {
    const kana = {
      surnames: kanaNames(unpack(KANA_SURNAMES)),
      givenNames: kanaNames(unpack(KANA_GIVEN_NAMES)),
    };
    dictionary = {
      surnames: kanjiNames(unpack(SURNAMES), SOME),
      givenNames: kanjiNames(unpack(GIVEN_NAMES), MANY),
      kanaSurnames: hashed(kana.surnames),
      kanaGivenNames: hashed(kana.givenNames),
      kana,
    };
  }
  return dictionary;
}

/** The hash by which the dictionary knows units from..to of a canonical name. */
export function nameHash(units: Uint16Array, from: number, to: number): number {
  let hash = SEED_HIGH;
  for (let i = from; i < to; i++) hash = stepHigh(hash, units[i] as number);
  return mix(hash);
}

/** Parts behind their lengths in three bytes. */
function frames(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high = 0, middle = 0, low = 0] = bytes.subarray(at, at + 3);
    const end = at + 3 + ((high << 16) | (middle << 8) | low);
    parts.push(bytes.subarray(at + 3, end));
    at = end;
  }
  return parts;
}

function hashed(names: readonly string[]): HashSet {
  const set = new HashSet(SOME);
  for (const name of names) {
    let hash = SEED_HIGH;
    for (let i = 0; i < name.length; i++) hash = stepHigh(hash, name.charCodeAt(i));
    set.add(mix(hash));
  }
  return set;
}

function kanaNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  let name = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < SHARED) {
      name += String.fromCharCode(KANA_BASE + byte);
      continue;
    }
    if (i > 0) names.push(name);
    name = name.slice(0, byte - SHARED);
  }
  names.push(name);
  return names;
}

function kanjiNames(bytes: Uint8Array, capacity: number): HashSet {
  const [letters, pairs, runs] = frames(bytes) as [Uint8Array, Uint8Array, Uint8Array];
  const alphabet = alphabetOf(letters);
  const set = new HashSet(capacity);
  let first = 0;
  let second = -1;
  eachStep(pairs, (step) => {
    if (step !== 0) {
      second += step;
      const begun = stepHigh(SEED_HIGH, alphabet[first] as number);
      set.add(mix(stepHigh(begun, alphabet[second] as number)));
    } else {
      first += 1;
      second = -1;
    }
  });
  let hash = SEED_HIGH;
  eachStep(runs, (step) => {
    if (step !== 0) hash = stepHigh(hash, alphabet[step - 1] as number);
    else {
      set.add(mix(hash));
      hash = SEED_HIGH;
    }
  });
  return set;
}

/** Canonical units of the kanji, by their numbers. */
function alphabetOf(letters: Uint8Array): Uint16Array {
  const canonical = variantTable();
  const alphabet = new Uint16Array(letters.length >> 1);
  for (let i = 0; i < alphabet.length; i++) {
    const kanji = ((letters[i * 2] as number) << 8) | (letters[i * 2 + 1] as number);
    alphabet[i] = canonical[kanji] as number;
  }
  return alphabet;
}

function eachStep(bytes: Uint8Array, take: (step: number) => void): void {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < LONG_STEP) take(byte);
    else take(((byte - LONG_STEP) << 8) | (bytes[++i] as number));
  }
}
