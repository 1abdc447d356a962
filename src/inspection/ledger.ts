import type { Finding } from "../core/report";
import type { Draft } from "./draft";
import type { Familiar } from "./familiar";
import { WHOLE_LINE } from "./fact";
import type { KindCounter } from "./kind-counter";
import { Persons, type Origin } from "./persons";
import type { PersonMarks } from "./person-marks";
import type { Sample } from "./samples";

/** Findings of one part that are looked through for the worst ones. */
const KEPT_FINDINGS = 200;

/** What a whole message has shown so far: persons, distinct values, findings of the part in hand. */
export class Ledger {
  readonly persons = new Persons();
  readonly kinds: KindCounter = this.persons.kinds;
  /** A name among the findings of the part in hand, sooner in kanji than in kana. */
  name: string | null = null;
  private found: Finding[] = [];
  private region = 0;
  private part = -1;

  constructor(
    readonly familiar: Familiar,
    private readonly marks?: PersonMarks,
  ) {}

  beginPart(): void {
    this.part += 1;
    this.found = [];
    this.name = null;
    this.kinds.beginPart();
  }

  /** Another table or text begins. */
  beginRegion(): void {
    this.region += 1;
  }

  /** One person, as far as this place tells. */
  record(draft: Draft, quote: number, inBody: boolean): void {
    const origin: Origin = {
      part: this.part,
      region: this.region,
      quote,
      isKnown: inBody && draft.name >= 0 && this.knowsName(draft),
    };
    this.persons.add(draft, origin);
    if (this.marks) this.marks.add(draft);
  }

  keep(samples: readonly Sample[]): void {
    for (const { finding, name } of samples) {
      if (this.found.length < KEPT_FINDINGS) this.found.push(finding);
      if (name !== null && (this.name === null || isKana(this.name))) this.name = name;
    }
  }

  get findings(): readonly Finding[] {
    return this.found;
  }

  /** In a line of its own, as in a greeting or a signature; in a list anybody may be meant. */
  private knowsName(draft: Draft): boolean {
    if (((draft.flags[draft.name] as number) & WHOLE_LINE) === 0) return false;
    return this.familiar.knowsName(
      draft.highs[draft.name] as number,
      draft.lows[draft.name] as number,
    );
  }
}

const isKana = (name: string): boolean => /^[\s\u3000\u3041-\u30ff]+$/.test(name);
