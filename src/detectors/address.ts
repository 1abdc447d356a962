import {
  classTable,
  DIGIT,
  HIRAGANA,
  HYPHEN,
  KANJI,
  KATAKANA,
  LATIN,
  SPACE,
  unitSet,
} from "./characters";
import { MAYBE, NO, SURE, type Certainty, type TextDetector } from "./detector";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow, type Reading } from "./hash";
import { maskAddress } from "./mask";
import { isPlaceholder } from "./organisation";
import { prefectureAt } from "./prefectures";

/** 市, 区 and 郡 end the name of a municipality; 町 and 村 end many other names as well. */
const CITY = unitSet("市区郡");
const TOWN = unitSet("町村");
/** What stands between the numbers of a house: one spelling for all of them. */
const NUMBER_SIGNS = "丁目番地号の";
const NUMBER_WORDS = unitSet(NUMBER_SIGNS);
const LONGEST = 120;
/** Two Japanese letters; a Latin one counts half. */
const ENOUGH_LETTERS = 4;
const LONGEST_CITY = 12;
const LONG_VOWEL = 0x30fc;
const POSTAL_MARK = 0x3012;

/** Postal addresses in Japan: a municipality, and a house number unless a label says "address". */
export const address: TextDetector = {
  id: "address",
  form: "text",
  labels: [
    "住所",
    "所在地",
    "居所",
    "都道府県",
    "市区町村",
    "市町村",
    "町名",
    "町域",
    "番地",
    "丁目",
    "建物",
    "マンション",
    "address",
    "street",
    "city",
    "prefecture",
  ],
  heeds: ["address"],
  agreement: { values: 3, share: 0.8 },
  standsAlone: false,
  triggers: "都道府県市区郡",
  read,
  find,
  mask: maskAddress,
  examples: {
    hit: [
      "東京都千代田区千代田1-1",
      "横浜市中区本町2丁目3番地",
      "住所:千代田区千代田",
      "北海道札幌市中央区北1条西2",
    ],
    miss: ["東京都", "東京都千代田区", "住所:-", "県道12号線", "京都市の天気"],
  },
};

function read(
  units: Uint16Array,
  from: number,
  to: number,
  labelled: boolean,
  reading: Reading,
): Certainty {
  if (to - from > LONGEST) return NO;
  const start = afterPostalCode(units, from, to);
  const certainty = labelled ? readLabelled(units, start, to) : readPlain(units, start, to);
  if (certainty === NO) return NO;
  reading.at(start, to);
  hashAddress(units, start, to, reading);
  return certainty;
}

/** Behind a label anything with two kanji or four letters counts. */
function readLabelled(units: Uint16Array, from: number, to: number): Certainty {
  const classes = classTable();
  let letters = 0;
  for (let i = from; i < to; i++) {
    const unitClass = classes[units[i] as number];
    if (unitClass === KANJI || unitClass === HIRAGANA || unitClass === KATAKANA) letters += 2;
    else if (unitClass === LATIN) letters += 1;
    if (letters >= ENOUGH_LETTERS) return isPlaceholder(units, from, to) ? NO : SURE;
  }
  return NO;
}

function readPlain(units: Uint16Array, from: number, to: number): Certainty {
  const prefecture = prefectureAt(units, from, to);
  const city = cityEnd(units, from + prefecture, to, CITY);
  const municipality = city > 0 ? city : cityEnd(units, from + prefecture, to, TOWN);
  if (municipality === 0) return NO;
  const house = houseNumber(units, municipality, to);
  if (prefecture > 0) return house > 0 ? SURE : MAYBE;
  return house < 2 ? NO : city > 0 ? SURE : MAYBE;
}

/** The end of a name of a municipality that starts at `from`, 0 where there is none. */
function cityEnd(units: Uint16Array, from: number, to: number, ends: Uint8Array): number {
  const classes = classTable();
  for (let i = from; i < to && i < from + LONGEST_CITY; i++) {
    const unit = units[i] as number;
    const unitClass = classes[unit];
    if (unitClass !== KANJI && unitClass !== HIRAGANA && unitClass !== KATAKANA) return 0;
    if (i > from && ends[unit] === 1) return i + 1;
  }
  return 0;
}

/** 0 without a number, 1 with one, 2 with one in the form of a house's: 1-2, 3丁目, 12番. */
function houseNumber(units: Uint16Array, from: number, to: number): number {
  const classes = classTable();
  let found = 0;
  for (let i = from; i < to; i++) {
    if (classes[units[i] as number] !== DIGIT) continue;
    found = 1;
    const next = i + 1 < to ? (units[i + 1] as number) : 0;
    const isJoined = next === HYPHEN || next === LONG_VOWEL;
    if (isJoined && i + 2 < to && classes[units[i + 2] as number] === DIGIT) return 2;
    if (NUMBER_WORDS[next] === 1) return 2;
  }
  return found;
}

/** 〒100-0001 東京都…: a code before the address is not a part of it. */
function afterPostalCode(units: Uint16Array, from: number, to: number): number {
  const classes = classTable();
  let i = units[from] === POSTAL_MARK ? from + 1 : from;
  let digits = 0;
  while (i < to) {
    const unitClass = classes[units[i] as number];
    if (unitClass === DIGIT) digits += 1;
    else if (unitClass !== SPACE && units[i] !== HYPHEN) break;
    i += 1;
  }
  return digits === 7 ? i : from;
}

function find(
  units: Uint16Array,
  at: number,
  from: number,
  to: number,
  reading: Reading,
): Certainty {
  for (let length = 3; length <= 4; length++) {
    const start = at - length + 1;
    if (start < from || prefectureAt(units, start, at + 1) !== length) continue;
    const end = addressEnd(units, start, Math.min(to, start + LONGEST));
    return readPlain(units, start, end) === SURE ? read(units, start, end, false, reading) : NO;
  }
  if (CITY[units[at] as number] === 0) return NO;
  const start = cityStart(units, at, from);
  const end = addressEnd(units, start, Math.min(to, start + LONGEST));
  return readPlain(units, start, end) === SURE ? read(units, start, end, false, reading) : NO;
}

/** Back over the kanji of a municipality's name. */
function cityStart(units: Uint16Array, at: number, from: number): number {
  const classes = classTable();
  let start = at;
  while (start > from && at - start < LONGEST_CITY / 2) {
    if (classes[units[start - 1] as number] !== KANJI) break;
    start -= 1;
  }
  return start;
}

/** Goes on over letters, digits and hyphens; a space ends it once a number was there. */
function addressEnd(units: Uint16Array, from: number, to: number): number {
  const classes = classTable();
  let hasNumber = false;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    const unitClass = classes[unit];
    if (unitClass === DIGIT) hasNumber = true;
    else if (unitClass === SPACE ? hasNumber : unitClass === 0 && unit !== HYPHEN) return i;
  }
  return to;
}

/** Left out where addresses are compared, or one hyphen however many there are. */
const LEFT_OUT = 1;
const AS_HYPHEN = 2;
const SPELLINGS = unitSet(NUMBER_SIGNS, AS_HYPHEN);
SPELLINGS[0x20] = LEFT_OUT;
SPELLINGS[HYPHEN] = AS_HYPHEN;
SPELLINGS[LONG_VOWEL] = AS_HYPHEN;

export function hashAddress(units: Uint16Array, from: number, to: number, reading: Reading): void {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  let pending = false;
  for (let i = from; i < to; i++) {
    const unit = units[i] as number;
    const spelling = SPELLINGS[unit] as number;
    if (spelling !== 0) {
      pending = pending || spelling === AS_HYPHEN;
      continue;
    }
    if (pending) {
      high = stepHigh(high, HYPHEN);
      low = stepLow(low, HYPHEN);
      pending = false;
    }
    high = stepHigh(high, unit);
    low = stepLow(low, unit);
  }
  reading.high = mix(high);
  reading.low = mix(low);
}
