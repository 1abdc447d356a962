export type Language = "ja" | "en";

/** Japanese unless the language (BCP 47, or a POSIX locale) is known to be another one. */
export const languageOf = (displayLanguage: string | undefined): Language =>
  displayLanguage && !/^ja(?![a-z])/i.test(displayLanguage) ? "en" : "ja";
