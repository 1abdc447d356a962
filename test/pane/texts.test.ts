import { FIX_IDS, VERDICTS } from "../../src/core/verdict";
import { FIX_PROBLEMS, PANE_FAILURES, paneTexts } from "../../src/locales/pane";

const KANA = /[\u3040-\u30ff]/;
const FACTS = { recipients: 2940, fields: ["to", "cc"], files: ["a.xlsx", "b.xlsx"] } as const;

/** Every sentence there is, functions called with something. */
function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") {
    const made = [FACTS, 2940, "x"].map((argument) => {
      try {
        return (value as (given: unknown, more: number) => string)(argument, 29);
      } catch {
        return "";
      }
    });
    return [made.find((each) => each !== "" && !each.includes("[object")) ?? ""];
  }
  return Object.values(value as object).flatMap(sentences);
}

test("the languages have the same words to say, and say all of them", () => {
  const ja = sentences(paneTexts.ja);
  const en = sentences(paneTexts.en);
  expect(ja).toHaveLength(en.length);
  expect(ja.filter((each) => each.trim() === "")).toEqual([]);
  expect(en.filter((each) => each.trim() === "" || KANA.test(each))).toEqual([]);
});

test("Japanese counts without a space, English without straight quotes", () => {
  expect(sentences(paneTexts.ja).filter((each) => /\d [件人%]/.test(each))).toEqual([]);
  expect(sentences(paneTexts.en).filter((each) => /["']/.test(each))).toEqual([]);
});

describe.each(["ja", "en"] as const)("%s", (language) => {
  const texts = paneTexts[language];

  test.each(FIX_IDS)("%s names its button and what it did", (fix) => {
    expect(texts.fix[fix](FACTS)).not.toBe("");
    expect(texts.fixed[fix](FACTS)).not.toBe("");
  });

  test("one file is named, several are counted", () => {
    const one = texts.fix["remove-attachment"]({ recipients: 0, fields: [], files: ["a.xlsx"] });
    expect(one).toContain("a.xlsx");
    const along = { recipients: 0, fields: [], files: ["a.xlsx"] };
    expect(texts.fix["remove-came-along"](along)).toContain("a.xlsx");
    expect(texts.fix["remove-attachment"](FACTS)).toContain("2");
  });

  test("to undo, the fields are named that the recipients came from", () => {
    const fromCc = texts.fixed["move-outside-to-bcc"]({ recipients: 2, fields: ["cc"], files: [] });
    expect(fromCc.match(/cc(?!\w)/gi)?.length).toBeGreaterThan(2);
    expect(fromCc).not.toMatch(/宛先欄|\bTo\b(?! undo)/);
  });

  test("numbers are grouped", () => {
    expect(texts.exposure(2940, 1029, 0)).toMatch(/2,940.*1,029/);
  });

  test("who cannot be seen is not counted among those outside", () => {
    expect(texts.exposure(2940, 5, 2)).toMatch(/2,940[^0-9]+3[^0-9]+2/);
    expect(texts.exposure(2940, 1, 1)).not.toMatch(/社外|outside/);
  });

  test("no two outcomes say the same", () => {
    const all = [
      ...VERDICTS.map((verdict) => texts.verdicts[verdict].title),
      ...PANE_FAILURES.map((failure) => texts.failures[failure].title),
      ...FIX_PROBLEMS.map((problem) => texts.fixProblems[problem]),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
