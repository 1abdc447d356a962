import type { Kind } from "../core/kind";
import type { Place } from "../core/place";
import type { RefusalCode } from "../core/refusal";
import type { RuleResult } from "../core/verdict";
import { kindsTexts } from "../locales/kinds";
import type { Language } from "../locales/language";
import { placesTexts, type PlacesTexts } from "../locales/places";
import { refusalsTexts } from "../locales/refusals";
import { rulesTexts } from "../locales/rules";
import { seen } from "./foreign";

/** The words that every screen about a mail needs, in one language. */
export interface MailWords {
  readonly kind: (kind: Kind) => string;
  /** From the outside in, one word or name a step. */
  readonly place: (place: Place) => readonly string[];
  readonly refusal: (code: RefusalCode) => { readonly reason: string; readonly toDo: string };
  readonly rule: (result: Pick<RuleResult, "rule" | "facts">) => {
    readonly title: string;
    readonly toDo: string;
  };
  /** Hours and minutes as people of that language write them. */
  readonly time: (at: number) => string;
  /** Day, hours and minutes. */
  readonly day: (at: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB" };

export function mailWords(language: Language): MailWords {
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const time = new Intl.DateTimeFormat(LOCALES[language], clock);
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    month: "short",
    day: "numeric",
    ...clock,
  });
  return {
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
    time: (at) => time.format(at),
    day: (at) => day.format(at),
  };
}

function placeWords({ steps, row }: Place, texts: PlacesTexts): readonly string[] {
  const words = steps.map(({ type, name }) => texts.steps[type](name ?? ""));
  return row === undefined ? words : [...words, texts.row(row)];
}
