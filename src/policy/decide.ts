import {
  RULE_IDS,
  strictest,
  VERDICTS,
  type Decision,
  type RecipientCounts,
  type RuleResult,
} from "../core/verdict";
import type { Audience } from "./audience";
import { BLOCK, contextOf, type DecisionInput } from "./context";
import { RULES } from "./registry";

/** Asks every rule and takes the strictest: another finding can only make a verdict stricter. */
export function decide(input: DecisionInput): Decision {
  const context = contextOf(input);
  const { unclear } = context.audience;
  const results: RuleResult[] = [];
  for (const rule of RULES) {
    const result = rule.judge(context);
    if (result === null) continue;
    const facts = { ...result.facts, approvers: result.approvers, unclear };
    results.push({ rule: rule.id, ...result, facts });
  }
  results.sort(byWeight);
  return {
    verdict: strictest(results.map(({ verdict }) => verdict)),
    results,
    recipients: countsOf(context.audience),
  };
}

/** For callers that could not read the mail at all: it stays. */
export const unreadableDecision: Decision = {
  verdict: "block",
  results: [{ rule: "message-unreadable", ...BLOCK, facts: {}, attachments: [], fixes: [] }],
  recipients: { internal: 0, external: 0, unclear: 0, visibleExternal: 0 },
};

const countsOf = ({ inside, outside, unclear, visible }: Audience): RecipientCounts => ({
  internal: inside,
  external: outside,
  unclear,
  visibleExternal: visible,
});

/** Of equal weight, the people whose data would leave come first; then the order of RULE_IDS. */
const byWeight = (a: RuleResult, b: RuleResult): number =>
  VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
  othersIn(b) - othersIn(a) ||
  RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule);

function othersIn({ facts }: RuleResult): number {
  const { others } = facts;
  return typeof others === "number" ? others : 0;
}
