import type { Facts, RuleId } from "../core/verdict";
import { nextEn, rulesEn } from "./en/rules";
import { nextJa, rulesJa } from "./ja/rules";
import type { Language } from "./language";

/** What a rule says; its numbers and names come from the rule's own facts. */
interface Sentences {
  /** One sentence: what would happen if the mail left as it is. */
  readonly title: (facts: Facts) => string;
  /** What to do about this point alone. */
  readonly toDo: (facts: Facts) => string;
}

export type RuleSentences = Readonly<Record<RuleId, Sentences>>;

export interface RuleTexts extends Sentences {
  /** What to do, and how the mail may leave after that: to be said once for a whole mail. */
  readonly remedy: (facts: Facts) => string;
}

export type RulesTexts = Readonly<Record<RuleId, RuleTexts>>;

/** How a mail may leave all the same, by the strictest of its findings; empty where it may not. */
export const nextSteps: Readonly<Record<Language, (facts: Facts) => string>> = {
  ja: nextJa,
  en: nextEn,
};

export const rulesTexts: Readonly<Record<Language, RulesTexts>> = {
  ja: withRemedies(rulesJa, nextJa, ""),
  en: withRemedies(rulesEn, nextEn, " "),
};

function withRemedies(
  sentences: RuleSentences,
  next: (facts: Facts) => string,
  between: string,
): RulesTexts {
  const texts: Record<string, RuleTexts> = {};
  for (const rule of Object.keys(sentences)) {
    const { title, toDo } = sentences[rule as RuleId];
    const remedy = (facts: Facts): string =>
      [toDo(facts), next(facts)].filter((each) => each !== "").join(between);
    texts[rule] = { title, toDo, remedy };
  }
  return texts as RulesTexts;
}
