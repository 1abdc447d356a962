import { KINDS, type Kind } from "../core/kind";
import { atRow, type Place } from "../core/place";
import { FINDINGS_PER_PART, type Finding } from "../core/report";
import { DETECTORS } from "../detectors/registry";
import { unitsToString } from "../text/units";

const PER_KIND = 4;
const LONGEST = 64;

/** Kinds in the order in which they say most. */
const WORST_FIRST: readonly Kind[] = [
  "my-number",
  "credit-card",
  "person-name",
  "mobile",
  "email",
  "address",
  "birth-date",
  "phone",
  "postal-code",
];

export interface Sample {
  readonly fact: number;
  /** The name itself, to tell whom a file is about. */
  readonly name: string | null;
  readonly finding: Finding;
}

/** Masked samples of the first values of each kind, until it is known whether they count. */
export class Samples {
  private kept: Sample[] = [];
  private readonly taken = new Uint8Array(KINDS.length);

  wants(kind: number): boolean {
    return (this.taken[kind] as number) < PER_KIND * 2;
  }

  /** `fact` is the value's index in the list of facts. */
  take(
    fact: number,
    kind: number,
    units: Uint16Array,
    from: number,
    to: number,
    place: Place,
    row: number,
  ): void {
    const detector = DETECTORS[kind];
    if (!detector) return;
    this.taken[kind] = (this.taken[kind] as number) + 1;
    const text = unitsToString(units, from, Math.min(to, from + LONGEST));
    const finding = { kind: detector.id, place: atRow(place, row), sample: detector.mask(text) };
    this.kept.push({ fact, name: detector.id === "person-name" ? text : null, finding });
  }

  /** The samples of facts that count; begins anew. */
  settle(counts: (fact: number) => boolean): Sample[] {
    const counted = this.kept.filter(({ fact }) => counts(fact));
    this.kept = [];
    this.taken.fill(0);
    return counted;
  }
}

/** The worst findings of a part: a few of each kind, the kinds that say most first. */
export function worstFindings(findings: readonly Finding[]): Finding[] {
  const chosen = WORST_FIRST.reduce<Finding[]>((all, kind) => {
    const same = findings.filter((finding) => finding.kind === kind);
    return all.concat(same.slice(0, PER_KIND));
  }, []);
  return chosen.slice(0, FINDINGS_PER_PART);
}
