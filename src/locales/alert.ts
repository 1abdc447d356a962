import { alertEn } from "./en/alert";
import { alertJa } from "./ja/alert";
import type { Language } from "./language";

/** Why a mail could not be looked at as a whole. */
export type AlertMishap =
  "late" | "broken" | "unanswered" | "changing" | "unsupported" | "no-sender";

/** The words of Outlook's own alert (500 characters in all) and of the line above the mail (150). */
export interface AlertTexts {
  readonly stopped: string;
  readonly pleaseConfirm: string;
  /** Findings that the alert has no room for. */
  more(count: number): string;
  /** Label of the alert's button; at most 20 characters. */
  readonly openPane: string;
  /** What the alert's button does about a mail that was stopped. */
  readonly toFix: string;
  /** The same where the alert itself offers to send. */
  readonly toSendAnyway: string;
  /** What to do where only the pane can take the confirmation. */
  readonly toConfirmInPane: string;
  /** What happened and what to do where the mail could not be looked at. */
  readonly mishaps: Readonly<Record<AlertMishap, string>>;
  /** The line above a mail that would be stopped: says so, and what to do; then the finding. */
  readonly wouldBeStopped: string;
  /** The line above the mail while it is being written. */
  outsideNotice(outside: number, attachments: number): string;
  /** Between two sentences. */
  readonly between: string;
}

export const alertTexts: Readonly<Record<Language, AlertTexts>> = { ja: alertJa, en: alertEn };
