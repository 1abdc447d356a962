import {
  canonicalTable,
  classTable,
  HIRAGANA,
  KANJI,
  KATAKANA,
  LATIN,
  SPACE,
  unitSet,
  variantTable,
} from "./characters";
import { MAYBE, NO, SURE, type Certainty, type TextDetector } from "./detector";
import type { Reading } from "./hash";
import { isLatinName, looksLikeLatinName } from "./latin-name";
import { maskName } from "./mask";
import { isGivenName, isKanaSurname, isKanjiSurname } from "./name-dictionary";
import { endsLikeOrganisation, namesNoPerson } from "./organisation";
import { readPlainName } from "./plain-name";
import { WordFinder } from "./word-finder";

const LONGEST_CELL = 48;
const LONGEST_NAME = 16;
const OPEN = 0x28;
const CLOSE = 0x29;
const MIDDLE_DOT = 0x30fb;

const PARTICLES = unitSet("をはがのにでとも");
const honorifics = new WordFinder([
  "様",
  "さま",
  "さん",
  "殿",
  "どの",
  "氏",
  "先生",
  "くん",
  "君",
  "ちゃん",
]);

/** Spelling of a name under examination, in canonical units without spaces. */
const units0 = new Uint16Array(LONGEST_NAME);

/** What a stretch of text is made of, as far as a name goes. */
class Shape {
  length = 0;
  kanji = 0;
  kana = 0;
  latin = 0;
  /** Where the first space stood between the letters, 0 without one; more than one is no name. */
  gap = 0;
  gaps = 0;
  /** End of the letters, before a reading in brackets. */
  end = 0;
  /** Kanji behind hiragana, or a particle in front: a sentence, unless the dictionary knows it. */
  isSentence = false;

  take(units: Uint16Array, from: number, to: number): boolean {
    const classes = classTable();
    const spelling = variantTable();
    this.length = this.kanji = this.kana = this.latin = this.gap = this.gaps = 0;
    this.end = to;
    this.isSentence = PARTICLES[units[from] as number] === 1;
    let spaced = false;
    let hiragana = false;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      const unitClass = classes[unit];
      if (unitClass === SPACE || unit === MIDDLE_DOT) {
        spaced = true;
        continue;
      }
      if (unit === OPEN) return this.endsInBracket(units, i, to);
      if (unitClass === KANJI) {
        this.kanji += 1;
        if (hiragana) this.isSentence = true;
      } else if (unitClass === KATAKANA || unitClass === HIRAGANA) {
        this.kana += 1;
        hiragana = hiragana || unitClass === HIRAGANA;
      } else return false;
      if (this.length === LONGEST_NAME) return false;
      if (spaced && this.length > 0) {
        this.gaps += 1;
        if (this.gap === 0) this.gap = this.length;
      }
      spaced = false;
      const spelled = spelling[unit] as number;
      if (spelled !== 0) units0[this.length++] = spelled;
    }
    return this.length > 0;
  }

  private endsInBracket(units: Uint16Array, at: number, to: number): boolean {
    this.end = at;
    return units[to - 1] === CLOSE && this.length > 0;
  }
}

const shape = new Shape();

/**
 * Names of people: a family and a given name that the dictionary knows, or what stands behind a
 * label and looks like a name. Names of companies, offices and places are none, nor is a family
 * name alone in running text.
 */
export const personName: TextDetector = {
  id: "person-name",
  form: "text",
  labels: [
    "氏名",
    "名前",
    "姓名",
    "顧客名",
    "客名",
    "お客様名",
    "お客さま名",
    "会員名",
    "名義",
    "世帯主",
    "患者",
    "生徒",
    "学生",
    "児童",
    "園児",
    "従業員",
    "社員",
    "職員",
    "宛名",
    "届け先名",
    "届先名",
    "送付先名",
    "受取人",
    "fullname",
    "customername",
    "contactname",
    "holder",
    "passenger",
    "participant",
    "attendee",
    "applicant",
    "patient",
    "guest",
    "ナマエ",
    "シメイ",
  ],
  heeds: ["person-name"],
  agreement: { values: 2, share: 0.6 },
  standsAlone: false,
  triggers: "様",
  read,
  find,
  mask: maskName,
  examples: {
    hit: [
      "佐藤花子",
      "佐藤 花子",
      "サトウ ハナコ",
      "さとう はなこ",
      "氏名:小鳥遊 翼",
      "Hanako Sato",
      "鈴木さくら",
    ],
    miss: [
      "株式会社佐藤",
      "佐藤商店",
      "山田",
      "東京都",
      "営業部",
      "サンプル太郎",
      "氏名:〇〇 様",
      "カメラ",
      "田中 2台",
    ],
  },
};

function read(
  units: Uint16Array,
  from: number,
  to: number,
  labelled: boolean,
  reading: Reading,
): Certainty {
  if (to - from > LONGEST_CELL || to - from < 2) return NO;
  if (labelled && readPlainName(units, from, to, reading)) return SURE;
  const end = withoutHonorific(units, from, to);
  const certainty = shape.take(units, from, end)
    ? readJapanese(units, from, labelled)
    : readLatin(units, from, end, labelled);
  if (certainty === NO) return NO;
  const isKana = shape.length > 0 && shape.kanji === 0;
  const nameEnd = shape.length > 0 ? shape.end : end;
  if (namesNoPerson(units, from, end)) return NO;
  reading.at(from, nameEnd);
  reading.hash(units, from, nameEnd, canonicalTable());
  reading.isKana = isKana;
  return certainty;
}

function readLatin(units: Uint16Array, from: number, to: number, labelled: boolean): Certainty {
  shape.length = 0;
  if (classTable()[units[from] as number] !== LATIN) return NO;
  if (isLatinName(units, from, to)) return SURE;
  return labelled && looksLikeLatinName(units, from, to) ? SURE : NO;
}

function readJapanese(units: Uint16Array, from: number, labelled: boolean): Certainty {
  if (shape.gaps > (labelled ? 2 : 1)) return NO;
  if (labelled && looksLikeName(units, from)) return SURE;
  const certainty = shape.kanji > 0 ? splitMixed() : splitKana();
  if (certainty === SURE) return SURE;
  if (labelled && isKanjiSurname(units0, 0, shape.length)) return SURE;
  if (endsLikeOrganisation(units, from, shape.end)) return NO;
  return labelled && certainty === MAYBE ? SURE : certainty;
}

/** Behind a label: kanji of a length that names have, or kana. */
function looksLikeName(units: Uint16Array, from: number): boolean {
  if ((shape.isSentence && shape.gap === 0) || shape.length < 2) return false;
  if (shape.kanji === 0) return true;
  return shape.length <= 10 && !endsLikeOrganisation(units, from, shape.end);
}

/** Kanji, perhaps with kana: 佐藤花子, 佐藤 はなこ, 鈴木マリ. */
function splitMixed(): Certainty {
  if (shape.gap > 0) {
    const rest = shape.length - shape.gap;
    if (shape.gap > 5 || rest > 5) return NO;
    const knowsSurname = isKanjiSurname(units0, 0, shape.gap);
    const knowsGiven = isGivenName(units0, shape.gap, shape.length);
    if (knowsSurname && knowsGiven) return SURE;
    return knowsSurname || knowsGiven ? MAYBE : NO;
  }
  if (shape.length < 2 || shape.length > 8) return NO;
  let best: Certainty = NO;
  for (let at = 1; at < shape.length && at <= 5; at++) {
    const mayBeGiven = !shape.isSentence && at >= 2 && shape.length - at >= 2;
    if (!isKanjiSurname(units0, 0, at)) {
      if (mayBeGiven && isGivenName(units0, at, shape.length)) best = MAYBE;
      continue;
    }
    if (isGivenName(units0, at, shape.length)) {
      // One kanji before one or two is many a word: 平和, 森林, 原動力.
      if (at > 1 || shape.length > 3) return SURE;
      best = MAYBE;
    } else if (shape.length - at <= 3) best = MAYBE;
  }
  return best;
}

/** サトウ ハナコ, さとうはなこ: without a space many words fall apart into two names. */
function splitKana(): Certainty {
  if (shape.gap > 0) {
    const knowsSurname = isKanaSurname(units0, 0, shape.gap);
    const knowsGiven = isGivenName(units0, shape.gap, shape.length);
    if (knowsSurname && knowsGiven) return SURE;
    return knowsSurname || knowsGiven ? MAYBE : NO;
  }
  if (shape.length < 4 || shape.length > 12) return NO;
  for (let at = 2; at <= shape.length - 2; at++) {
    const knowsSurname = isKanaSurname(units0, 0, at);
    if (knowsSurname && isGivenName(units0, at, shape.length)) return MAYBE;
  }
  return NO;
}

function withoutHonorific(units: Uint16Array, from: number, to: number): number {
  let end = to - honorifics.lengthBefore(units, from + 1, to, 3);
  const classes = classTable();
  while (end > from && classes[units[end - 1] as number] === SPACE) end -= 1;
  return end;
}

/** 佐藤花子様: a full name straight before 様, back to a space or a sign. */
function find(
  units: Uint16Array,
  at: number,
  from: number,
  _to: number,
  reading: Reading,
): Certainty {
  const classes = classTable();
  let end = at;
  while (end > from && classes[units[end - 1] as number] === SPACE) end -= 1;
  let words = 0;
  for (let start = end; start >= from && end - start <= LONGEST_NAME; start--) {
    const unitClass = start > from ? classes[units[start - 1] as number] : undefined;
    if (unitClass === KANJI || unitClass === KATAKANA || unitClass === HIRAGANA) continue;
    if (end > start && read(units, start, end, false, reading) === SURE) return SURE;
    if (unitClass !== SPACE || ++words > 1) return NO;
  }
  return NO;
}
