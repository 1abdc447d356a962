import { unpack } from "../text/unpack";
import { GIVEN_NAMES, KANA_GIVEN_NAMES, KANA_SURNAMES, SURNAMES } from "./data/names";
import { KanaNames } from "./kana-names";
import { KanjiNames } from "./kanji-names";

const FIRST_KANA = 0x30a1;
const LAST_KANA = 0x30fe;

let surnames: KanjiNames | null = null;
let givenNames: KanjiNames | null = null;
let kanaSurnames: KanaNames | null = null;
let kanaGivenNames: KanaNames | null = null;

// Each list is unpacked when it is first asked: most mails need those in kanji alone.

const kanjiSurnameList = (): KanjiNames => (surnames ??= new KanjiNames(unpack(SURNAMES)));
const kanjiGivenNameList = (): KanjiNames => (givenNames ??= new KanjiNames(unpack(GIVEN_NAMES)));

export const kanaSurnameList = (): KanaNames =>
  (kanaSurnames ??= new KanaNames(unpack(KANA_SURNAMES)));
export const kanaGivenNameList = (): KanaNames =>
  (kanaGivenNames ??= new KanaNames(unpack(KANA_GIVEN_NAMES)));

/** A name is all kanji or all kana. */
const isKana = (unit: number | undefined): boolean =>
  unit !== undefined && unit >= FIRST_KANA && unit <= LAST_KANA;

/** Whether canonical units from..to are a family name in kanji. */
export const isKanjiSurname = (units: Uint16Array, from: number, to: number): boolean =>
  !isKana(units[from]) && kanjiSurnameList().has(units, from, to);

/** Whether canonical units from..to are a given name in kanji or kana. */
export const isGivenName = (units: Uint16Array, from: number, to: number): boolean =>
  isKana(units[from])
    ? kanaGivenNameList().has(units, from, to)
    : kanjiGivenNameList().has(units, from, to);

/** Whether canonical units from..to are a family name in kana. */
export const isKanaSurname = (units: Uint16Array, from: number, to: number): boolean =>
  isKana(units[from]) && kanaSurnameList().has(units, from, to);
