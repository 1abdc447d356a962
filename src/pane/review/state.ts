import type { Judgement, Progress } from "../../core/judgement";
import type { RuleId } from "../../core/verdict";
import type { PaneFailure } from "../../locales/pane";
import type { Job } from "../inspection/job";
import type { FixReport } from "./fix";

export type Phase =
  | { readonly name: "reading" }
  | { readonly name: "inspecting"; readonly progress: Progress | null }
  | { readonly name: "judged" }
  | { readonly name: "fixing" }
  | { readonly name: "failed"; readonly failure: PaneFailure };

/** One mail as it was when it was read, and what was judged about it. */
export interface Checked {
  readonly job: Job;
  readonly judgement: Judgement;
  readonly at: number;
}

/** The sender's confirmation on its way into the mail's session. */
export type Acknowledged = "no" | "storing" | "stored" | "not-stored";

/**
 * All that the review screen shows. A run is one reading and judging; what an earlier run still has
 * to say is dropped, so that a verdict never stands under a mail that was read later.
 */
export interface ReviewState {
  readonly run: number;
  readonly phase: Phase;
  /** The pane was opened from the alert of a mail that was stopped, and nothing was fixed since. */
  readonly wasStopped: boolean;
  /** The last complete check; only while the phase is "judged" is it the present one. */
  readonly checked: Checked | null;
  readonly ticked: readonly RuleId[];
  readonly acknowledged: Acknowledged;
  /** What the last fix did; stays until the next fix. */
  readonly lastFix: FixReport | null;
}

export type ReviewAction =
  | { readonly type: "stopped-at-send" }
  | { readonly type: "started"; readonly run: number }
  | { readonly type: "read"; readonly run: number }
  | { readonly type: "progressed"; readonly run: number; readonly progress: Progress }
  | {
      readonly type: "judged";
      readonly run: number;
      readonly checked: Checked;
      readonly isAcknowledged: boolean;
    }
  | { readonly type: "failed"; readonly run: number; readonly failure: PaneFailure }
  | { readonly type: "fixing" }
  | { readonly type: "fixed"; readonly report: FixReport }
  | { readonly type: "ticked"; readonly rule: RuleId; readonly on: boolean }
  | { readonly type: "acknowledging" }
  | { readonly type: "acknowledged"; readonly run: number; readonly stored: boolean };

export const initialState: ReviewState = {
  run: 0,
  phase: { name: "reading" },
  wasStopped: false,
  checked: null,
  ticked: [],
  acknowledged: "no",
  lastFix: null,
};

export const confirmRules = ({ decision }: Judgement): readonly RuleId[] =>
  decision.verdict === "confirm" ? decision.results.map(({ rule }) => rule) : [];

/** Whether every point is ticked that has to be; false where there is nothing to tick. */
export function isAllTicked({ checked, ticked }: ReviewState): boolean {
  const rules = checked === null ? [] : confirmRules(checked.judgement);
  return rules.length > 0 && rules.every((rule) => ticked.includes(rule));
}

export function reduce(state: ReviewState, action: ReviewAction): ReviewState {
  if ("run" in action && action.type !== "started" && action.run !== state.run) return state;
  switch (action.type) {
    case "stopped-at-send":
      return { ...state, wasStopped: true };
    case "started":
      return { ...state, run: action.run, phase: { name: "reading" } };
    case "read":
      return { ...state, phase: { name: "inspecting", progress: null } };
    case "progressed":
      return { ...state, phase: { name: "inspecting", progress: action.progress } };
    case "judged":
      return judged(state, action.checked, action.isAcknowledged);
    case "failed":
      return { ...state, phase: { name: "failed", failure: action.failure }, checked: null };
    case "fixing":
      return { ...state, phase: { name: "fixing" }, lastFix: null, wasStopped: false };
    case "fixed":
      return { ...state, lastFix: action.report };
    case "ticked":
      return tick(state, action.rule, action.on);
    case "acknowledging":
      return { ...state, acknowledged: "storing" };
    case "acknowledged":
      return acknowledged(state, action.stored);
  }
}

/** Ticks stand for one content only: they stay where the digest says that it is the same. */
function judged(state: ReviewState, checked: Checked, isAcknowledged: boolean): ReviewState {
  const rules = confirmRules(checked.judgement);
  const isSame = state.checked !== null && sameContent(state.checked.judgement, checked.judgement);
  return {
    ...state,
    phase: { name: "judged" },
    checked,
    ticked: isAcknowledged ? rules : isSame ? state.ticked : [],
    acknowledged: isAcknowledged ? "stored" : "no",
  };
}

function sameContent({ digest: a }: Judgement, { digest: b }: Judgement): boolean {
  return a.state === "computed" && b.state === "computed" && a.digest === b.digest;
}

function tick(state: ReviewState, rule: RuleId, on: boolean): ReviewState {
  const others = state.ticked.filter((each) => each !== rule);
  return { ...state, ticked: on ? [...others, rule] : others };
}

/** A confirmation that could not be stored is ticked anew, so that the tick can be tried again. */
const acknowledged = (state: ReviewState, stored: boolean): ReviewState => ({
  ...state,
  acknowledged: stored ? "stored" : "not-stored",
  ticked: stored ? state.ticked : [],
});
