import type { Language } from "../../locales/language";
import { paneTexts, type PaneTexts } from "../../locales/pane";
import { mailWords, type MailWords } from "../../ui/words";

/** The words of one language, all areas that the screen needs. */
export interface Words extends MailWords {
  readonly pane: PaneTexts;
}

const wordsIn = (language: Language): Words => ({
  pane: paneTexts[language],
  ...mailWords(language),
});

const WORDS: Readonly<Record<Language, Words>> = { ja: wordsIn("ja"), en: wordsIn("en") };

/** One object a language, so that what is made from it needs no making again. */
export const wordsOf = (language: Language): Words => WORDS[language];
