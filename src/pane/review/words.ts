import type { Kind } from "../../core/kind";
import type { Place } from "../../core/place";
import type { RefusalCode } from "../../core/refusal";
import type { RuleResult } from "../../core/verdict";
import { kindsTexts } from "../../locales/kinds";
import type { Language } from "../../locales/language";
import { paneTexts, type PaneTexts } from "../../locales/pane";
import { placesTexts, type PlacesTexts } from "../../locales/places";
import { refusalsTexts } from "../../locales/refusals";
import { rulesTexts } from "../../locales/rules";
import { seen } from "../../ui/foreign";

/** The words of one language, all areas that the screen needs. */
export interface Words {
  readonly pane: PaneTexts;
  kind(kind: Kind): string;
  /** From the outside in, one word or name a step. */
  place(place: Place): readonly string[];
  refusal(code: RefusalCode): { readonly reason: string; readonly toDo: string };
  rule(result: RuleResult): { readonly title: string; readonly toDo: string };
  /** Hours and minutes as people of that language write them. */
  time(at: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB" };

function wordsIn(language: Language): Words {
  const clock = new Intl.DateTimeFormat(LOCALES[language], { hour: "2-digit", minute: "2-digit" });
  return {
    pane: paneTexts[language],
    kind: (kind) => kindsTexts[language][kind],
    place: (place) => placeWords(place, placesTexts[language]),
    refusal(code) {
      const { what, remedy } = refusalsTexts[language][code];
      return { reason: what, toDo: remedy };
    },
    rule({ rule, facts }) {
      const texts = rulesTexts[language][rule];
      return { title: seen(texts.title(facts)), toDo: seen(texts.toDo(facts)) };
    },
    time: (at) => clock.format(at),
  };
}

const WORDS: Readonly<Record<Language, Words>> = { ja: wordsIn("ja"), en: wordsIn("en") };

function placeWords({ steps, row }: Place, texts: PlacesTexts): readonly string[] {
  const words = steps.map(({ type, name }) => texts.steps[type](name ?? ""));
  return row === undefined ? words : [...words, texts.row(row)];
}

/** One object a language, so that what is made from it needs no making again. */
export const wordsOf = (language: Language): Words => WORDS[language];
