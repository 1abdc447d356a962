import type { RecipientField } from "../core/recipient";
import type { InspectionStatus } from "../core/report";
import type { RequestState } from "../core/sign-off";
import type { Verdict } from "../core/verdict";
import { signOffEn } from "./en/sign-off";
import { signOffJa } from "./ja/sign-off";
import type { Language } from "./language";
import type { TitleAndText } from "./pane";

export type UnusualWord =
  | "consumer-addresses"
  | "came-along"
  | "could-not-look"
  | "first-time-recipient"
  | "look-alike-domain"
  | "rejected-before";

export type ReasonWord =
  "customer-asked" | "contract" | "quotation" | "notice" | "supplier" | "authority" | "other";

export type ChangedField = RecipientField | "subject" | "body" | "attachments" | "from";

/** Counts of one request, for the line that is read first. */
export interface ExposureFacts {
  readonly others: number;
  readonly outside: number;
  readonly files: number;
  readonly couldNotLook: boolean;
}

export interface ChangeFacts {
  readonly field: ChangedField;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Several requests with the same files, decided with one press. */
export interface TogetherTexts {
  /** `count` besides the one that is open. */
  offer(count: number): string;
  title(count: number): string;
  readonly note: string;
  readonly files: string;
  numbered(number: number, headline: string): string;
  readonly alone: string;
  readonly leaveOut: string;
  readonly showBody: string;
  readonly single: string;
  readonly none: string;
  approve(count: number): string;
  reject(count: number): string;
  progress(done: number, all: number): string;
  readonly results: string;
  readonly answers: Readonly<Record<"approved" | "counted" | "rejected", string>>;
  readonly refused: string;
  readonly next: string;
}

/** Taking back an approval that was not used yet. */
export interface RevokeTexts {
  readonly start: string;
  readonly title: string;
  text(sender: string): string;
  readonly comment: string;
  readonly confirm: string;
  readonly cancel: string;
}

/** What the manager reads and presses. Names and words of the mail come in as they are shown. */
export interface SignOffTexts {
  readonly title: string;
  readonly boxes: Readonly<Record<"to-decide" | "decided", string>>;
  boxCount(box: string, count: number): string;
  readonly nothing: Readonly<Record<"to-decide" | "decided", TitleAndText>>;
  readonly chooseOne: string;
  readonly loading: string;
  readonly again: string;
  readonly moreRequests: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly signingIn: string;
  readonly signedOut: TitleAndText;
  readonly signInFailed: TitleAndText;
  readonly notConfigured: TitleAndText;
  readonly notLive: string;
  readonly back: string;

  exposure(facts: ExposureFacts): string;
  readonly unusual: Readonly<Record<UnusualWord, string>>;
  readonly urgent: string;
  waiting(minutes: number): string;
  by(name: string, unit: string): string;
  readonly states: Readonly<Record<RequestState, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;

  readonly sender: string;
  sentAs(mailbox: string): string;
  readonly asked: string;
  readonly expires: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<ReasonWord, string>>;
  readonly note: string;

  readonly changes: string;
  /** On a card: it follows an earlier request from the same draft. */
  readonly askedAgain: string;
  readonly openNewer: string;
  change(facts: ChangeFacts): string;
  rejectedBefore(by: string, at: string): string;
  readonly rules: string;

  readonly recipients: string;
  outside(count: number): string;
  inside(count: number): string;
  readonly tickAsk: string;
  readonly tickNote: string;
  tickDomain(domain: string, count: number): string;
  tickAddress(address: string): string;
  readonly unclear: string;
  readonly consumer: string;
  readonly firstTime: string;
  readonly group: string;
  readonly punycode: string;
  looksLike(domain: string): string;
  readonly fields: Readonly<Record<RecipientField, string>>;
  readonly more: (count: number) => string;

  readonly mail: string;
  readonly subject: string;
  readonly noSubject: string;
  readonly body: string;
  readonly masked: string;
  readonly reveal: string;
  readonly revealed: string;
  readonly moreText: string;
  readonly noText: string;

  readonly attachments: string;
  readonly noAttachments: string;
  readonly statuses: Readonly<Record<InspectionStatus, string>>;
  persons(count: number): string;
  readonly cameAlong: string;
  readonly inline: string;
  readonly preview: string;
  previewNamed(name: string): string;
  readonly open: string;
  openNamed(name: string): string;
  readonly openNote: string;
  readonly openReady: string;
  samples(count: number): string;
  couldNotLook(count: number): string;

  readonly decisions: string;
  approvals(done: number, needed: number): string;
  readonly outsideUnit: string;
  readonly privacyOfficer: string;
  readonly decided: Readonly<Record<"approve" | "reject", (by: string, at: string) => string>>;

  readonly decide: string;
  readonly number: string;
  readonly comment: string;
  readonly commentNote: string;
  readonly approve: string;
  readonly reject: string;
  readonly sending: string;
  readonly missing: {
    ticks(count: number): string;
    readonly number: string;
    readonly wrongNumber: string;
    readonly comment: string;
  };
  readonly ready: string;
  readonly notYours: TitleAndText;
  readonly done: Readonly<
    Record<"approved" | "counted" | "rejected" | "revoked", (sender: string) => string>
  >;
  readonly together: TogetherTexts;
  readonly revoke: RevokeTexts;
  conflict(state: string, who: string): string;
  readonly changedMeanwhile: string;
  readonly erased: TitleAndText;
  /** Heads the hexadecimal digest of what is shown. */
  readonly digest: string;
  readonly fromService: TitleAndText;
}

export const signOffTexts: Readonly<Record<Language, SignOffTexts>> = {
  ja: signOffJa,
  en: signOffEn,
};
