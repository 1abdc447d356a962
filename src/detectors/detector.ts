import type { Kind } from "../core/kind";
import type { Reading } from "./hash";
import type { NumberRun } from "./number-run";

/**
 * How sure a detector is of one value: not one of its kind, one if its column agrees, one by its
 * form or by the label beside it.
 */
export const NO = 0;
export const MAYBE = 1;
export const SURE = 2;
export type Certainty = typeof NO | typeof MAYBE | typeof SURE;

export interface DetectorBasics {
  /** File name, key in policies and reports. */
  readonly id: Kind;
  /** Words in the headers and labels of this kind, as folded and lower-cased by labels.ts. */
  readonly labels: readonly string[];
  /** Kinds whose labels are evidence for this one too: mobiles stand in columns of phones. */
  readonly heeds: readonly Kind[];
  /** What makes a column without a header one of this kind: least values, and share of its cells. */
  readonly agreement: { readonly values: number; readonly share: number };
  /** A value that says something by itself, without a second kind beside it. */
  readonly standsAlone: boolean;
  /** Enough to recognise, too little to leak. */
  mask(text: string): string;
  /** Proof of the detector, checked by a shared test; a label stands before a colon. */
  readonly examples: { readonly hit: readonly string[]; readonly miss: readonly string[] };
}

/** A kind made of digits: reads what NumberRun has cut out. */
export interface NumberDetector extends DetectorBasics {
  readonly form: "number";
  readNumber(number: NumberRun, labelled: boolean, reading: Reading): Certainty;
}

/** A kind made of letters, or of letters and digits. */
export interface TextDetector extends DetectorBasics {
  readonly form: "text";
  /** Units from..to (without spaces around them) as one value. */
  read(
    units: Uint16Array,
    from: number,
    to: number,
    labelled: boolean,
    reading: Reading,
  ): Certainty;
  /** Units at which `find` is worth calling in running text. */
  readonly triggers: string;
  /** A value at or around the trigger `at` in a line from..to, certain by its form alone. */
  find(units: Uint16Array, at: number, from: number, to: number, reading: Reading): Certainty;
}

export type Detector = NumberDetector | TextDetector;
