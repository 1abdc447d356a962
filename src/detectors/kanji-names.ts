import { variantTable } from "./characters";
import { HashSet } from "./hash-set";
import { mix, SEED_HIGH, stepHigh } from "./hash";

/** Steps from here on carry the high bits of a larger number (scripts/build-name-dictionary.mjs). */
const LONG_STEP = 0xf0;
const SOME = 1 << 12;

/**
 * Names in kanji. Nearly all have two: for those a bit for each pair of kanji says whether it is a
 * name, which costs less than hashing thousands of names before the first mail of the day.
 */
export class KanjiNames {
  /** 1 + the number of a canonical kanji in the alphabet, 0 for all other units. */
  private readonly numbers = new Uint16Array(0x10000);
  /** Canonical units of the kanji, by their numbers. */
  private readonly alphabet: Uint16Array;
  private readonly pairs: Uint8Array;
  /** Names of one kanji, and of three and more. */
  private readonly others = new HashSet(SOME);

  /** Three parts behind their lengths in three bytes: alphabet, pairs, runs of the others. */
  constructor(packed: Uint8Array) {
    const [letters, pairs, runs] = frames(packed) as [Uint8Array, Uint8Array, Uint8Array];
    this.alphabet = this.readAlphabet(letters);
    this.pairs = this.readPairs(pairs);
    this.readRuns(runs);
  }

  /** Whether canonical units from..to are a name. */
  has(units: Uint16Array, from: number, to: number): boolean {
    if (to - from !== 2) return this.others.has(nameHash(units, from, to));
    const first = this.numbers[units[from] as number] as number;
    const second = this.numbers[units[from + 1] as number] as number;
    if (first === 0 || second === 0) return false;
    const pair = (first - 1) * this.alphabet.length + second - 1;
    return ((this.pairs[pair >> 3] as number) & (1 << (pair & 7))) !== 0;
  }

  private readAlphabet(letters: Uint8Array): Uint16Array {
    const canonical = variantTable();
    const alphabet = new Uint16Array(letters.length >> 1);
    for (let i = 0; i < alphabet.length; i++) {
      const kanji = ((letters[i * 2] as number) << 8) | (letters[i * 2 + 1] as number);
      const unit = canonical[kanji] as number;
      alphabet[i] = unit;
      if (this.numbers[unit] === 0) this.numbers[unit] = i + 1;
    }
    return alphabet;
  }

  /** Steps to the next second kanji of the same first one; 0 goes on to the next first one. */
  private readPairs(bytes: Uint8Array): Uint8Array {
    const { alphabet, numbers } = this;
    const size = alphabet.length;
    const bits = new Uint8Array(((size * size) >> 3) + 1);
    let letter = 0;
    let row = 0;
    let second = -1;
    for (let i = 0; i < bytes.length; i++) {
      const step = bytes[i] as number;
      if (step === 0) {
        letter += 1;
        row = ((numbers[alphabet[letter] as number] as number) - 1) * size;
        second = -1;
        continue;
      }
      second += step < LONG_STEP ? step : ((step - LONG_STEP) << 8) | (bytes[++i] as number);
      const pair = row + (numbers[alphabet[second] as number] as number) - 1;
      bits[pair >> 3] = (bits[pair >> 3] as number) | (1 << (pair & 7));
    }
    return bits;
  }

  private readRuns(bytes: Uint8Array): void {
    const { alphabet, others } = this;
    let hash = SEED_HIGH;
    for (let i = 0; i < bytes.length; i++) {
      const step = bytes[i] as number;
      if (step === 0) {
        others.add(mix(hash));
        hash = SEED_HIGH;
        continue;
      }
      const number = step < LONG_STEP ? step : ((step - LONG_STEP) << 8) | (bytes[++i] as number);
      hash = stepHigh(hash, alphabet[number - 1] as number);
    }
  }
}

function nameHash(units: Uint16Array, from: number, to: number): number {
  let hash = SEED_HIGH;
  for (let i = from; i < to; i++) hash = stepHigh(hash, units[i] as number);
  return mix(hash);
}

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
