import { simulatorEn } from "./en/simulator";
import { simulatorJa } from "./ja/simulator";
import type { Language } from "./language";

export type StoryId =
  | "accident"
  | "sign-off"
  | "changed-after"
  | "two-managers"
  | "mismatch"
  | "everyday"
  | "draft"
  | "phone"
  | "mail-in-mail"
  | "resend"
  | "head-office"
  | "manager";

/** The people of the demo's company. */
export type PersonId =
  | "head-office"
  | "staff"
  | "manager"
  | "deputy"
  | "area-manager"
  | "privacy-officer"
  | "other-staff"
  | "other-manager";

export interface StoryTexts {
  readonly title: string;
  readonly steps: readonly string[];
}

/** The simulated client: its buttons, fields and notices, and the stories to try. */
export interface SimulatorTexts {
  readonly product: string;
  readonly demo: string;
  readonly people: Readonly<Record<PersonId, string>>;
  readonly signedInAs: string;
  readonly switchPerson: string;
  readonly darkMode: string;
  readonly otherLanguage: string;
  readonly startOver: string;
  readonly folders: Readonly<Record<"inbox" | "drafts" | "sent" | "outside", string>>;
  readonly foldersLabel: string;
  readonly listLabel: string;
  readonly readingLabel: string;
  readonly newMail: string;
  readonly emptyFolder: string;
  readonly emptyOutside: string;
  readonly nothingSelected: string;
  readonly nothingSelectedHint: string;
  /** Where the scenes stand behind a button. */
  readonly nothingSelectedHintNarrow: string;
  /** Before the page begins anew and forgets what was written. */
  readonly losing: Readonly<Record<"title" | "text" | "stay" | "goOn", string>>;
  readonly noSubject: string;
  readonly unread: string;
  readonly hasFiles: string;
  readonly isDraft: string;
  readonly addInMissing: string;
  readonly actions: Readonly<
    Record<"reply" | "replyAll" | "forward" | "resend" | "editAsNew", string>
  >;
  readonly openDraft: string;
  readonly saveAsFile: string;
  readonly download: string;
  downloadOf(file: string): string;
  readonly filesLabel: string;
  readonly fields: Readonly<Record<"from" | "to" | "cc" | "bcc" | "subject" | "body", string>>;
  readonly recipientsHint: string;
  readonly subjectHint: string;
  removeRecipient(name: string): string;
  readonly unresolved: string;
  readonly group: string;
  readonly outside: string;
  readonly suggestions: string;
  recipientCount(count: number): string;
  readonly compose: {
    readonly window: string;
    readonly tabs: string;
    readonly send: string;
    readonly sending: string;
    readonly save: string;
    readonly saved: string;
    readonly discard: string;
    readonly close: string;
    readonly attach: string;
    readonly ownFile: string;
    readonly desktop: string;
    readonly more: string;
    readonly dropHere: string;
    readonly uploading: string;
    removeFile(file: string): string;
    readonly noRecipients: string;
    readonly unresolvedLeft: string;
    readonly fileTooLarge: string;
    readonly commands: string;
    readonly formatting: string;
    readonly bold: string;
    readonly list: string;
    readonly link: string;
    readonly linkAddress: string;
    readonly insertLink: string;
    readonly cancel: string;
    readonly notices: string;
    readonly dismiss: string;
    readonly hidePane: string;
    readonly pinPane: string;
  };
  readonly alert: {
    readonly dontSend: string;
    readonly sendAnyway: string;
    readonly tryLater: string;
    unavailable(addin: string): string;
    timedOut(addin: string): string;
    takingLonger(addin: string): string;
    readonly takingLongerHint: string;
  };
  /** The page of the demo's provider on which one chooses who to be. */
  readonly signIn: {
    readonly title: string;
    readonly onlyDemo: string;
    readonly choose: string;
    readonly expired: string;
  };
  readonly quote: Readonly<Record<"from" | "sent" | "to" | "cc" | "subject", string>>;
  readonly sentNotice: string;
  outsideNotice(count: number): string;
  readonly stories: {
    readonly title: string;
    readonly intro: string;
    readonly begin: string;
    readonly copyAddresses: string;
    readonly copied: string;
    readonly open: string;
    readonly all: Readonly<Record<StoryId, StoryTexts>>;
  };
  shortDate(date: number): string;
  longDate(date: number): string;
  fileSize(bytes: number): string;
}

export const simulatorTexts: Readonly<Record<Language, SimulatorTexts>> = {
  ja: simulatorJa,
  en: simulatorEn,
};
