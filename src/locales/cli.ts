import { cliEn } from "./en/cli";
import { cliJa } from "./ja/cli";
import type { Language } from "./language";

/** Why a file gave nothing to look at. */
export type CliFileReason =
  "file/missing" | "file/folder" | "file/denied" | "file/unreadable" | "file/not-mail";

export interface CliTexts {
  readonly usage: string;
  unknownOption(name: string): string;
  optionValue(option: string): string;
  checkOnly(option: string): string;
  readonly noCommand: string;
  unknownCommand(name: string): string;
  readonly noFiles: string;
  unreadable(file: string, reason: CliFileReason, hasMore: boolean): string;
  badPolicy(file: string, path: string): string;
  clean(file: string): string;
  found(file: string, persons: string, kinds: string): string;
  couldNotLook(file: string, what: string, remedy: string): string;
  verdict(file: string, verdict: "allow" | "confirm" | "sign-off" | "block"): string;
}

export const cliTexts: Readonly<Record<Language, CliTexts>> = { ja: cliJa, en: cliEn };
