import type { Mailbox } from "../../core/recipient";
import type { FixId } from "../../core/verdict";
import type { Undo } from "../../outlook/undo";
import type { FixFacts, FixProblem } from "../../locales/pane";

/** One change of the mail that the person asked for by one click. */
export interface FixRequest {
  readonly fix: FixId;
  /** Addresses that it is about, as the mail has them; not used by fixes of attachments. */
  readonly addresses: readonly string[];
  /** Indexes into the attachments of the mail that was judged. */
  readonly attachments: readonly number[];
  /** What the button said. */
  readonly facts: FixFacts;
}

export interface FixReport {
  readonly fix: FixId;
  readonly facts: FixFacts;
  /** Null when all was done. */
  readonly problem: FixProblem | null;
  /** Recipients who were in the mail and are no more, though nobody wanted that. */
  readonly missing: readonly Mailbox[];
  /** What one more click puts back; null where nothing can be. */
  readonly undo: Undo | null;
  /** It says how taking the fix back ended. */
  readonly isUndone: boolean;
}
