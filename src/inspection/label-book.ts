import { classTable, DIGIT, LATIN, SPACE, unitSet } from "../detectors/characters";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from "../detectors/hash";
import { labelOf, type Label } from "../detectors/labels";
import { unitsToString } from "../text/units";
import { PairTable } from "./pair-table";

const LONGEST_LABEL = 24;
const LONGEST_WORD = 14;
const KEPT = 4096;

/** Between a label and its value, or around a label. */
const AROUND = unitSet(":(.)[]=「」【】<>は・*#");
/** No label reaches across these. */
const ENDS = unitSet(",;、。|/{}\"'@!?~>-_:");

/** Labels by their text, each looked up once; known by hashes, so that asking costs no string. */
export class LabelBook {
  private readonly known = new PairTable(1 << 10);
  private readonly labels: (Label | null)[] = [];
  private readonly classes = classTable();

  /** What units from..to mean as a label. */
  of(units: Uint16Array, from: number, to: number): Label | null {
    if (to - from < 1 || to - from > LONGEST_LABEL) return null;
    let high = SEED_HIGH;
    let low = SEED_LOW;
    for (let i = from; i < to; i++) {
      high = stepHigh(high, units[i] as number);
      low = stepLow(low, units[i] as number);
    }
    high = mix(high);
    low = mix(low);
    const known = this.known.get(high, low);
    if (known >= 0) return this.labels[known] as Label | null;
    const label = labelOf(unitsToString(units, from, to));
    if (this.labels.length < KEPT) {
      this.known.set(high, low, this.labels.length);
      this.labels.push(label);
    }
    return label;
  }

  /** The meaning of the word in front of `at`, past a colon or an opening bracket. */
  before(units: Uint16Array, at: number, from: number): Label | null {
    let end = at;
    while (end > from && at - end < 4 && this.isAround(units[end - 1] as number)) end -= 1;
    const start = this.wordStart(units, end, from);
    const label = this.of(units, start, end);
    if (label || start < from + 2 || this.classes[units[start - 2] as number] !== LATIN)
      return label;
    // "My Number", "Date of birth": labels in Latin letters have more than one word.
    return this.of(units, this.wordStart(units, start - 1, from), end);
  }

  private wordStart(units: Uint16Array, end: number, from: number): number {
    let start = end;
    while (
      start > from &&
      end - start < LONGEST_WORD &&
      this.isInWord(units[start - 1] as number)
    ) {
      start -= 1;
    }
    return start;
  }

  private isAround(unit: number): boolean {
    return this.classes[unit] === SPACE || AROUND[unit] === 1;
  }

  private isInWord(unit: number): boolean {
    const unitClass = this.classes[unit];
    if (unitClass === SPACE || unitClass === DIGIT) return false;
    return ENDS[unit] === 0;
  }
}
