import { classTable, DIGIT, SPACE } from "./characters";

/** Years before the first one of an era, by its kanji and by its letter. */
const ERAS: readonly (readonly [string, number])[] = [
  ["明治", 1867],
  ["大正", 1911],
  ["昭和", 1925],
  ["平成", 1988],
  ["令和", 2018],
  ["明", 1867],
  ["大", 1911],
  ["昭", 1925],
  ["平", 1988],
  ["令", 2018],
  ["m", 1867],
  ["t", 1911],
  ["s", 1925],
  ["h", 1988],
  ["r", 2018],
];
const FIRST_YEAR = 0x5143;
/** Day 0 of Excel's calendar, in days since 1970 (it counts 29 February 1900, which was none). */
const EXCEL_EPOCH = -25569;

/** Reads a date as people and spreadsheets write it: year * 10000 + month * 100 + day, or 0. */
export class DateReader {
  private readonly numbers = [0, 0, 0];
  private readonly lengths = [0, 0, 0];
  private readonly classes = classTable();

  read(units: Uint16Array, from: number, to: number): number {
    const era = eraAt(units, from, to);
    const parts = this.split(units, from + era.length, to, era.year > 0);
    if (parts === 1) return this.plain(era.year);
    if (parts !== 3) return 0;
    const [first = 0, second = 0, third = 0] = this.numbers;
    if (era.year > 0) return valid(era.year + first, second, third);
    if (this.lengths[0] === 4) return valid(first, second, third);
    if (this.lengths[2] === 4) {
      return first > 12 ? valid(third, second, first) : valid(third, first, second);
    }
    return this.lengths[0] === 2 ? valid(century(first), second, third) : 0;
  }

  /** Fills in up to three numbers; how many there were, 0 where something else stands there. */
  private split(units: Uint16Array, from: number, to: number, hasEra: boolean): number {
    const { classes } = this;
    let count = 0;
    let i = from;
    while (i < to && count < 3) {
      while (i < to && classes[units[i] as number] === SPACE) i += 1;
      const start = i;
      let number = 0;
      while (i < to && i - start < 9 && classes[units[i] as number] === DIGIT) {
        number = number * 10 + (units[i++] as number) - 0x30;
      }
      if (i === start && hasEra && count === 0 && units[i] === FIRST_YEAR) {
        number = 1;
        i += 1;
      }
      if (i === start) return count === 1 ? 1 : 0;
      this.numbers[count] = number;
      this.lengths[count] = i - start;
      count += 1;
      if (count < 3 && i < to && !isDivider(units[i++] as number)) return 0;
    }
    return isTail(units, i, to, classes) ? count : 0;
  }

  /** One run of digits: 19800102, S550102 without dividers, or Excel's count of days. */
  private plain(era: number): number {
    const number = this.numbers[0] as number;
    const length = this.lengths[0] as number;
    const day = number % 100;
    const month = Math.floor(number / 100) % 100;
    const year = Math.floor(number / 10000);
    if (era > 0) return length === 6 ? valid(era + year, month, day) : 0;
    if (length === 8) return valid(year, month, day);
    return length === 5 ? dateOfDay(number + EXCEL_EPOCH) : 0;
  }
}

function eraAt(units: Uint16Array, from: number, to: number): { year: number; length: number } {
  for (const [name, year] of ERAS) {
    if (!startsWith(units, from, to, name)) continue;
    const dot = units[from + name.length] === 0x2e ? 1 : 0;
    return { year, length: name.length + dot };
  }
  return { year: 0, length: 0 };
}

function startsWith(units: Uint16Array, from: number, to: number, name: string): boolean {
  if (from + name.length > to) return false;
  for (let i = 0; i < name.length; i++) {
    const unit = units[from + i] as number;
    const lower = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    if (lower !== name.charCodeAt(i)) return false;
  }
  return true;
}

const isDivider = (unit: number): boolean => "/-. 年月".indexOf(String.fromCharCode(unit)) >= 0;

/** Behind a date: nothing, 日, 生, a time of day, a day of the week in brackets. */
function isTail(units: Uint16Array, at: number, to: number, classes: Uint8Array): boolean {
  if (at >= to) return true;
  const unit = units[at] as number;
  return classes[unit] === SPACE || "日生T(".indexOf(String.fromCharCode(unit)) >= 0;
}

function valid(year: number, month: number, day: number): number {
  const isDate = year >= 1868 && year <= 2100 && month >= 1 && month <= 12 && day >= 1;
  return isDate && day <= 31 ? year * 10000 + month * 100 + day : 0;
}

const century = (year: number): number => (year > 30 ? 1900 : 2000) + year;

/** Civil calendar from days since 1970, by the 400-year cycle. */
function dateOfDay(days: number): number {
  const shifted = days + 719468;
  const cycle = Math.floor(shifted / 146097);
  const dayOfCycle = shifted - cycle * 146097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return valid(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day);
}
