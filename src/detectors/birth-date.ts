import { classTable, DIGIT, SPACE, unitSet } from "./characters";
import { DateReader } from "./dates";
import { NO, SURE, type Certainty, type TextDetector } from "./detector";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow, type Reading } from "./hash";
import { maskDate } from "./mask";

const LONGEST = 30;
const DATE_UNITS = unitSet("年月日/-.明治大正昭和平成令元MTSHR");

const dates = new DateReader();

/** Dates of birth: any date says so little that only a label or 生 behind it makes it one. */
export const birthDate: TextDetector = {
  id: "birth-date",
  form: "text",
  labels: ["生年月日", "誕生日", "生年", "出生", "birthday", "birthdate", "dateofbirth", "dob"],
  heeds: ["birth-date"],
  agreement: { values: Infinity, share: 1 },
  standsAlone: false,
  triggers: "生",
  read,
  find,
  mask: maskDate,
  examples: {
    hit: [
      "生年月日:1980/01/02",
      "生年月日:昭和55年1月2日",
      "生年月日:S55.1.2",
      "平成元年5月3日生まれ",
    ],
    miss: ["1980/01/02", "生年月日:1980/13/02", "納品日:2026/07/18", "先生 3月4日"],
  },
};

function read(
  units: Uint16Array,
  from: number,
  to: number,
  labelled: boolean,
  reading: Reading,
): Certainty {
  if (!labelled || to - from > LONGEST) return NO;
  const date = dates.read(units, from, to);
  if (date === 0) return NO;
  reading.at(from, to);
  reading.high = mix(stepHigh(SEED_HIGH, date));
  reading.low = mix(stepLow(SEED_LOW, date));
  return SURE;
}

/** 1980年1月2日生: goes back over what dates are made of. */
function find(
  units: Uint16Array,
  at: number,
  from: number,
  _to: number,
  reading: Reading,
): Certainty {
  const classes = classTable();
  let start = at;
  while (start > from && at - start < 16 && isDateUnit(units[start - 1] as number, classes)) {
    start -= 1;
  }
  while (start < at && classes[units[start] as number] === SPACE) start += 1;
  return at - start < 6 ? NO : read(units, start, at, true, reading);
}

function isDateUnit(unit: number, classes: Uint8Array): boolean {
  const unitClass = classes[unit];
  if (unitClass === DIGIT || unitClass === SPACE) return true;
  return DATE_UNITS[unit] === 1;
}
