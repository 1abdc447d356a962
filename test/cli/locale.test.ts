import { languageOfEnvironment } from "../../src/cli/locale";

type Variables = Partial<Record<"LC_ALL" | "LC_MESSAGES" | "LANG", string>>;

test.each<[Variables, "ja" | "en"]>([
  [{}, "ja"],
  [{ LANG: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "en_US.UTF-8" }, "en"],
  [{ LC_ALL: "", LANG: "en_US.UTF-8" }, "en"],
  [{ LC_ALL: "", LC_MESSAGES: "", LANG: "" }, "ja"],
  [{ LC_ALL: "ja_JP", LANG: "en_US.UTF-8" }, "ja"],
  [{ LC_MESSAGES: "en_GB", LANG: "ja_JP" }, "en"],
  [{ LC_ALL: "C.UTF-8" }, "ja"],
  [{ LANG: "POSIX" }, "ja"],
])("%j speaks %s", (variables, language) => {
  const none = { LC_ALL: undefined, LC_MESSAGES: undefined, LANG: undefined };
  expect(languageOfEnvironment({ ...none, ...variables })).toBe(language);
});
