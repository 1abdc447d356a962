import type { FoldedText } from "../folded-text";

/**
 * Writes a workbook's serial day number as YYYY/MM/DD. Day 1 is 1900-01-01, and day 60 the
 * 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1); with the 1904 system day 0 is
 * 1904-01-01.
 */
const LAST_DAY = 2958465;
const SYSTEM_1904 = 1462;
const SLASH = 0x2f;
const ZERO = 0x30;

/** False where the number is no day, such as a time without a date. */
export function writeDate(serial: number, is1904: boolean, text: FoldedText): boolean {
  let day = Math.floor(serial) + (is1904 ? SYSTEM_1904 : 0);
  if (!(day >= 1 && day <= LAST_DAY)) return false;
  if (day < 60) day += 1;
  // Days since 0000-03-01, in eras of 400 years; years begin in March, leap days end them.
  const days = day + 693899;
  const era = Math.floor(days / 146097);
  const ofEra = days - era * 146097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  writeDigits(era * 400 + year + (month >= 10 ? 1 : 0), 4, text);
  text.unit(SLASH);
  writeDigits(month < 10 ? month + 3 : month - 9, 2, text);
  text.unit(SLASH);
  writeDigits(date, 2, text);
  return true;
}

function writeDigits(number: number, digits: number, text: FoldedText): void {
  for (let unit = 10 ** (digits - 1); unit >= 1; unit /= 10) {
    text.unit(ZERO + (Math.floor(number / unit) % 10));
  }
}
