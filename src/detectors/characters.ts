import { everyUnit } from "../text/units";

/** Classes of folded units, as far as detectors tell them apart; text/fold.ts unifies the rest. */
export const OTHER = 0;
export const DIGIT = 1;
export const LATIN = 2;
export const KANJI = 3;
export const HIRAGANA = 4;
export const KATAKANA = 5;
export const SPACE = 6;

export const HYPHEN = 0x2d;
const LONG_VOWEL = 0x30fc;

/** Class, first unit, and the unit behind the last one; where two say something, the later counts. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [DIGIT, 0x30, 0x3a],
  [LATIN, 0x41, 0x5b],
  [LATIN, 0x61, 0x7b],
  [LATIN, 0xc0, 0x250],
  [OTHER, 0xd7, 0xd8],
  [OTHER, 0xf7, 0xf8],
  [HIRAGANA, 0x3041, 0x3097],
  [KATAKANA, 0x30a1, 0x30fb],
  [KATAKANA, LONG_VOWEL, LONG_VOWEL + 3],
  [KANJI, 0x3400, 0xa000],
  [KANJI, 0xf900, 0xfb00],
  // Halves of characters beyond the first plane: rare kanji such as the wide 𠮷.
  [KANJI, 0xd840, 0xd880],
  [KANJI, 0xdc00, 0xe000],
  [KANJI, 0x3005, 0x3006],
  [SPACE, 0x20, 0x21],
  [SPACE, 0x3000, 0x3001],
];

/** For every UTF-16 unit the value that `values` has for its class; filling costs no loop. */
export function tableByClass(values: readonly number[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [unitClass, from, to] of RANGES) table.fill(values[unitClass] ?? 0, from, to);
  return table;
}

let classes: Uint8Array | null = null;

/** The class of every UTF-16 unit, built at first use. */
export const classTable = (): Uint8Array =>
  (classes ??= tableByClass([OTHER, DIGIT, LATIN, KANJI, HIRAGANA, KATAKANA, SPACE]));

let canonical: Uint16Array | null = null;

/** The unit by which values are compared: 0 for spaces and ・, katakana for hiragana, small Latin letters. */
export function canonicalTable(): Uint16Array {
  if (!canonical) {
    canonical = everyUnit();
    canonical[0x20] = 0;
    canonical[0x3000] = 0;
    canonical[0x30fb] = 0;
    for (let unit = 0x41; unit <= 0x5a; unit++) canonical[unit] = unit + 0x20;
    for (let unit = 0x3041; unit <= 0x3096; unit++) canonical[unit] = unit + 0x60;
  }
  return canonical;
}

/** Pairs of a variant of a kanji and the form under which the name dictionary knows it. */
const VARIANTS =
  "髙高﨑崎嵜崎邊辺邉辺澤沢濵浜濱浜廣広齋斎齊斉眞真冨富桒桑德徳國国惠恵櫻桜瀨瀬渕淵曾曽檜桧藪薮瀧滝" +
  "莊荘豐豊萬万條条來来將将藏蔵當当寶宝壽寿榮栄學学實実亞亜應応圓円彌弥龍竜舘館嶋島嶌島峯峰穐秋靏鶴" +
  "顯顕聰聡澁渋埜野壱一會会淸清靜静逸逸";

let variants: Uint16Array | null = null;

/** As canonicalTable, with one form for variants of a kanji; for look-ups only: 渡邊 is not 渡辺. */
export function variantTable(): Uint16Array {
  if (!variants) {
    variants = canonicalTable().slice();
    for (let i = 0; i < VARIANTS.length; i += 2) {
      variants[VARIANTS.charCodeAt(i)] = VARIANTS.charCodeAt(i + 1);
    }
    // The two halves of \u{20bb7}, the other form of 吉.
    variants[0xd842] = 0;
    variants[0xdfb7] = 0x5409;
  }
  return variants;
}

/** `value` for each unit of `text`, 0 for all others: a question asked of every unit needs no string. */
export function unitSet(text: string, value = 1): Uint8Array {
  const set = new Uint8Array(0x10000);
  for (let i = 0; i < text.length; i++) set[text.charCodeAt(i)] = value;
  return set;
}
