import { RULE_IDS, VERDICTS, type RuleResult } from "../core/verdict";

/** In an alert's few words the people whose data would leave come before everything of equal weight. */
export function worstFirst(results: readonly RuleResult[]): readonly RuleResult[] {
  return [...results].sort(
    (a, b) =>
      VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
      others(b) - others(a) ||
      RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule),
  );
}

function others({ facts }: RuleResult): number {
  const { others: count } = facts;
  return typeof count === "number" ? count : 0;
}
