import type { RequestState } from "../core/sign-off";
import { askingEn } from "./en/asking";
import { askingJa } from "./ja/asking";
import type { Language } from "./language";
import type { TitleAndText } from "./pane";

/** What is under way while a mail is handed over. */
export const ASK_STEPS = ["saving", "reading", "sending", "asking"] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** Why nothing was asked, apart from the service's own answers. */
export const ASK_PROBLEMS = [
  "not-saved",
  "mail-unreadable",
  "mail-changing", // two readings differ: the names are the fields
  "mail-changed", // it is not what was judged any more
  "file-unreadable", // the names are the files
  "not-askable",
  "no-item",
  "digest-differs",
] as const;
export type AskProblem = (typeof ASK_PROBLEMS)[number];

export type SignInWord = "cancelled" | "unsupported" | "failed";

export type ReminderWord = "manager" | "deputy" | "duty-pool";

/** What the sender reads and presses while asking for a sign-off. */
export interface AskingTexts {
  readonly title: string;
  readonly noService: TitleAndText;
  readonly connecting: string;
  readonly signedOut: TitleAndText;
  readonly signInProblems: Readonly<Record<SignInWord, string>>;
  readonly signIn: string;
  readonly again: string;
  readonly cannotAsk: TitleAndText;

  readonly ask: TitleAndText;
  readonly askAgain: TitleAndText;
  readonly reason: string;
  readonly chooseReason: string;
  readonly note: string;
  noteWanted(others: number): string;
  readonly noteHint: string;
  readonly urgent: string;
  readonly urgentHint: string;
  readonly whatIsSent: string;
  readonly askButton: string;
  readonly missing: Readonly<Record<"reason" | "note", string>>;

  readonly steps: Readonly<Record<AskStep, string>>;
  progress(percent: number): string;
  readonly cancel: string;

  readonly waiting: string;
  waitingFor(who: string): string;
  askedAt(time: string): string;
  expiresAt(time: string): string;
  twoManagers(done: number): string;
  readonly outsideUnit: string;
  readonly privacyOfficer: string;
  reminder(to: ReminderWord, time: string): string;
  readonly whileWaiting: string;
  readonly withdraw: string;
  readonly withdrawing: string;
  readonly notLive: string;

  readonly approved: string;
  approvedBy(name: string, time: string): string;
  sendUntil(time: string): string;
  readonly storing: string;
  readonly notStored: string;
  readonly storeAgain: string;
  readonly dontChange: string;
  /** The line above the mail, 150 characters at most. */
  readonly approvedNotice: string;
  readonly endedNotice: string;

  rejected(name: string): string;
  comment(text: string): string;
  readonly noComment: string;
  readonly changeAndAsk: string;
  readonly askAgainButton: string;

  changed(fields: string): string;
  readonly changedText: Readonly<Record<"requested" | "approved", string>>;
  readonly askDifference: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly betweenFields: string;

  readonly over: Readonly<
    Record<Extract<RequestState, "withdrawn" | "superseded" | "expired" | "revoked">, TitleAndText>
  >;
  readonly released: TitleAndText;
  readonly reopen: string;
  readonly reopening: string;
  readonly needless: TitleAndText;

  readonly problems: Readonly<Record<AskProblem, (names: string) => string>>;

  readonly openTitle: string;
  readonly openNote: string;
  readonly noSubject: string;
  waitsUntil(time: string): string;
  openLine(facts: { others: number; outside: number; files: number }): string;
}

export const askingTexts: Readonly<Record<Language, AskingTexts>> = {
  ja: askingJa,
  en: askingEn,
};
