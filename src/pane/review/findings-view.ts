import { KINDS, type KindCounts } from "../../core/kind";
import type { Report } from "../../core/report";
import type { RuleId, RuleResult } from "../../core/verdict";
import { grouped } from "../../locales/grouped";
import type { EvidenceView } from "../../ui/evidence";
import type { FindingCardView, FindingTick } from "../../ui/finding-card";
import type { FixRequest } from "./fix";
import { offersOfAll } from "./offers";
import type { Checked } from "./state";
import type { Words } from "./words";

/** What the cards can set off. */
export interface FindingsControl {
  readonly ticked: readonly RuleId[];
  readonly isAcknowledged: boolean;
  readonly fix: (request: FixRequest) => void;
  readonly tick: (rule: RuleId, on: boolean) => void;
}

/** Rules under whose card the samples stand; the first of them in the decision has them. */
const ABOUT_DATA: ReadonlySet<RuleId> = new Set<RuleId>([
  "mass-data-to-consumer",
  "came-along",
  "others-to-outside",
  "recipient-file-mismatch",
  "mass-data-inside",
]);

const ABOUT_REFUSALS: ReadonlySet<RuleId> = new Set<RuleId>([
  "message-unreadable",
  "could-not-look",
]);

/** One card a result, in the order of the decision; that nobody is named yet says the banner. */
export function findingsView(
  { job, judgement }: Checked,
  words: Words,
  control: FindingsControl,
): FindingCardView[] {
  const { report, decision } = judgement;
  const data = decision.results.find(({ rule }) => ABOUT_DATA.has(rule))?.rule;
  const refusals = decision.results.find(({ rule }) => ABOUT_REFUSALS.has(rule))?.rule;
  const offers = offersOfAll(decision.results, job);
  const best = offers.map(([first]) => first).find(isRecommended);
  const cards = decision.results.map((result, index) => ({
    tone: result.verdict,
    label: words.pane.verdicts[result.verdict].label,
    ...words.rule(result),
    evidence: evidence(report, words, result.rule === data, result.rule === refusals),
    actions: (offers[index] ?? []).map((request) => ({
      label: words.pane.fix[request.fix](request.facts),
      isBest: request === best,
      run: () => control.fix(request),
    })),
    tick: decision.verdict === "confirm" ? tickOf(result, words, control) : null,
  }));
  return cards.filter((_, index) => decision.results[index]?.rule !== "no-recipients");
}

/** Taking everybody outside away is a way out, but seldom the one that is meant. */
const isRecommended = (request: FixRequest | undefined): boolean =>
  request !== undefined && request.fix !== "remove-outside-recipients";

function tickOf({ rule }: RuleResult, words: Words, control: FindingsControl): FindingTick {
  return {
    label: words.pane.confirmTick,
    checked: control.isAcknowledged || control.ticked.includes(rule),
    set: (on) => control.tick(rule, on),
  };
}

/** What no card shows: data in a mail that may go, refusals that no rule minded. */
export function looseEvidence({ judgement }: Checked, words: Words): EvidenceView | null {
  const { report, decision } = judgement;
  const shows = (rules: ReadonlySet<RuleId>): boolean =>
    decision.results.some(({ rule }) => rules.has(rule));
  return evidence(report, words, !shows(ABOUT_DATA), !shows(ABOUT_REFUSALS));
}

function evidence(
  report: Report,
  words: Words,
  withData: boolean,
  withRefusals: boolean,
): EvidenceView | null {
  const findings = withData ? report.parts.flatMap((part) => part.findings) : [];
  const refusals = withRefusals ? report.parts.flatMap((part) => part.refusals) : [];
  const kinds = withData ? kindsInWords(report.kinds, words) : [];
  if (findings.length + refusals.length + kinds.length === 0) return null;
  return {
    kinds,
    samplesSummary: words.pane.samples(findings.length),
    samples: findings.map(({ kind, sample, place }) => ({
      kind: words.kind(kind),
      sample,
      place: words.place(place),
    })),
    refusalsSummary: words.pane.couldNotLook(refusals.length),
    refusals: refusals.map(({ code, place }) => ({
      place: words.place(place),
      ...words.refusal(code),
    })),
  };
}

const kindsInWords = (kinds: KindCounts, words: Words): string[] =>
  KINDS.map((kind) => ({ kind, count: kinds[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => `${words.kind(kind)} ${grouped(count)}`);
