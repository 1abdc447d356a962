import { MAYBE, NO, SURE, type Certainty, type NumberDetector } from "./detector";
import type { Reading } from "./hash";
import { maskAllBut } from "./mask";
import { BY_HYPHEN, type NumberRun } from "./number-run";

const LENGTH = 7;

/** Postal codes of Japan Post: three digits and four. They say where, not who. */
export const postalCode: NumberDetector = {
  id: "postal-code",
  form: "number",
  labels: ["郵便番号", "郵便", "〒", "zip", "zipcode", "postal", "postcode"],
  heeds: ["postal-code", "address"],
  agreement: { values: 2, share: 0.8 },
  standsAlone: false,
  readNumber,
  mask: (text) => maskAllBut(text, 4),
  examples: {
    hit: ["〒100-0001", "郵便番号:1000001", "郵便番号:600000"],
    miss: ["〒000-0000", "1000001", "100-00012", "A100-0001"],
  },
};

function readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty {
  if (number.plus || (number.glued && !labelled)) return NO;
  const isPlain = number.groupCount === 1;
  const lostZero = isPlain && labelled && number.count === LENGTH - 1;
  if (number.count !== LENGTH && !lostZero) return NO;
  const isGrouped = number.groupCount === 2 && number.group(0) === 3;
  if ((!isPlain && !isGrouped) || isZero(number)) return NO;
  number.hash(reading, 0, lostZero);
  if (labelled) return SURE;
  return isGrouped && number.separators === BY_HYPHEN ? MAYBE : NO;
}

function isZero(number: NumberRun): boolean {
  for (let i = 0; i < number.count; i++) if (number.digit(i) !== 0) return false;
  return true;
}
