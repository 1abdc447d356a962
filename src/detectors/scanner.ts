import { classTable, DIGIT, SPACE, unitSet } from "./characters";
import {
  NO,
  SURE,
  type Certainty,
  type Detector,
  type NumberDetector,
  type TextDetector,
} from "./detector";
import { Reading } from "./hash";
import type { Label } from "./labels";
import { NumberRun } from "./number-run";
import { DETECTORS } from "./registry";
import type { Kind } from "../core/kind";

const PLUS = 0x2b;
const OPEN = 0x28;
const POSTAL_MARK = 0x3012;

/** Takes what was found; `kind` is the index of the detector in the registry. */
export interface Sink {
  found(kind: number, certainty: Certainty, reading: Reading): void;
}

const NUMBERS = DETECTORS.map((detector, kind) => ({ detector, kind })).filter(
  (each): each is NumberReader => each.detector.form === "number",
);

/** A number may begin here. */
const NUMBER = 0xff;
/** For every unit: 1 + the index of the text detector that looks around it, 0 for none. */
const triggers = unitSet("0123456789+(", NUMBER);
DETECTORS.forEach((detector, index) => {
  if (detector.form !== "text") return;
  for (let i = 0; i < detector.triggers.length; i++) {
    triggers[detector.triggers.charCodeAt(i)] = index + 1;
  }
});

interface NumberReader {
  readonly detector: NumberDetector;
  readonly kind: number;
}

interface TextReader {
  readonly detector: TextDetector;
  readonly kind: number;
}

/** Detectors for which a label is evidence, the label's own kind first. */
export interface Readers {
  readonly numbers: readonly NumberReader[];
  readonly texts: readonly TextReader[];
}
const byLabel = new Map<Kind, Readers>(
  DETECTORS.map(({ id }) => {
    const own = (detector: Detector): number => (detector.id === id ? 0 : 1);
    const heeding = DETECTORS.map((detector, kind) => ({ detector, kind }))
      .filter(({ detector }) => detector.heeds.indexOf(id) >= 0)
      .sort((a, b) => own(a.detector) - own(b.detector));
    const numbers = heeding.filter((each): each is NumberReader => each.detector.form === "number");
    const texts = heeding.filter((each): each is TextReader => each.detector.form === "text");
    return [id, { numbers, texts }] as const;
  }),
);
const NO_READERS: Readers = { numbers: [], texts: [] };

export const readersOf = (label: Kind): Readers => byLabel.get(label) ?? NO_READERS;

/** Hands text to the detectors: a cell as a whole, or a line that may hold several values. */
export class Scanner {
  readonly reading = new Reading();
  private readonly run = new NumberRun();
  private readonly classes = classTable();

  /** Units from..to, without spaces around them, as one value of the kind that `label` names. */
  readLabelled(units: Uint16Array, from: number, to: number, label: Kind, sink: Sink): boolean {
    return this.readWith(readersOf(label), units, from, to, sink);
  }

  /** As readLabelled, for columns that have looked up their label once. */
  readWith(readers: Readers, units: Uint16Array, from: number, to: number, sink: Sink): boolean {
    const { numbers, texts } = readers;
    if (units[from] === POSTAL_MARK) this.readLeading(units, from, to, sink);
    if (numbers.length > 0 && this.parseWhole(units, from, to)) {
      for (let i = 0; i < numbers.length; i++) {
        const { detector, kind } = numbers[i] as NumberReader;
        const certainty = detector.readNumber(this.run, true, this.reading);
        if (this.emit(kind, certainty, sink)) return true;
      }
    }
    for (let i = 0; i < texts.length; i++) {
      const { detector, kind } = texts[i] as TextReader;
      const certainty = detector.read(units, from, to, true, this.reading);
      if (this.emit(kind, certainty, sink)) return true;
    }
    return false;
  }

  /** 〒100-0001 東京都…: the code in front of an address. */
  private readLeading(units: Uint16Array, from: number, to: number, sink: Sink): void {
    const at = skipSpaces(units, from + 1, to, this.classes);
    this.run.parse(units, at, at, to, false);
    if (this.run.end < to) this.tryNumbers("postal-code", sink, true);
  }

  /** Units from..to as one value of the kind with this index, without a label. */
  readAs(kind: number, units: Uint16Array, from: number, to: number, sink: Sink): boolean {
    const detector = DETECTORS[kind] as Detector;
    if (detector.form === "number") return this.readNumber(units, from, to, sink);
    const read = (): Certainty => detector.read(units, from, to, false, this.reading);
    if (units[from] === POSTAL_MARK && read() !== NO) this.readLeading(units, from, to, sink);
    return this.emit(kind, read(), sink);
  }

  /** Units from..to as one number, whichever detector takes it first. */
  readNumber(units: Uint16Array, from: number, to: number, sink: Sink): boolean {
    if (!this.parseWhole(units, from, to)) return false;
    return this.tryNumbers(units[from] === POSTAL_MARK ? "postal-code" : null, sink);
  }

  private parseWhole(units: Uint16Array, from: number, to: number): boolean {
    const at = units[from] === POSTAL_MARK ? skipSpaces(units, from + 1, to, this.classes) : from;
    if (at === to || !this.startsNumber(units[at] as number)) return false;
    this.run.parse(units, at, at, to, true);
    return this.run.end === to;
  }

  /** Every value in a line, certain by form, by 〒, or by the label in front of it. */
  scan(
    units: Uint16Array,
    from: number,
    to: number,
    labelBefore: (at: number) => Label | null,
    sink: Sink,
  ): void {
    for (let i = from; i < to;) {
      const trigger = triggers[units[i] as number] as number;
      if (trigger === 0) i += 1;
      else if (trigger !== NUMBER) i = this.scanText(trigger - 1, units, i, from, to, sink);
      else if (this.opensNumber(units, i, to))
        i = this.scanNumber(units, i, from, to, labelBefore, sink);
      else i += 1;
    }
  }

  /** Asks the detector with this index for a value around `at`; where the search goes on. */
  private scanText(
    kind: number,
    units: Uint16Array,
    at: number,
    from: number,
    to: number,
    sink: Sink,
  ): number {
    const detector = DETECTORS[kind] as TextDetector;
    if (detector.find(units, at, from, to, this.reading) !== SURE) return at + 1;
    this.emit(kind, SURE, sink);
    return Math.max(at + 1, this.reading.end);
  }

  startsNumber(unit: number): boolean {
    return this.classes[unit] === DIGIT || unit === PLUS || unit === OPEN || unit === POSTAL_MARK;
  }

  private opensNumber(units: Uint16Array, at: number, to: number): boolean {
    if (this.classes[units[at] as number] === DIGIT) return true;
    return at + 1 < to && this.classes[units[at + 1] as number] === DIGIT;
  }

  /** Reads the number at `at`; where the search goes on. */
  private scanNumber(
    units: Uint16Array,
    at: number,
    from: number,
    to: number,
    labelBefore: (at: number) => Label | null,
    sink: Sink,
  ): number {
    const marked = at > from && isMarked(units, at, from, this.classes);
    this.run.parse(units, at, from, to, true);
    const spacedEnd = this.run.end;
    if (this.run.count < 6) return spacedEnd;
    const before = marked ? null : labelBefore(at);
    if (before && before.kind === null) return spacedEnd;
    const label = marked ? "postal-code" : (before?.kind ?? null);
    if (this.tryNumbers(label, sink, true)) return spacedEnd;
    this.run.parse(units, at, from, to, false);
    if (this.run.end !== spacedEnd) this.tryNumbers(label, sink, true);
    return this.run.end;
  }

  private tryNumbers(label: Kind | null, sink: Sink, onlySure = false): boolean {
    for (const { detector, kind } of NUMBERS) {
      const labelled = label !== null && detector.heeds.indexOf(label) >= 0;
      const certainty = detector.readNumber(this.run, labelled, this.reading);
      if (certainty === NO || (onlySure && certainty !== SURE)) continue;
      return this.emit(kind, certainty, sink);
    }
    return false;
  }

  private emit(kind: number, certainty: Certainty, sink: Sink): boolean {
    if (certainty === NO) return false;
    sink.found(kind, certainty, this.reading);
    return true;
  }
}

function skipSpaces(units: Uint16Array, from: number, to: number, classes: Uint8Array): number {
  let at = from;
  while (at < to && classes[units[at] as number] === SPACE) at += 1;
  return at;
}

/** 〒 before the digits, perhaps with a space between them. */
function isMarked(units: Uint16Array, at: number, from: number, classes: Uint8Array): boolean {
  let before = at - 1;
  while (before > from && classes[units[before] as number] === SPACE) before -= 1;
  return units[before] === POSTAL_MARK;
}
