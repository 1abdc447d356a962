import type { FixId, Verdict } from "../core/verdict";
import type { RecipientField } from "../core/recipient";
import type { InspectionStatus } from "../core/report";
import { paneEn } from "./en/pane";
import { paneJa } from "./ja/pane";
import type { Language } from "./language";

/** Why the pane has no verdict to show. */
export const PANE_FAILURES = [
  "no-mail",
  "mail-unreadable",
  "mail-changing",
  "inspection-failed",
  "inspection-late",
  "cancelled",
] as const;
export type PaneFailure = (typeof PANE_FAILURES)[number];

/** Why a fix did not do all that it was asked for; the person is told what to do by hand. */
export const FIX_PROBLEMS = [
  "failed", // nothing was changed
  "changed", // the mail changed under the fix; nothing was changed
  "group", // a field that may not be written anew; nothing was changed
  "left", // some fields were mended, some are left to the sender
  "partly", // some attachments are still there
  "missing", // undoing failed: these recipients have to be put back by hand
  "half-done", // undoing failed: subject or text are not as they were
  "unsupported", // this client cannot do it; nothing was changed
  "nothing", // there was nothing to do
] as const;
export type FixProblem = (typeof FIX_PROBLEMS)[number];

/** What the fix was about; names come from the mail and are shown as text. */
export interface FixFacts {
  readonly recipients: number;
  /** Where they stood before; empty where the fix is not about recipients. */
  readonly fields: readonly RecipientField[];
  readonly files: readonly string[];
}

export interface TitleAndText {
  readonly title: string;
  readonly text: string;
}

export interface PaneTexts {
  readonly stoppedAtSend: string;
  readonly reading: string;
  readonly inspecting: string;
  progress(percent: number): string;
  readonly cancel: string;
  readonly recheck: string;
  checkedAt(time: string): string;

  /** One sentence after another. */
  together(first: string, second: string): string;
  readonly verdicts: Readonly<Record<Verdict, TitleAndText & { readonly label: string }>>;
  /** Title of the verdict where two have to agree. */
  readonly signOffByTwo: string;
  /** In place of a verdict where nobody is there to receive the mail. */
  readonly noRecipientsYet: TitleAndText;
  /** The line that is read first: how many persons' data, to how many addresses outside. */
  /** `unclear` recipients are groups and the like: nobody can say who they are. */
  exposure(others: number, outside: number, unclear: number): string;

  readonly findings: string;
  findingsFolded(count: number): string;
  samples(count: number): string;
  couldNotLook(count: number): string;

  readonly fix: Readonly<Record<FixId, (facts: FixFacts) => string>>;
  readonly fixing: string;
  readonly fixed: Readonly<Record<FixId, (facts: FixFacts) => string>>;
  readonly fixProblems: Readonly<Record<FixProblem, string>>;
  readonly undo: string;
  undone(fix: FixId): string;
  readonly missingRecipients: string;
  readonly removeChosen: (count: number) => string;

  readonly confirmTick: string;
  confirmLeft(count: number): string;
  readonly confirmed: TitleAndText;
  readonly confirmNotStored: string;
  readonly confirmStoring: string;

  readonly recipients: string;
  readonly outside: (count: number) => string;
  readonly inside: (count: number) => string;
  readonly unknownDomain: string;
  readonly consumer: string;
  readonly group: string;
  readonly fields: Readonly<Record<RecipientField, string>>;
  readonly noRecipients: string;
  chooseRecipient(address: string): string;
  readonly more: (count: number) => string;

  readonly attachments: string;
  readonly statuses: Readonly<Record<InspectionStatus, string>>;
  persons(count: number): string;
  size(bytes: number): string;
  readonly sizeUnknown: string;
  /** Heads the hexadecimal digest of what was judged. */
  readonly digest: string;
  readonly removeFile: string;
  removeFileNamed(name: string): string;

  readonly failures: Readonly<Record<PaneFailure, TitleAndText>>;
  readonly reader: TitleAndText & { readonly points: readonly string[]; readonly showDesk: string };
}

export const paneTexts: Readonly<Record<Language, PaneTexts>> = { ja: paneJa, en: paneEn };
