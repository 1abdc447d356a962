import type { ApiFailure } from "../../api/client";
import type { Reason, Unusual } from "../../api/requests";
import type { Place, PlaceStep } from "../../core/place";
import type { Language } from "../../locales/language";
import type { TitleAndText } from "../../locales/pane";
import { problemsTexts } from "../../locales/problems";
import { signOffTexts, type SignOffTexts } from "../../locales/sign-off";
import { placesTexts } from "../../locales/places";
import { mailWords, type MailWords } from "../words";

/** The words of the manager's screens in one language. */
export interface SignOffWords extends MailWords {
  readonly texts: SignOffTexts;
  problem(code: ApiFailure["code"]): TitleAndText;
  reason(reason: Reason): string;
  unusual(unusual: Unusual): string;
  /** A place as the service sends it, which is checked by nobody before it is shown. */
  placeOf(place: unknown): readonly string[];
  /** The same within the file or body, without the row: the heading of many lines. */
  sectionOf(place: unknown): readonly string[];
}

function wordsIn(language: Language): SignOffWords {
  const texts = signOffTexts[language];
  const problems: Readonly<Record<ApiFailure["code"], TitleAndText>> = problemsTexts[language];
  const words = mailWords(language);
  return {
    ...words,
    texts,
    // A later service may have codes that this page does not know.
    problem: (code) => problems[code] ?? problems["api/internal"],
    reason: (reason) => texts.reasons[reason],
    unusual: (unusual) => texts.unusual[unusual],
    placeOf: (place) => words.place(knownPlace(place, language)),
    sectionOf: (place) => words.place({ steps: knownPlace(place, language).steps.slice(1) }),
  };
}

/** Steps of a kind that is not known here stay away; the rest still says where to look. */
function knownPlace(place: unknown, language: Language): Place {
  const { steps, row } = (place ?? {}) as { steps?: unknown; row?: unknown };
  const known = Array.isArray(steps) ? steps.filter((step) => isStep(step, language)) : [];
  return typeof row === "number" ? { steps: known, row } : { steps: known };
}

function isStep(step: unknown, language: Language): step is PlaceStep {
  const { type, name } = (step ?? {}) as { type?: unknown; name?: unknown };
  const isNamed = name === undefined || typeof name === "string";
  return isNamed && typeof type === "string" && Object.hasOwn(placesTexts[language].steps, type);
}

const WORDS: Readonly<Record<Language, SignOffWords>> = { ja: wordsIn("ja"), en: wordsIn("en") };

/** One object a language, so that what is made from it needs no making again. */
export const signOffWords = (language: Language): SignOffWords => WORDS[language];
