import type { History } from "../core/history";
import type { Message } from "../core/message";
import type { Policy } from "../core/policy";
import type { Report } from "../core/report";
import type { Role, RuleId, RuleResult } from "../core/verdict";
import type { Standing } from "../inspection/recipients";
import { audienceOf, type Audience } from "./audience";
import { filesOf, type FileFact } from "./files";

/** All that a decision depends on. */
export interface DecisionInput {
  readonly message: Message;
  readonly report: Report;
  readonly census: readonly Standing[];
  readonly history: History;
  readonly role: Role;
  readonly policy: Policy;
  /** Indexes of the attachments that are images of the body. */
  readonly shownInBody: ReadonlySet<number>;
  /** The text that composing began with is still in the body. */
  readonly textStays: boolean;
  /** Some outside recipient was not there when composing began; true where nobody knows. */
  readonly outsideAdded: boolean;
}

/** The input and what several rules ask about it. */
export interface RuleContext extends DecisionInput {
  readonly audience: Audience;
  /** Attachments apart from images shown in the body. */
  readonly files: readonly FileFact[];
}

export const contextOf = (input: DecisionInput): RuleContext => ({
  ...input,
  audience: audienceOf(input.census, input.message.cappedFields, input.policy.consumerDomains),
  files: filesOf(input),
});

/** One sentence that a mail is held against; null where it does not apply. */
export interface Rule {
  readonly id: RuleId;
  judge(context: RuleContext): Omit<RuleResult, "rule"> | null;
}

type Weight = Pick<RuleResult, "verdict" | "approvers">;

export const CONFIRM: Weight = { verdict: "confirm", approvers: 0 };
export const SIGN_OFF: Weight = { verdict: "sign-off", approvers: 1 };
export const TWO_SIGN_OFFS: Weight = { verdict: "sign-off", approvers: 2 };
export const BLOCK: Weight = { verdict: "block", approvers: 0 };

/** Staff ask their manager; a manager answers for it alone. */
export const byRole = (role: Role): Weight => (role === "manager" ? CONFIRM : SIGN_OFF);
