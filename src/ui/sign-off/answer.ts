import type { Decision, RequestDetail } from "../../api/requests";

/** What the manager has ticked and typed so far. */
export interface Answer {
  readonly ticks: readonly string[];
  /** As typed. */
  readonly number: string;
  readonly comment: string;
}

export const emptyAnswer: Answer = { ticks: [], number: "", comment: "" };

/** What an approval still lacks; all of it empty: it can be given. */
export interface Missing {
  readonly ticks: readonly string[];
  readonly number: "none" | "missing" | "wrong";
}

export function missingOf(detail: RequestDetail, answer: Answer): Missing {
  return {
    ticks: detail.ticks.filter((tick) => !answer.ticks.includes(tick)),
    number: detail.typedNumber ? judge(answer.number, detail.others) : "none",
  };
}

export const isComplete = ({ ticks, number }: Missing): boolean =>
  ticks.length === 0 && number === "none";

function judge(typed: string, others: number): Missing["number"] {
  if (typed.trim() === "") return "missing";
  return countOf(typed) === others ? "none" : "wrong";
}

/** 「２，９４０人」 is 2940: as people type a number on a Japanese keyboard. Null where it is none. */
export function countOf(typed: string): number | null {
  const plain = typed.normalize("NFKC").replace(/[,、\s]/g, "");
  const digits = /^(\d{1,9})人?$/.exec(plain)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What is sent: exactly the ticks of the request, and nothing that a rejection does not need. */
export function decisionOf(
  decision: Decision["decision"],
  { digest, ticks, typedNumber }: RequestDetail,
  answer: Answer,
): Decision {
  const isApproval = decision === "approve";
  return {
    decision,
    digest,
    ticks: isApproval ? ticks.filter((tick) => answer.ticks.includes(tick)) : [],
    comment: answer.comment.trim(),
    number: isApproval && typedNumber ? countOf(answer.number) : null,
  };
}
