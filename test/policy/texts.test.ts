import { REFUSAL_CODES } from "../../src/core/refusal";
import { RULE_IDS, type Facts, type RuleId } from "../../src/core/verdict";
import { refusalsTexts } from "../../src/locales/refusals";
import { rulesTexts } from "../../src/locales/rules";
import { decide } from "../../src/policy/decide";
import { companies, inputOf, many, placed, type Situation } from "./inputs";

const LANGUAGES = ["ja", "en"] as const;
const unknown = { state: "unknown" } as const;

const SITUATIONS: readonly Situation[] = [
  {
    to: many(29, "gmail.com"),
    files: [{ others: 2940 }],
    history: unknown,
    report: { quotesInside: true },
  },
  { to: many(2, "gmail.com"), body: { others: 1, refusals: ["extract/active-content"] } },
  { to: companies(1), files: [{ refusals: ["extract/encrypted"] }, {}], role: "manager" },
  { to: [...companies(12, "bcc"), ...many(1, null)] },
  { to: many(1, null), files: [{ others: 2940 }], history: unknown },
  { to: companies(1), report: { quotesInside: true } },
  { files: [{}] },
  { to: many(2, "example.co.jp"), files: [{ others: 2940 }] },
  {
    to: companies(1),
    files: [{ others: 1 }],
    report: { named: { addressee: "山田", files: [{ index: 0, name: "佐藤 花子" }] } },
  },
];

test("the situations make every rule speak", () => {
  const spoken = new Set(
    SITUATIONS.flatMap((each) => decide(inputOf(each)).results.map(({ rule }) => rule)),
  );
  expect([...spoken, "message-unreadable"].sort()).toEqual([...RULE_IDS].sort());
});

test.each(LANGUAGES)("%s: whole sentences without gaps", (language) => {
  for (const situation of SITUATIONS) {
    for (const { rule, facts } of decide(inputOf(situation)).results) {
      for (const text of [
        rulesTexts[language][rule].title(facts),
        rulesTexts[language][rule].remedy(facts),
      ]) {
        expect(text).toMatch(language === "ja" ? /。$/ : /\.$/);
        expect(text).not.toMatch(
          /undefined|NaN|null|「」|“”|\(\)| {2}|の0人|\b0 (person|people|outside)/,
        );
      }
    }
  }
});

const title = (rule: RuleId, facts: Facts): string => rulesTexts.ja[rule].title(facts);

test("numbers and names are named", () => {
  const { results } = decide(inputOf(SITUATIONS[0] as Situation));
  const [mass, visible] = results;
  const cameAlong = results.find(({ rule }) => rule === "came-along");
  expect(title("mass-data-to-consumer", mass?.facts ?? {})).toBe(
    "2,940人分の個人情報を、個人のメールアドレスを含む社外の29人に送ろうとしています。",
  );
  expect(title("visible-outside-addresses", visible?.facts ?? {})).toMatch(/29人/);
  expect(title("came-along", cameAlong?.facts ?? {})).toMatch(
    /^この下書きの履歴は不明です。「file0.xlsx」が/,
  );
  expect(
    title("others-to-outside", { others: 2940, outside: 29, files: ["名簿.xlsx", "a", "b"] }),
  ).toBe(
    "2,940人分の個人情報が入ったファイル「名簿.xlsx」ほか2件を、社外の29人に送ろうとしています。",
  );
});

test.each<[number, number, string]>([
  [3, 0, "社外の3人に送るメールです。"],
  [3, 1, "社外の2人と、だれに届くか分からない宛先1件に送るメールです。"],
  [1, 1, "だれに届くか分からない宛先1件に送るメールです。"],
])("of %d outside, %d cannot be seen: %s", (outside, unclear, start) => {
  expect(title("mail-to-outside", { outside, unclear }).slice(0, start.length)).toBe(start);
  const english = rulesTexts.en["mail-to-outside"].title({ outside, unclear });
  expect(/\d outside/.test(english)).toBe(outside > unclear);
  expect(/unknown/.test(english)).toBe(unclear > 0);
});

test("a group is nobody whom the texts call a person outside", () => {
  const to = [placed("company.co.jp", "to", { group: true, couldNotLook: "recipient/group" })];
  const group = { to, files: [{ others: 2940 }], history: unknown };
  const { results, recipients } = decide(inputOf(group));
  expect(recipients).toMatchObject({ external: 1, unclear: 1 });
  expect(results.length).toBeGreaterThan(2);
  for (const { rule, facts } of results)
    expect(rulesTexts.ja[rule].title(facts)).not.toMatch(/社外の/);
});

test("what may be done about it fits the verdict", () => {
  const remedy = (approvers: number): string =>
    rulesTexts.ja["others-to-outside"].remedy({ others: 1, outside: 1, approvers });
  expect(remedy(0)).toMatch(/送信してください。$/);
  expect(remedy(1)).toMatch(/上長に承認/);
  expect(remedy(2)).toMatch(/上長2人/);
});

test("how a mail may leave is said only where it may, and not by each point", () => {
  const facts = { others: 2940, outside: 29, approvers: 1, blocked: 1 };
  for (const language of LANGUAGES)
    for (const rule of RULE_IDS.filter((each) => each !== "message-unreadable")) {
      const { toDo, remedy } = rulesTexts[language][rule];
      expect(remedy(facts)).toBe(toDo(facts));
      expect(toDo({ ...facts, approvers: 2, blocked: 0 })).not.toMatch(
        /承認を依頼|送信してください。$|sign it off|and send/,
      );
    }
});

test.each(LANGUAGES)("%s: no refusal advises a format that is refused", (language) => {
  for (const code of REFUSAL_CODES)
    expect(refusalsTexts[language][code].remedy).not.toMatch(/pptx|pdf|powerpoint/i);
});

test("facts of another kind leave no holes in the code", () => {
  for (const rule of RULE_IDS) {
    for (const language of LANGUAGES) {
      expect(rulesTexts[language][rule].title({ others: "x", files: 3, outside: ["a"] })).toEqual(
        expect.any(String),
      );
    }
  }
});

test.each(LANGUAGES)("%s: every refusal says what happened and what to do", (language) => {
  for (const code of REFUSAL_CODES) {
    const { what, remedy } = refusalsTexts[language][code];
    for (const text of [what, remedy]) expect(text).toMatch(language === "ja" ? /。$/ : /\.$/);
  }
});
