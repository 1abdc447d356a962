import { MAYBE, NO, SURE, type Certainty, type NumberDetector } from "./detector";
import type { Reading } from "./hash";
import { maskDigits } from "./mask";
import { BY_HYPHEN, type NumberRun } from "./number-run";

const LENGTH = 11;
const COUNTRY = 81;

/**
 * Mobile telephones: 060, 070, 080 or 090 and eight digits (numbering plan of the Ministry of
 * Internal Affairs; 060 since 2024). One points at one person.
 */
export const mobile: NumberDetector = {
  id: "mobile",
  form: "number",
  labels: ["携帯", "ケータイ", "スマホ", "モバイル", "mobile", "cell"],
  heeds: ["mobile", "phone"],
  agreement: { values: 3, share: 0.8 },
  standsAlone: false,
  readNumber,
  mask: maskDigits,
  examples: {
    hit: [
      "090-1234-5678",
      "060-1234-5678",
      "+81 90-1234-5678",
      "携帯:09012345678",
      "携帯:9012345678",
    ],
    miss: ["090-1234-567", "000-0000-0000", "1090-1234-5678", "9012345678", "090-1234-5678-1"],
  },
};

function readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty {
  if (number.tooLong || (number.glued && !labelled)) return NO;
  if (number.plus) return readInternational(number, reading);
  if (number.digit(0) !== 0) return labelled ? readWithoutZero(number, reading) : NO;
  if (number.count !== LENGTH || !isMobile(number, 1)) return NO;
  number.hash(reading, 0, false);
  if (labelled) return SURE;
  const isGrouped = number.groupCount === 3 && number.group(0) === 3 && number.group(1) === 4;
  if (isGrouped) return number.separators & BY_HYPHEN ? SURE : MAYBE;
  return number.groupCount === 1 ? MAYBE : NO;
}

function readInternational(number: NumberRun, reading: Reading): Certainty {
  if (number.digit(0) * 10 + number.digit(1) !== COUNTRY) return NO;
  const first = number.digit(2) === 0 ? 3 : 2;
  if (number.count - first !== LENGTH - 1 || !isMobile(number, first)) return NO;
  number.hash(reading, first, true);
  return SURE;
}

/** Excel keeps a number, and drops its zero: 9012345678. */
function readWithoutZero(number: NumberRun, reading: Reading): Certainty {
  if (number.count !== LENGTH - 1 || !isMobile(number, 0)) return NO;
  number.hash(reading, 0, true);
  return SURE;
}

/** 6..9 and 0, with anything but zeros behind them. */
function isMobile(number: NumberRun, at: number): boolean {
  if (number.digit(at) < 6 || number.digit(at + 1) !== 0) return false;
  for (let i = at + 2; i < number.count; i++) if (number.digit(i) !== 0) return true;
  return false;
}
