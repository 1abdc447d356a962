import type { Kind } from "../core/kind";
import { classTable, DIGIT, SPACE, tableByClass, unitSet } from "../detectors/characters";
import { MAYBE, NO, SURE, type Certainty } from "../detectors/detector";
import type { Reading } from "../detectors/hash";
import { endsLikeOrganisation, isAddressed } from "../detectors/organisation";
import { personName } from "../detectors/person-name";
import { Scanner, type Sink } from "../detectors/scanner";
import { ADDRESSED, BIRTH_DATE, KANA, NAME, OWN_LINE, STAFF, UNSURE, WHOLE_LINE } from "./fact";
import type { LabelBook } from "./label-book";

export interface Value {
  readonly kind: number;
  readonly flags: number;
  readonly high: number;
  readonly low: number;
  readonly start: number;
  readonly end: number;
}

const COLON = 0x3a;
/** 【お名前】佐藤 花子 */
export const END_OF_LABEL = 0x3011;
const HONORIFIC = 0x69d8;
const OPEN = 0x28;
const CLOSE = 0x29;
const LONGEST_LABEL = 16;
const LONGEST_NAME = 24;
/** No labelled value is longer; looking farther for its end would cost hostile text dearly. */
const LONGEST_VALUE = 160;
const MOST_WORDS = 6;
const DIGITS_OF_AN_ITEM = 4;
const FEW_VALUES = 8;

/** Signs that names and labels do not reach across. */
const DELIMITERS = ",;、。|/<>()「」『』【】[]{}\"'!?=→⇒~:@*#＊※●■◆○◇□▼▽・";
const isDelimiter = unitSet(DELIMITERS);
/** Signs at which a label or its value may begin or end: delimiters but brackets, and spaces. */
const isTurn = unitSet(`${DELIMITERS.replace(/[()]/g, "")} \u3000`);
/** Signs between which names stand: delimiters and digits. */
const isBreak = unitSet(`${DELIMITERS}0123456789`);
const isLetter = letterTable();
const isKana = tableByClass([0, 0, 0, 0, 1, 1, 1]);

/** Reads the values of one line of running text, in the order in which they stand. */
export class LineScan implements Sink {
  private readonly scanner = new Scanner();
  private readonly classes = classTable();
  private values: Value[] = [];
  private units: Uint16Array = new Uint16Array(0);
  private flags = 0;
  /** From the first labelled value to the end of the last: names are not looked for again in there. */
  private labelledStart = 0;
  private labelledEnd = 0;
  private lineStart = 0;
  private lineEnd = 0;

  constructor(private readonly labels: LabelBook) {}

  /** The values in units from..to. */
  read(units: Uint16Array, from: number, to: number): readonly Value[] {
    this.values = [];
    this.units = units;
    this.lineStart = from;
    this.lineEnd = to;
    this.labelledStart = to;
    this.labelledEnd = from;
    this.flags = OWN_LINE;
    this.labelled(units, from, to);
    this.flags = 0;
    this.unlabelled(units, from, to);
    this.names(units, from, to);
    return inOrder(this.values);
  }

  /** What a line says that the next one is, if it says nothing else. */
  heading(units: Uint16Array, from: number, to: number): Kind | null {
    const label = to - from > LONGEST_LABEL ? null : this.labels.of(units, from, to);
    return label && !label.vague ? label.kind : null;
  }

  /** A line as the value of the heading above it. A name has a space: 性別 is the next heading. */
  below(heading: Kind, units: Uint16Array, from: number, to: number): readonly Value[] {
    this.values = [];
    this.units = units;
    this.flags = OWN_LINE | WHOLE_LINE;
    const start = this.firstLetter(units, from, to);
    const end = this.textEnd(units, start, to);
    if (end > start && (heading !== "person-name" || this.hasSpace(units, start, end)))
      this.scanner.readLabelled(units, start, end, heading, this);
    return this.values;
  }

  found(kind: number, certainty: Certainty, reading: Reading): void {
    let flags = this.flags | (certainty === SURE ? 0 : UNSURE);
    if (kind === NAME && reading.isKana) flags |= KANA;
    if (kind === NAME && isAddressed(this.units, reading.end)) flags |= ADDRESSED;
    const { high, low, start, end } = reading;
    this.values.push({ kind, flags, high, low, start, end });
  }

  /** Label: value, as often as a line has it, and a label as the first word of a line. */
  private labelled(units: Uint16Array, from: number, to: number): void {
    let start = from;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      if (isTurn[unit] === 0) continue;
      if (unit === COLON || unit === END_OF_LABEL) {
        this.valueOf(units, start, i, i + 1, to);
        start = i + 1;
      } else if (isDelimiter[unit] === 1) start = i + 1;
      else {
        if (start === from && i - start >= 2) this.valueOf(units, start, i, i + 1, to);
        if (this.classes[units[i - 1] as number] !== SPACE) start = i + 1;
      }
    }
  }

  /** Values anywhere but in those that a label has made certain already. */
  private unlabelled(units: Uint16Array, from: number, to: number): void {
    const labelBefore = (at: number) => this.labels.before(units, at, from);
    const labelled = this.values.length;
    let at = from;
    for (let i = 0; i < labelled; i++) {
      const { flags, start, end } = this.values[i] as Value;
      if (flags & UNSURE || start < at) continue;
      this.scanner.scan(units, at, start, labelBefore, this);
      at = end;
    }
    this.scanner.scan(units, at, to, labelBefore, this);
  }

  private valueOf(units: Uint16Array, from: number, to: number, at: number, end: number): void {
    const labelStart = this.firstLetter(units, from, to);
    const labelEnd = this.textEnd(units, labelStart, to);
    if (labelEnd - labelStart > LONGEST_LABEL || labelEnd === labelStart) return;
    const own = this.labels.of(units, labelStart, labelEnd);
    const label = own ?? this.labels.before(units, labelEnd, this.lineStart);
    if (!label || label.kind === null) return;
    const valueEnd = this.valueEnd(units, at, end);
    const start = this.firstLetter(units, at, valueEnd);
    const stop = this.textEnd(units, start, valueEnd);
    if (start >= stop) return;
    const before = this.values.length;
    this.flags = OWN_LINE | (label.part === "staff" ? STAFF : 0);
    if (label.vague) this.name(units, start, stop);
    else this.scanner.readLabelled(units, start, stop, label.kind, this);
    if (this.values.length > before) this.endLabelled(start, stop);
    else if (label.kind === "person-name") this.shorterName(units, start, stop);
  }

  private endLabelled(from: number, to: number): void {
    this.labelledStart = Math.min(this.labelledStart, from);
    this.labelledEnd = to;
  }

  /** A labelled value ends where the next label begins: at a double space or before a colon. */
  private valueEnd(units: Uint16Array, from: number, lineEnd: number): number {
    const to = Math.min(lineEnd, from + LONGEST_VALUE);
    let word = from;
    for (let i = from; i < to; i++) {
      const unit = units[i] as number;
      if (unit === COLON) {
        const start = this.firstLetter(units, word, i);
        if (this.labels.of(units, start, this.textEnd(units, start, i))) return word;
      }
      if (this.classes[unit] !== SPACE) continue;
      word = i + 1;
      if (i > from && this.classes[units[i - 1] as number] === SPACE) return i;
    }
    return to;
  }

  /** 氏名: 山田 太郎 男 45歳: the first words behind the label are the name. */
  private shorterName(units: Uint16Array, from: number, to: number): void {
    const [ends] = this.words(units, from, to);
    for (const end of [ends[1], ends[0]]) {
      if (end === undefined || end >= to) continue;
      if (this.scanner.readLabelled(units, from, end, "person-name", this)) {
        this.endLabelled(from, end);
        return;
      }
    }
  }

  /** Names between delimiters and digits. */
  private names(units: Uint16Array, from: number, to: number): void {
    let start = from;
    for (let i = from; i <= to; i++) {
      if (i < to && isBreak[units[i] as number] === 0) continue;
      const isRead = start < this.labelledEnd && i > this.labelledStart;
      if (i - start >= 2 && !isRead) this.segment(units, start, i);
      start = i + 1;
    }
  }

  private segment(units: Uint16Array, from: number, to: number): void {
    const start = this.firstLetter(units, from, to);
    const end = this.textEnd(units, start, to);
    if (end - start < 2) return;
    this.flags = OWN_LINE | (this.isWholeLine(units, start, end) ? WHOLE_LINE : 0);
    const isName = end - start <= LONGEST_NAME && this.name(units, start, end);
    this.flags = 0;
    if (isName || !this.hasSpace(units, start, end)) return;
    const [ends, starts] = this.words(units, start, end);
    if (starts.length < 2 || starts.length > MOST_WORDS) return;
    this.nameAmongWords(units, starts, ends);
  }

  /** Nothing but bullets, the number of an item and an honorific stands beside it. */
  private isWholeLine(units: Uint16Array, from: number, to: number): boolean {
    let digits = 0;
    for (let i = this.lineStart; i < this.lineEnd; i++) {
      if (i === from) i = to;
      if (i === this.lineEnd) break;
      const unit = units[i] as number;
      if (this.classes[unit] === DIGIT) digits += 1;
      else if (unit !== 0x28 && isLetter[unit] === 1) return false;
    }
    return digits <= DIGITS_OF_AN_ITEM;
  }

  /** 営業部 佐藤 花子, 佐藤 花子 東京都…: two words or one at either end. */
  private nameAmongWords(units: Uint16Array, starts: number[], ends: number[]): void {
    const last = starts.length - 1;
    for (const [first, final] of [
      [last - 1, last],
      [last, last],
      [0, 1],
      [0, 0],
    ] as const) {
      const start = starts[first];
      const end = ends[final];
      if (start === undefined || end === undefined || end - start > LONGEST_NAME) continue;
      if (this.name(units, start, end, true)) return;
    }
  }

  private name(units: Uint16Array, from: number, to: number, onlySure = false): boolean {
    const isWhole = (this.flags & WHOLE_LINE) !== 0;
    const isFull = (isWhole && this.isAddressee(units, from, to)) || this.hasReading(units, to);
    const labelled = isFull && this.hasSpace(units, from, to);
    const certainty = personName.read(units, from, to, labelled, this.scanner.reading);
    if (certainty === NO || (certainty === MAYBE && onlySure)) return false;
    this.found(NAME, certainty, this.scanner.reading);
    return true;
  }

  /** 小鳥遊 翼 様, as on a letter; 営業部 山田様 and ひばり様 have no full name. */
  isAddressee(units: Uint16Array, from: number, to: number): boolean {
    if (units[to - 1] !== HONORIFIC) return false;
    const [ends, starts] = this.words(units, from, to - 1);
    return starts.length === 2 && !endsLikeOrganisation(units, from, ends[0] as number);
  }

  /** Two words of kana in brackets stand behind: 小鳥遊 翼(タカナシ ツバサ). */
  private hasReading(units: Uint16Array, at: number): boolean {
    if (units[at] !== OPEN) return false;
    let end = at + 1;
    while (end < this.lineEnd && isKana[units[end] as number] === 1) end += 1;
    return units[end] === CLOSE && this.hasSpace(units, at + 1, end - 1);
  }

  private words(units: Uint16Array, from: number, to: number): [number[], number[]] {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let i = from; i <= to && starts.length <= MOST_WORDS; i++) {
      const isSpace = i === to || this.classes[units[i] as number] === SPACE;
      const wasSpace = i === from || this.classes[units[i - 1] as number] === SPACE;
      if (!isSpace && wasSpace) starts.push(i);
      if (isSpace && !wasSpace) ends.push(i);
    }
    return [ends, starts];
  }

  private hasSpace(units: Uint16Array, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.classes[units[i] as number] === SPACE) return true;
    return false;
  }

  /** Behind spaces and bullets. */
  private firstLetter(units: Uint16Array, from: number, to: number): number {
    let start = from;
    while (start < to && isLetter[units[start] as number] === 0) start += 1;
    return start;
  }

  private textEnd(units: Uint16Array, from: number, to: number): number {
    let end = to;
    while (end > from && this.classes[units[end - 1] as number] === SPACE) end -= 1;
    return end;
  }
}

/** 1 for what a label or value begins with: letters, digits, and the signs before numbers. */
function letterTable(): Uint8Array {
  const letters = tableByClass([0, 1, 1, 1, 1, 1, 0]);
  for (const sign of [0x3012, 0x2b, 0x28, 0x3007]) letters[sign] = 1;
  return letters;
}

const byPlace = (a: Value, b: Value): number => a.start - b.start || b.end - a.end;

/** A line holds few values, nearly in order: moving these costs less than calling sort. */
function sorted(values: Value[]): Value[] {
  if (values.length > FEW_VALUES) return values.sort(byPlace);
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as Value;
    let at = i;
    for (; at > 0 && byPlace(values[at - 1] as Value, value) > 0; at--) {
      values[at] = values[at - 1] as Value;
    }
    values[at] = value;
  }
  return values;
}

/** By place; of two that overlap and are one kind, the longer; dates are told by their label. */
function inOrder(values: Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const kept: Value[] = [];
  for (const value of sorted(values)) {
    const last = kept[kept.length - 1];
    const overlaps = last !== undefined && value.start < last.end;
    if (!overlaps) kept.push(value);
    else if (value.kind === last.kind && value.high === last.high && value.low === last.low) {
      kept[kept.length - 1] = merged(last, value);
    } else if (last.kind !== BIRTH_DATE && last.flags & UNSURE && !(value.flags & UNSURE)) {
      kept[kept.length - 1] = value;
    }
  }
  return kept;
}

/** One value found twice is as sure as the surer of the two. */
function merged({ kind, flags, high, low, start, end }: Value, other: Value): Value {
  const all = ((flags | other.flags) & ~UNSURE) | (flags & other.flags & UNSURE);
  return { kind, flags: all, high, low, start, end };
}
