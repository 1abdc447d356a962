import type { Reason } from "../../api/requests";
import { askingTexts, type AskingTexts } from "../../locales/asking";
import type { Language } from "../../locales/language";
import type { TitleAndText } from "../../locales/pane";
import { problemsTexts, type ProblemWord } from "../../locales/problems";
import { signOffTexts } from "../../locales/sign-off";
import { mailWords, type MailWords } from "../../ui/words";

/** The words of the sender's screens in one language. */
export interface AskingWords extends Pick<MailWords, "day"> {
  readonly texts: AskingTexts;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** What became of a request, in a word or two. */
  readonly states: (typeof signOffTexts)["ja"]["states"];
  problem(code: ProblemWord): TitleAndText;
}

function wordsIn(language: Language): AskingWords {
  const { reasons, states } = signOffTexts[language];
  const problems = problemsTexts[language];
  const words = mailWords(language);
  return {
    texts: askingTexts[language],
    reasons,
    states,
    day: (at) => words.day(at),
    // A later service may have codes that this page does not know.
    problem: (code) => problems[code] ?? problems["api/internal"],
  };
}

const WORDS: Readonly<Record<Language, AskingWords>> = { ja: wordsIn("ja"), en: wordsIn("en") };

/** One object a language, so that what is made from it needs no making again. */
export const askingWords = (language: Language): AskingWords => WORDS[language];
