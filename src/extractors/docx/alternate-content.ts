import { nameKey } from "../xml/name-key";

/**
 * Newer drawings stand in a document twice (ECMA-376 part 3): the first choice, and a fallback for
 * older programs. The first one is read, the others are left out.
 */
const ALTERNATE_CONTENT = nameKey("AlternateContent");
const CHOICE = nameKey("Choice");
const FALLBACK = nameKey("Fallback");

export class AlternateContent {
  /** For each open element, from the outside in: one was read already. */
  private readonly taken: boolean[] = [];

  /** To be asked at each start; true for one that is to be left out. */
  leavesOut(name: number): boolean {
    if (name === ALTERNATE_CONTENT) this.taken.push(false);
    else if ((name === CHOICE || name === FALLBACK) && this.taken.length > 0) {
      const wasTaken = this.taken[this.taken.length - 1] as boolean;
      this.taken[this.taken.length - 1] = true;
      return wasTaken;
    }
    return false;
  }

  end(name: number): void {
    if (name === ALTERNATE_CONTENT) this.taken.pop();
  }
}
