import { serviceCommandsEn } from "./en/service-commands";
import { serviceCommandsJa } from "./ja/service-commands";
import type { Language } from "./language";

export interface KeyFileNames {
  readonly root: string;
  readonly signing: string;
  readonly set: string;
  readonly master: string;
  readonly settings: string;
}

export type DirectoryPart = "units" | "persons" | "mailboxes" | "dutyPool";

/** Words of the commands that set a service up. */
export interface ServiceCommandsTexts {
  readonly usage: string;
  badOption(detail: string): string;
  /** Printed where no id was given. */
  readonly sharedId: string;
  /** Printed where no client id was given. */
  readonly noClientId: string;
  /** The host is none of `SEKISHO_ADDIN_ORIGINS`. */
  notAddInOrigin(host: string): string;
  addInWritten(folder: string, files: number): string;
  notWritten(folder: string, code: string): string;
  keysWritten(folder: string, files: KeyFileNames): string;
  /** `until` and the other days are `2026-04-01`, in Japan. */
  renewed(until: string, left: number): string;
  rotationBegun(from: string): string;
  rotationEarly(from: string): string;
  rotated(renewFrom: string): string;
  readonly rotatedNow: string;
  /** Root, key set and keys do not belong together. */
  readonly keysNotFit: string;
  unreadable(file: string, code: string): string;
  /** `place` is a line or a path; "" where it is the whole file. */
  notDirectory(file: string, code: string, place: string): string;
  notPolicy(file: string, place: string): string;
  notPublished(code: string, place: string): string;
  difference(
    part: DirectoryPart,
    change: "added" | "removed" | "changed",
    id: string,
    fields: string,
  ): string;
  /** Before the fields of the first policy, which are compared with the built-in one. */
  readonly firstPolicy: string;
  policyDifference(field: string): string;
  /** A manager by Entra who gets no right by this run. */
  notGranted(unit: string, person: string): string;
  strangerManager(unit: string): string;
  readonly noGraph: string;
  graphFailed(code: string): string;
  readonly same: string;
  dryRun(changes: number): string;
  published(version: number): string;
  readonly whichTenant: string;
  /** After settings that are bad: where they come from. */
  readonly settingsAre: string;
}

export const serviceCommandTexts: Readonly<Record<Language, ServiceCommandsTexts>> = {
  ja: serviceCommandsJa,
  en: serviceCommandsEn,
};
