import { cliEn } from "./en/cli";
import { cliJa } from "./ja/cli";
import type { Language } from "./language";

export interface CliTexts {
  readonly usage: string;
  badOption(detail: string): string;
  unknownCommand(name: string): string;
  readonly noFiles: string;
  unreadable(file: string, code: string): string;
  notMail(file: string): string;
  badPolicy(file: string, path: string): string;
  clean(file: string): string;
  found(file: string, persons: string, kinds: string): string;
  couldNotLook(file: string, reason: string): string;
  verdict(file: string, verdict: "allow" | "confirm" | "sign-off" | "block"): string;
}

export const cliTexts: Readonly<Record<Language, CliTexts>> = { ja: cliJa, en: cliEn };
