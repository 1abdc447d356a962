import type { Judgement } from "../../core/judgement";
import type { VerdictBannerView } from "../../ui/verdict-banner";
import { isAllTicked, type Checked, type ReviewState } from "./state";
import type { Words } from "./words";

const NOTHING_RUNNING = { headline: null, progress: null, progressText: "" };

/** What stands at the top. Only the phase "judged" shows a verdict; anything else shows none. */
export function bannerView(state: ReviewState, words: Words): VerdictBannerView {
  const { phase, checked } = state;
  const { pane } = words;
  switch (phase.name) {
    case "reading":
      return busy(state, pane.reading, words);
    case "inspecting":
      return busy(state, pane.inspecting, words, partOf(phase.progress));
    case "fixing":
      return busy(state, pane.fixing, words);
    case "failed":
      return { ...NOTHING_RUNNING, tone: "failed", ...pane.failures[phase.failure] };
    case "judged":
      return checked === null
        ? { ...NOTHING_RUNNING, tone: "failed", ...pane.failures["inspection-failed"] }
        : verdictView(state, checked, words);
  }
}

/** Nested files may move the total: never backwards beyond it, never done before it is. */
const partOf = (progress: { done: number; total: number } | null): number | "unknown" =>
  progress === null || progress.total <= 0 || progress.done <= 0
    ? "unknown"
    : Math.min(0.99, progress.done / progress.total);

function busy(
  { wasStopped }: ReviewState,
  title: string,
  { pane }: Words,
  part: number | "unknown" | null = null,
): VerdictBannerView {
  return {
    tone: "busy",
    title,
    text: wasStopped ? pane.stoppedAtSend : "",
    headline: null,
    progress: part,
    progressText: typeof part !== "number" ? "" : pane.progress(Math.floor(part * 100)),
  };
}

function verdictView(state: ReviewState, { judgement }: Checked, words: Words): VerdictBannerView {
  const { verdict } = judgement.decision;
  const { pane } = words;
  const headline = headlineOf(judgement, words);
  if (state.acknowledged === "stored")
    return { ...NOTHING_RUNNING, tone: "allow", headline, ...pane.confirmed };
  if (judgement.decision.results.some(({ rule }) => rule === "no-recipients"))
    return { ...NOTHING_RUNNING, tone: "busy", headline, ...pane.noRecipientsYet };
  const isStopped = state.wasStopped && verdict !== "allow";
  const sentences = [
    isStopped ? pane.stoppedAtSend : "",
    pane.verdicts[verdict].text,
    confirmText(state, words),
  ].filter((each) => each !== "");
  return {
    ...NOTHING_RUNNING,
    tone: verdict,
    title: titleOf(judgement, words),
    text: sentences.reduce((all, each) => pane.together(all, each)),
    headline,
  };
}

function titleOf({ decision }: Judgement, { pane }: Words): string {
  const needsTwo = decision.results.some(({ approvers }) => approvers === 2);
  return decision.verdict === "sign-off" && needsTwo
    ? pane.signOffByTwo
    : pane.verdicts[decision.verdict].title;
}

function confirmText(state: ReviewState, { pane }: Words): string {
  const { acknowledged } = state;
  if (acknowledged === "storing") return pane.confirmStoring;
  if (acknowledged === "not-stored") return pane.confirmNotStored;
  const isPartly = state.ticked.length > 0 && !isAllTicked(state);
  const results = state.checked?.judgement.decision.results.length ?? 0;
  return isPartly ? pane.confirmLeft(results - state.ticked.length) : "";
}

function headlineOf({ report, decision }: Judgement, { pane }: Words): string | null {
  const { external, unclear } = decision.recipients;
  return report.others > 0 && external > 0 ? pane.exposure(report.others, external, unclear) : null;
}
