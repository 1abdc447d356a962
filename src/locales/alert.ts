import { alertEn } from "./en/alert";
import { alertJa } from "./ja/alert";
import type { Language } from "./language";
import type { TitleAndText } from "./pane";

/** Why a mail could not be looked at as a whole. */
export type AlertMishap =
  "late" | "broken" | "unanswered" | "changing" | "unsupported" | "no-sender";

/** Why a mail that needs a sign-off has not left. */
export type SignOffStop =
  /** No service is set up: the findings alone say what to do. */
  | "no-service"
  /** The signed policy is not there, or ended; this bundle is older than it takes. */
  | "no-policy"
  | "policy-ended"
  | "too-old"
  /** The mail has no digest, so that nothing can be signed off. */
  | "not-askable"
  | "not-asked"
  | "waiting"
  /** Withdrawn, revoked, expired. */
  | "ended"
  /** Other recipients, text or files than were asked for or signed off. */
  | "changed"
  /** A finding that was not before the approvers. */
  | "uncovered"
  /** Released in another window. */
  | "used"
  | "busy"
  | "refused"
  /** The service's own answer does not verify. */
  | "untrusted"
  | "unreachable"
  | "clock"
  | "group-offline"
  /** The mail became another one between the release and the end. */
  | "moved"
  /** Outlook does not keep what has to be kept. */
  | "session";

/** The parts of a mail that a sign-off covers, each as one word. */
export const SIGNED_FIELDS = [
  "tenant",
  "sender",
  "from",
  "to",
  "cc",
  "bcc",
  "subject",
  "body",
  "attachments",
] as const;
export type SignedField = (typeof SIGNED_FIELDS)[number];

export interface SignOffAlertTexts {
  /** `changed`: the words of the fields that changed, empty unless that is why. */
  readonly stops: Readonly<Record<SignOffStop, (changed: string) => TitleAndText>>;
  readonly fields: Readonly<Record<SignedField, string>>;
  readonly betweenFields: string;
}

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
  /** The line above the mail when the signed policy ends soon, or has ended. */
  readonly policyEndsSoon: string;
  readonly policyEnded: string;
  readonly signOff: SignOffAlertTexts;
  /** Between two sentences. */
  readonly between: string;
}

export const alertTexts: Readonly<Record<Language, AlertTexts>> = { ja: alertJa, en: alertEn };
