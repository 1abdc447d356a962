import type { Draft } from "./draft";
import { EMAIL, INSIDE_MAIL, OUTSIDE_MAIL, RECIPIENT_MAIL } from "./fact";
import { IntList } from "./int-list";
import { PairTable } from "./pair-table";

const FAMILIAR = INSIDE_MAIL | RECIPIENT_MAIL;
const SHARED = 0x3fffffff;

export function mailFlagsOf(draft: Draft): number {
  let flags = 0;
  for (let i = 0; i < draft.length; i++) flags |= draft.flags[i] as number;
  return flags & (FAMILIAR | OUTSIDE_MAIL);
}

/**
 * Decides whose mail address says "a colleague" or "the recipient himself". An address that stands
 * beside several people is their contact in the company, not theirs: it exempts nobody.
 */
export class MailOwners {
  private readonly records = new IntList();
  private readonly highs = new IntList();
  private readonly lows = new IntList();

  add(draft: Draft, record: number): void {
    for (let i = 0; i < draft.length; i++) {
      if (draft.kinds[i] !== EMAIL || ((draft.flags[i] as number) & FAMILIAR) === 0) continue;
      this.records.push(record);
      this.highs.push(draft.highs[i] as number);
      this.lows.push(draft.lows[i] as number);
    }
  }

  /** Records whose familiar address belongs to their person alone. */
  familiarRecords(personOf: (record: number) => number): number[] {
    const owners = new PairTable();
    for (let i = 0; i < this.records.length; i++) {
      const person = personOf(this.records.get(i));
      const owner = owners.get(this.highs.get(i), this.lows.get(i));
      if (owner === person) continue;
      owners.set(this.highs.get(i), this.lows.get(i), owner === -1 ? person : SHARED);
    }
    const found: number[] = [];
    for (let i = 0; i < this.records.length; i++) {
      const owner = owners.get(this.highs.get(i), this.lows.get(i));
      if (owner !== SHARED) found.push(this.records.get(i));
    }
    return found;
  }
}
