import type { RefusalCode } from "../core/refusal";
import { refusalsEn } from "./en/refusals";
import { refusalsJa } from "./ja/refusals";
import type { Language } from "./language";

export interface RefusalTexts {
  /** What happened, as a sentence. */
  readonly what: string;
  /** What to do next. */
  readonly remedy: string;
}

export type RefusalsTexts = Readonly<Record<RefusalCode, RefusalTexts>>;

export const refusalsTexts: Readonly<Record<Language, RefusalsTexts>> = {
  ja: refusalsJa,
  en: refusalsEn,
};
