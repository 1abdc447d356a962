import { accuracyOf, errorOf, GREATEST_ERROR_OF_PERSONS } from "./accuracy";
import { SEED, shortCorpus } from "./corpus";
import { measure, type FileResult } from "./measure";

const results = shortCorpus().map(measure);
const accuracy = accuracyOf(results);

describe("what is found in the corpus", () => {
  test("nothing falls short of its threshold", () => {
    expect(accuracy.shortfalls).toEqual([]);
  });

  test.each(
    results.filter(({ file }) => file.group === "list").map((each) => [each.file.name, each]),
  )("%s: the persons of a list", (_, each) =>
    expect(errorOf(each)).toBeLessThanOrEqual(GREATEST_ERROR_OF_PERSONS),
  );

  test("every file could be read, and every kind is in the corpus", () => {
    expect(results.filter(({ reason }) => reason !== null)).toEqual([]);
    expect(accuracy.lists.filter(({ values }) => values < 30)).toEqual([]);
  });

  test("the same seed gives the same files", () => {
    const [one, other] = [shortCorpus(SEED), shortCorpus(SEED)];
    expect(one.map(({ values }) => values)).toEqual(other.map(({ values }) => values));
    expect(shortCorpus(SEED + 1)[0]?.values).not.toEqual(one[0]?.values);
  });
});

describe("the measure itself", () => {
  const list = (text: string, persons: number, names: readonly string[]) =>
    measure({
      name: "a.csv",
      group: "list",
      bytes: new Uint8Array(Buffer.from(text)),
      persons,
      values: names.map((name) => ({ kind: "person-name", text: name })),
    });
  const text = "氏名,携帯電話\r\n佐藤 花子,090-1234-5678\r\n鈴木 一郎,090-1234-5679\r\n";

  test("tells right, wrong and missed values apart", () => {
    const { hits } = list(text, 2, ["佐藤花子", "鈴木二郎"]);
    expect(hits["person-name"]).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(hits["mobile"]).toEqual({ right: 0, wrong: 2, missed: 0 });
  });

  test("names every shortfall", () => {
    const wrong = list(text, 3, ["佐藤花子", "鈴木二郎"]);
    const loud: FileResult = { ...wrong, file: { ...wrong.file, group: "negative" } };
    const { shortfalls } = accuracyOf([wrong, loud]);
    expect(shortfalls).toHaveLength(4);
    expect(shortfalls.join()).toMatch(/person-name.*mobile.*a\.csv: 2 of 3.*negatives/);
  });
});
