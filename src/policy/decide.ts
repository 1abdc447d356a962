import {
  RULE_IDS,
  strictest,
  VERDICTS,
  type Decision,
  type RecipientCounts,
  type RuleId,
  type RuleResult,
} from "../core/verdict";
import type { Audience } from "./audience";
import { BLOCK, contextOf, type DecisionInput } from "./context";
import { RULES } from "./registry";

/** Asks every rule and takes the strictest: another finding can only make a verdict stricter. */
export function decide(input: DecisionInput): Decision {
  const context = contextOf(input);
  const { unclear } = context.audience;
  const found: RuleResult[] = [];
  for (const rule of RULES) {
    const result = rule.judge(context);
    if (result !== null) found.push({ rule: rule.id, ...result });
  }
  found.sort(byWeight);
  const verdict = strictest(found.map((each) => each.verdict));
  // What to do next is the strictest one's, whichever finding says it.
  const blocked = verdict === "block" ? 1 : 0;
  const approvers = Math.max(0, ...found.map((each) => each.approvers));
  return {
    verdict,
    results: found.map((each) => ({
      ...each,
      facts: { ...each.facts, approvers, blocked, unclear },
    })),
    recipients: countsOf(context.audience),
  };
}

/** For callers that could not read the mail at all: it stays. */
export const unreadableDecision: Decision = {
  verdict: "block",
  results: [
    { rule: "message-unreadable", ...BLOCK, facts: { blocked: 1 }, attachments: [], fixes: [] },
  ],
  recipients: { internal: 0, external: 0, unclear: 0, visibleExternal: 0 },
};

const countsOf = ({ inside, outside, unclear, visible }: Audience): RecipientCounts => ({
  internal: inside,
  external: outside,
  unclear,
  visibleExternal: visible,
});

/** What holds for every mail to outside: last, because an alert has room for two sentences. */
const GENERAL: readonly RuleId[] = ["attachment-to-outside", "mail-to-outside"];

/** By what helps a hurried person most; see `Decision`. */
const byWeight = (a: RuleResult, b: RuleResult): number =>
  groupOf(a) - groupOf(b) ||
  VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
  othersIn(b) - othersIn(a) ||
  RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule);

function groupOf({ rule, verdict }: RuleResult): number {
  if (verdict === "block") return 0;
  // The mail itself says that something is wrong with it.
  if (rule === "recipient-file-mismatch") return 1;
  return GENERAL.indexOf(rule) < 0 ? 2 : 3;
}

function othersIn({ facts }: RuleResult): number {
  const { others } = facts;
  return typeof others === "number" ? others : 0;
}
