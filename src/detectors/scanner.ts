import { classTable, DIGIT, SPACE } from "./characters";
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
  (each): each is { detector: NumberDetector; kind: number } => each.detector.form === "number",
);
const POSTAL_CODE = DETECTORS.findIndex((detector) => detector.id === "postal-code");

/** For every unit: 1 + the index of the text detector that looks around it, 0 for none. */
const triggers = new Uint8Array(0x10000);
DETECTORS.forEach((detector, index) => {
  if (detector.form !== "text") return;
  for (let i = 0; i < detector.triggers.length; i++) {
    triggers[detector.triggers.charCodeAt(i)] = index + 1;
  }
});

const heeds = (detector: Detector, label: Kind | null): boolean =>
  label !== null && detector.heeds.indexOf(label) >= 0;

/** Hands text to the detectors: a cell as a whole, or a line that may hold several values. */
export class Scanner {
  readonly reading = new Reading();
  private readonly run = new NumberRun();
  private readonly classes = classTable();

  /** Units from..to, without spaces around them, as one value of the kind that `label` names. */
  readLabelled(units: Uint16Array, from: number, to: number, label: Kind, sink: Sink): boolean {
    if (this.startsNumber(units[from] as number)) {
      return (
        this.readNumber(units, from, to, label, sink) || this.readText(units, from, to, label, sink)
      );
    }
    return this.readText(units, from, to, label, sink);
  }

  /** Units from..to as one value of the kind with this index, without a label. */
  readAs(kind: number, units: Uint16Array, from: number, to: number, sink: Sink): boolean {
    const detector = DETECTORS[kind] as Detector;
    if (detector.form === "number") return this.readNumber(units, from, to, null, sink);
    return this.emit(kind, detector.read(units, from, to, false, this.reading), sink);
  }

  /** Units from..to as one number, whichever detector takes it first. */
  readNumber(
    units: Uint16Array,
    from: number,
    to: number,
    label: Kind | null,
    sink: Sink,
  ): boolean {
    const hasMark = units[from] === POSTAL_MARK;
    const at = hasMark ? skipSpaces(units, from + 1, to, this.classes) : from;
    if (at === to || !this.startsNumber(units[at] as number)) return false;
    this.run.parse(units, at, at, to, true);
    if (this.run.end !== to) return false;
    return this.tryNumbers(hasMark ? "postal-code" : label, sink);
  }

  /** Every value in a line, certain by form, by 〒, or by the label in front of it. */
  scan(
    units: Uint16Array,
    from: number,
    to: number,
    labelBefore: (at: number) => Label | null,
    sink: Sink,
  ): void {
    const { classes } = this;
    for (let i = from; i < to;) {
      const unit = units[i] as number;
      if (classes[unit] === DIGIT || this.opensNumber(units, i, to)) {
        i = this.scanNumber(units, i, from, to, labelBefore, sink);
        continue;
      }
      const trigger = triggers[unit] as number;
      if (trigger !== 0) {
        const detector = DETECTORS[trigger - 1] as TextDetector;
        const certainty = detector.find(units, i, from, to, this.reading);
        if (certainty === SURE) {
          this.emit(trigger - 1, certainty, sink);
          i = Math.max(i + 1, this.reading.end);
          continue;
        }
      }
      i += 1;
    }
  }

  startsNumber(unit: number): boolean {
    return this.classes[unit] === DIGIT || unit === PLUS || unit === OPEN || unit === POSTAL_MARK;
  }

  private opensNumber(units: Uint16Array, at: number, to: number): boolean {
    const unit = units[at] as number;
    if (unit !== PLUS && unit !== OPEN) return false;
    return at + 1 < to && this.classes[units[at + 1] as number] === DIGIT;
  }

  private readText(units: Uint16Array, from: number, to: number, label: Kind, sink: Sink): boolean {
    for (let kind = 0; kind < DETECTORS.length; kind++) {
      const detector = DETECTORS[kind] as Detector;
      if (detector.form !== "text" || !heeds(detector, label)) continue;
      if (this.emit(kind, detector.read(units, from, to, true, this.reading), sink)) return true;
    }
    return false;
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
      const labelled = heeds(detector, label);
      const certainty = detector.readNumber(this.run, labelled, this.reading);
      if (certainty === NO || (onlySure && certainty !== SURE)) continue;
      if (kind === POSTAL_CODE && label === "address" && certainty !== SURE) continue;
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
