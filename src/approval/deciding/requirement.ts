import type { DigestResult } from "../../core/judgement";
import type { Policy } from "../../core/policy";
import type { RefusalCode } from "../../core/refusal";
import type { Requirement } from "../../core/sign-off";
import type { Decision, RuleId, RuleResult } from "../../core/verdict";

export type Askable =
  | { readonly state: "askable" }
  /** Nothing in it needs a sign-off. */
  | { readonly state: "not-needed" }
  | { readonly state: "not-askable"; readonly rule: RuleId }
  | { readonly state: "no-digest"; readonly code: RefusalCode };

/** Whether a sign-off could let this mail go: a manager can only release what can be named. */
export function askable(decision: Decision, digest: DigestResult): Askable {
  const stopped = decision.results.filter(({ verdict }) => verdict === "block");
  const hard = stopped.filter((each) => !isForOfficer(each))[0];
  if (hard !== undefined) return { state: "not-askable", rule: hard.rule };
  if (digest.state === "refused") return { state: "no-digest", code: digest.code };
  const isNeeded =
    stopped.length > 0 || decision.results.some(({ verdict }) => verdict === "sign-off");
  return isNeeded ? { state: "askable" } : { state: "not-needed" };
}

/** The one stop that somebody may lift: the privacy officer. */
const isForOfficer = ({ rule, verdict }: RuleResult): boolean =>
  verdict === "block" && rule === "mass-data-to-consumer";

/**
 * Who has to agree. `others` is the mail's own number, or the sender's sum of 24 hours where that is
 * more: a list in slices is still the whole list.
 */
export function requirementOf(decision: Decision, policy: Policy, others: number): Requirement {
  const isMass = decision.recipients.external > 0 && others >= policy.others.twoManagers;
  const managers = isMass || decision.results.some(({ approvers }) => approvers >= 2) ? 2 : 1;
  return {
    managers,
    outsideUnit: managers === 2,
    privacyOfficer: decision.results.some(isForOfficer),
  };
}

/** Whether the one who approves types the number of persons, so that it was read. */
export const asksForNumber = (policy: Policy, others: number): boolean =>
  others >= policy.others.many;
