import { KANGXI_RADICALS, LOOK_ALIKE_RADICALS } from "./data/radicals";
import { everyUnit, unitsToString } from "./units";

/**
 * Decides which spellings of a character are one to the detectors: the everyday part of NFKC, and
 * beyond it the dashes and spaces that people use for each other. Every unit stays one unit, or is
 * dropped, so that folding is one look-up in a table.
 */
export const DROPPED = 0;

const VOICED_MARK = 0x3099;
const SEMI_VOICED_MARK = 0x309a;
/** First half of the variation selectors beyond the first plane (葛 with its form in a register). */
const VARIATION_HIGH = 0xdb40;

const HALF_WIDTH_KANA =
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト" +
  "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a";

/** Drawn lines stand for dashes in many Japanese lists; ー (U+30FC) is a letter and stays. */
const DASHES =
  "\u02d7\u058a\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\u2500\u2501" +
  "\u2796\u2e3a\u2e3b\u2e40\ufe31\ufe32\ufe58\ufe63\uff0d";
/** Line breaks are separators inside a cell; extractors make rows of those that are more. */
const SPACES = "\t\n\v\f\r\x85\xa0\u1680\u202f\u205f\u2028\u2029\u3000\u3164\uffa0";
const TILDES = "\u02dc\u2053\u223c\u301c\u3030\uff5e";
const SLASHES = "\u2044\u2215\u29f8";
const SMALL_FORMS = ",、.\0;:?!-(){}〔〕#&*+-<>=\0\\$%@";
const WIDE_SIGNS = "¢£¬¯¦¥₩\0│←↑→↓■○";

/** Zero-width characters, joiners, direction marks, variation selectors and the byte order mark. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

let table: Uint16Array | null = null;

/** Folding of every UTF-16 code unit, built at first use; `DROPPED` means "leave it out". */
export function foldTable(): Uint16Array {
  if (!table) table = buildTable();
  return table;
}

function buildTable(): Uint16Array {
  const fold = everyUnit();
  for (let unit = 0xff01; unit <= 0xff5e; unit++) fold[unit] = unit - 0xfee0;
  for (let unit = 0x2000; unit <= 0x200a; unit++) fold[unit] = 0x20;
  mapRun(fold, 0xff61, HALF_WIDTH_KANA);
  mapRun(fold, 0xfe50, SMALL_FORMS);
  mapRun(fold, 0xffe0, WIDE_SIGNS);
  mapRun(fold, 0x2f00, KANGXI_RADICALS);
  mapEach(fold, DASHES, "-");
  mapEach(fold, SPACES, " ");
  mapEach(fold, TILDES, "~");
  mapEach(fold, SLASHES, "/");
  for (let i = 0; i < LOOK_ALIKE_RADICALS.length; i += 2) {
    fold[LOOK_ALIKE_RADICALS.charCodeAt(i)] = LOOK_ALIKE_RADICALS.charCodeAt(i + 1);
  }
  fold[0x309b] = VOICED_MARK;
  fold[0x309c] = SEMI_VOICED_MARK;
  for (const [first, last] of INVISIBLE) fold.fill(DROPPED, first, last + 1);
  return fold;
}

/** Maps the run of units from `first` to `targets`, leaving out those whose target is NUL. */
function mapRun(fold: Uint16Array, first: number, targets: string): void {
  for (let i = 0; i < targets.length; i++) {
    const target = targets.charCodeAt(i);
    if (target !== 0) fold[first + i] = target;
  }
}

function mapEach(fold: Uint16Array, sources: string, target: string): void {
  for (let i = 0; i < sources.length; i++) fold[sources.charCodeAt(i)] = target.charCodeAt(0);
}

/** The voiced form of a kana and a combining mark, 0 where there is none. */
export function voiced(kana: number, mark: number): number {
  if (kana >= 0x30a1 && kana <= 0x30fe) {
    if (mark === VOICED_MARK && kana >= 0x30ef && kana <= 0x30f2) return kana + 8;
    const hiragana = voiced(kana - 0x60, mark);
    return hiragana === 0 ? 0 : hiragana + 0x60;
  }
  if (kana >= 0x306f && kana <= 0x307b && (kana - 0x306f) % 3 === 0) {
    return mark === VOICED_MARK ? kana + 1 : mark === SEMI_VOICED_MARK ? kana + 2 : 0;
  }
  if (mark !== VOICED_MARK) return 0;
  if (kana === 0x3046) return 0x3094;
  if (kana === 0x309d) return 0x309e;
  if (kana >= 0x304b && kana <= 0x3061) return kana % 2 === 1 ? kana + 1 : 0;
  return kana === 0x3064 || kana === 0x3066 || kana === 0x3068 ? kana + 1 : 0;
}

/** Whether two units are one variation selector of the character before them. */
export const isVariation = (high: number, low: number): boolean =>
  high === VARIATION_HIGH && low >= 0xdd00 && low <= 0xddef;

/** A whole text, folded as a block writer folds it. */
export function foldString(text: string): string {
  const fold = foldTable();
  const units = new Uint16Array(text.length);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = fold[text.charCodeAt(i)] as number;
    if (folded === DROPPED) continue;
    const last = end === 0 ? 0 : (units[end - 1] as number);
    if (isVariation(last, folded)) {
      end -= 1;
      continue;
    }
    const isMark = folded === VOICED_MARK || folded === SEMI_VOICED_MARK;
    const joined = isMark ? voiced(last, folded) : 0;
    if (joined === 0) units[end++] = folded;
    else units[end - 1] = joined;
  }
  return unitsToString(units, 0, end);
}
