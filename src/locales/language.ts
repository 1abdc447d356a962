export type Language = "ja" | "en";

/** Japanese unless the client's language (BCP 47) is known to be another one. */
export const languageOf = (displayLanguage: string | undefined): Language =>
  displayLanguage && !/^ja\b/i.test(displayLanguage) ? "en" : "ja";
