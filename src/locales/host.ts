import { hostEn } from "./en/host";
import { hostJa } from "./ja/host";
import type { Language } from "./language";

/** The simulated client's own words around a stopped mail. */
export interface HostTexts {
  prevented(addin: string): string;
  readonly takeAction: string;
}

export const hostTexts: Readonly<Record<Language, HostTexts>> = { ja: hostJa, en: hostEn };
