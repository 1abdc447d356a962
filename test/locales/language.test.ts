import { languageOf } from "../../src/locales/language";

test.each([
  ["ja-JP", "ja"],
  ["ja", "ja"],
  ["JA-jp", "ja"],
  ["en-US", "en"],
  ["fr-FR", "en"],
  ["jav", "en"],
  ["ja_JP.UTF-8", "ja"],
  ["en_US.UTF-8", "en"],
  ["", "ja"],
  [undefined, "ja"],
])("%s is shown in %s", (displayLanguage, language) => {
  expect(languageOf(displayLanguage)).toBe(language);
});
