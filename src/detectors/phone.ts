import { MAYBE, NO, SURE, type Certainty, type NumberDetector } from "./detector";
import type { Reading } from "./hash";
import { maskDigits } from "./mask";
import { BY_BRACKET, BY_HYPHEN, type NumberRun } from "./number-run";

/** Digits of a number in Japan with its leading zero; one more for 050 (telephony by internet). */
const LENGTH = 10;
const COUNTRY = 81;

/**
 * Telephones that are not mobiles: 0 and nine digits, or 050 and eight (numbering plan of the
 * Ministry of Internal Affairs). Free and shared-cost numbers belong to companies: no finding.
 */
export const phone: NumberDetector = {
  id: "phone",
  form: "number",
  labels: [
    "電話",
    "tel",
    "telno",
    "phone",
    "fax",
    "ファックス",
    "ファクス",
    "連絡先",
    "直通",
    "内線",
  ],
  heeds: ["phone", "mobile"],
  agreement: { values: 3, share: 0.8 },
  standsAlone: false,
  readNumber,
  mask: maskDigits,
  examples: {
    hit: ["03-1234-5678", "(03)1234-5678", "0466-12-3456", "050-1234-5678", "+81-3-1234-5678"],
    miss: ["0120-123-456", "03-1234-56789", "2026-07-18", "192.168.100.2001", "AB03-1234-5678"],
  },
};

function readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty {
  if (number.tooLong || (number.glued && !labelled)) return NO;
  if (number.plus) return readInternational(number, reading);
  if (number.digit(0) !== 0) return labelled ? readWithoutZero(number, reading) : NO;
  const second = number.digit(1);
  const isInternetPhone = second === 5 && number.digit(2) === 0;
  if (second === 0 || number.count !== LENGTH + (isInternetPhone ? 1 : 0)) return NO;
  if (isFreeOrShared(number) || isPlaceholder(number)) return NO;
  number.hash(reading, 0, false);
  const isGrouped = number.groupCount === 3 && number.group(2) === 4;
  if (isGrouped && number.separators & (BY_HYPHEN | BY_BRACKET)) return SURE;
  return labelled ? SURE : isGrouped || number.groupCount === 1 ? MAYBE : NO;
}

function readInternational(number: NumberRun, reading: Reading): Certainty {
  if (number.digit(0) * 10 + number.digit(1) !== COUNTRY) return NO;
  const first = number.digit(2) === 0 ? 3 : 2;
  if (number.count - first !== LENGTH - 1) return NO;
  number.hash(reading, first, true);
  return SURE;
}

/** Excel keeps a number, and drops its zero. */
function readWithoutZero(number: NumberRun, reading: Reading): Certainty {
  if (number.count !== LENGTH - 1 || number.digit(0) === 0) return NO;
  number.hash(reading, 0, true);
  return SURE;
}

/** 0120, 0800, 0570, 0990 and 020 (devices). */
function isFreeOrShared(number: NumberRun): boolean {
  const four = number.digit(0) * 1000 + number.digit(1) * 100 + number.digit(2) * 10;
  const prefix = four + number.digit(3);
  return prefix === 120 || prefix === 800 || prefix === 570 || prefix === 990 || four === 200;
}

/** 03-0000-0000 stands in templates. */
function isPlaceholder(number: NumberRun): boolean {
  for (let i = 2; i < number.count; i++) if (number.digit(i) !== 0) return false;
  return true;
}
