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
      surnames: kanjiNames(unpack(SURNAMES)),
      givenNames: kanjiNames(unpack(GIVEN_NAMES)),
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
  const set = new HashSet();
  for (const name of names) addName(set, name);
  return set;
}

function addName(set: HashSet, name: string): void {
  const canonical = variantTable();
  let hash = SEED_HIGH;
  for (let i = 0; i < name.length; i++) {
    hash = stepHigh(hash, canonical[name.charCodeAt(i)] as number);
  }
  set.add(mix(hash));
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

function kanjiNames(bytes: Uint8Array): HashSet {
  const [letters, pairs, runs] = frames(bytes) as [Uint8Array, Uint8Array, Uint8Array];
  const kanji = (number: number) =>
    String.fromCharCode(
      ((letters[number * 2] as number) << 8) | (letters[number * 2 + 1] as number),
    );
  const set = new HashSet();
  let first = 0;
  let second = -1;
  eachStep(pairs, (step) => {
    if (step !== 0) {
      second += step;
      addName(set, kanji(first) + kanji(second));
    } else {
      first += 1;
      second = -1;
    }
  });
  let run = "";
  eachStep(runs, (step) => {
    if (step !== 0) run += kanji(step - 1);
    else {
      addName(set, run);
      run = "";
    }
  });
  return set;
}

function eachStep(bytes: Uint8Array, take: (step: number) => void): void {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < LONG_STEP) take(byte);
    else take(((byte - LONG_STEP) << 8) | (bytes[++i] as number));
  }
}
