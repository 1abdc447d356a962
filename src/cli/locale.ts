import { languageOf, type Language } from "../locales/language";

type Environment = Readonly<Record<"LC_ALL" | "LC_MESSAGES" | "LANG", string | undefined>>;

/** As POSIX orders them; one that is empty is not set, and the C locale names no language. */
export function languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || "";
  return languageOf(locale.replace(/^(C|POSIX)\b.*/, ""));
}
