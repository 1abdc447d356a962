import { UNUSUAL, type RequestSummary } from "../../api/requests";
import { VERDICTS } from "../../core/verdict";

type Ranked = Pick<
  RequestSummary,
  "mayDecide" | "urgent" | "verdict" | "others" | "unusual" | "outside" | "askedAt"
>;

/** Greater is worse, compared from the left. */
const weight = (each: Ranked): readonly number[] => [
  Number(each.mayDecide),
  Number(each.urgent),
  VERDICTS.indexOf(each.verdict),
  each.others,
  // The first of the list is the worst.
  each.unusual.reduce((sum, one) => sum + 2 ** (UNUSUAL.length - UNUSUAL.indexOf(one)), 0),
  each.outside,
  -each.askedAt,
];

function compare(a: Ranked, b: Ranked): number {
  const right = weight(b);
  for (const [index, left] of weight(a).entries()) {
    const difference = (right[index] ?? 0) - left;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Those that this person can decide, urgent first, then the worst, then the oldest. */
export const inOrder = <T extends Ranked>(requests: readonly T[]): T[] =>
  [...requests].sort(compare);
