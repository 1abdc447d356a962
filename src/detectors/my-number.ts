import { MAYBE, NO, SURE, type Certainty, type NumberDetector } from "./detector";
import type { Reading } from "./hash";
import { maskAllBut } from "./mask";
import type { NumberRun } from "./number-run";

const LENGTH = 12;
/** Weights of the eleven digits (Order of the Ministry of Internal Affairs No. 85 of 2014, art. 5). */
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Individual numbers (マイナンバー): eleven digits and a check digit. One number in ten passes the
 * check by chance, so it takes a label, or a whole column that passes.
 */
export const myNumber: NumberDetector = {
  id: "my-number",
  form: "number",
  labels: ["マイナンバー", "個人番号", "mynumber", "individualnumber"],
  heeds: ["my-number"],
  agreement: { values: 10, share: 1 },
  standsAlone: true,
  readNumber,
  mask: (text) => maskAllBut(text, 2),
  examples: {
    hit: ["マイナンバー:123456789018", "個人番号 1234-5678-9018", "My Number: 6214 9832 0257"],
    miss: [
      "123456789018",
      "注文番号:123456789018",
      "マイナンバー:123456789019",
      "個人番号:12345678901",
    ],
  },
};

function readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty {
  if (number.plus || number.glued || number.count !== LENGTH) return NO;
  const isGrouped = number.groupCount === 3 && number.group(0) === 4 && number.group(1) === 4;
  if (!isGrouped && number.groupCount !== 1) return NO;
  if (!hasCheckDigit(number) || isRepeated(number)) return NO;
  number.hash(reading, 0, false);
  return labelled ? SURE : MAYBE;
}

function hasCheckDigit(number: NumberRun): boolean {
  let sum = 0;
  for (let i = 0; i < WEIGHTS.length; i++) sum += number.digit(i) * (WEIGHTS[i] as number);
  const rest = sum % 11;
  return number.digit(LENGTH - 1) === (rest <= 1 ? 0 : 11 - rest);
}

function isRepeated(number: NumberRun): boolean {
  for (let i = 1; i < LENGTH; i++) if (number.digit(i) !== number.digit(0)) return false;
  return true;
}
