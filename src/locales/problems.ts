import { problemsEn } from "./en/problems";
import { problemsJa } from "./ja/problems";
import type { Language } from "./language";
import type { TitleAndText } from "./pane";

/** Codes of the service's answers that are not what was asked for; "network": none came. */
export type ProblemWord =
  | "network"
  | "api/invalid"
  | "api/not-found"
  | "api/too-large"
  | "api/media-type"
  | "api/too-many"
  | "api/internal"
  | "api/unavailable"
  | "identity/missing"
  | "identity/invalid"
  | "identity/stale"
  | "identity/unknown-person"
  | "identity/not-allowed"
  | "approval/not-sender"
  | "approval/not-askable"
  | "approval/incomplete"
  | "approval/no-approver"
  | "approval/too-many-open"
  | "approval/state"
  | "approval/digest-mismatch"
  | "approval/ticks-mismatch"
  | "approval/number-mismatch"
  | "approval/self"
  | "approval/no-right"
  | "approval/seal-broken"
  | "release/unknown"
  | "release/used"
  | "policy/stale"
  | "policy/invalid"
  | "directory/stale"
  | "directory/invalid";

/** What happened, and what to do next. */
export type ProblemsTexts = Readonly<Record<ProblemWord, TitleAndText>>;

export const problemsTexts: Readonly<Record<Language, ProblemsTexts>> = {
  ja: problemsJa,
  en: problemsEn,
};
