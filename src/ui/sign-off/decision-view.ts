import type { ApiFailure } from "../../api/client";
import { seen } from "../foreign";
import type { Opened } from "./desk-state";
import { isComplete, missingOf } from "./answer";
import type { SignOffWords } from "./words";

export interface ProblemView {
  readonly title: string;
  readonly text: string;
  /** A sign-in mends it. */
  readonly signIn: boolean;
}

export interface DecisionView {
  /** False: what is shown is for reading only. */
  readonly isOpen: boolean;
  readonly canApprove: boolean;
  /** What is missing, or that nothing is. */
  readonly hint: string;
  /** Null where no number is asked for. */
  readonly numberLabel: string | null;
  readonly isNumberWrong: boolean;
  /** Empty, or why the comment is needed now. */
  readonly commentError: string;
  readonly isSending: boolean;
  readonly problem: ProblemView | null;
}

export function decisionView(opened: Opened, words: SignOffWords): DecisionView | null {
  const { detail, answer, sending, isCommentMissing } = opened;
  if (detail === null) return null;
  const { texts } = words;
  const missing = missingOf(detail, answer);
  return {
    isOpen: detail.mayDecide && detail.state === "requested",
    canApprove: isComplete(missing) && sending === null,
    hint: sending === null ? hintOf(missing, words) : texts.sending,
    numberLabel: detail.typedNumber ? texts.number : null,
    isNumberWrong: missing.number === "wrong",
    commentError: isCommentMissing ? texts.missing.comment : "",
    isSending: sending !== null,
    problem: problemOf(opened, words),
  };
}

function hintOf({ ticks, number }: ReturnType<typeof missingOf>, { texts }: SignOffWords): string {
  const { missing, ready } = texts;
  const parts = [
    ...(ticks.length > 0 ? [missing.ticks(ticks.length)] : []),
    ...(number === "missing" ? [missing.number] : []),
    ...(number === "wrong" ? [missing.wrongNumber] : []),
  ];
  return parts.length === 0 ? ready : parts.join(" · ");
}

const SIGN_INS = new Set(["identity/missing", "identity/invalid", "identity/stale"]);

export const needsSignIn = (code: string): boolean => SIGN_INS.has(code);

/** Why the decision was not taken, and what stands now: who was quicker. */
/** A refusal or a failing network, in words. */
export function failureView(failure: ApiFailure, words: SignOffWords): ProblemView {
  return { ...words.problem(failure.code), signIn: needsSignIn(failure.code) };
}

function problemOf(
  { refused, detail, changedMeanwhile }: Opened,
  words: SignOffWords,
): ProblemView | null {
  if (refused === null)
    return changedMeanwhile
      ? { title: words.texts.changedMeanwhile, text: presentState(detail, words), signIn: false }
      : null;
  const { title, text } = words.problem(refused.code);
  const present = refused.status === 409 ? ` ${presentState(detail, words)}` : "";
  return { title, text: text + present, signIn: needsSignIn(refused.code) };
}

function presentState(detail: Opened["detail"], { texts }: SignOffWords): string {
  if (detail === null) return "";
  return texts.conflict(texts.states[detail.state], seen(detail.decisions.at(-1)?.by.name ?? ""));
}
