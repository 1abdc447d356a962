import type { Facts, RuleId } from "../core/verdict";
import { rulesEn } from "./en/rules";
import { rulesJa } from "./ja/rules";
import type { Language } from "./language";

/** What a rule says; its numbers and names come from the rule's own facts. */
export interface RuleTexts {
  /** One sentence: what would happen if the mail left as it is. */
  title(facts: Facts): string;
  /** What to do next. */
  remedy(facts: Facts): string;
}

export type RulesTexts = Readonly<Record<RuleId, RuleTexts>>;

export const rulesTexts: Readonly<Record<Language, RulesTexts>> = { ja: rulesJa, en: rulesEn };
