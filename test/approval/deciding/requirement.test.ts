import type { DigestResult } from "../../../src/core/judgement";
import { askable, asksForNumber, requirementOf } from "../../../src/approval/deciding/requirement";
import { isTicked, ticksOf } from "../../../src/approval/deciding/ticks";
import { decide, unreadableDecision } from "../../../src/policy/decide";
import { strictPolicy } from "../../../src/policy/default";
import { companies, inputOf, many, placed, type Situation } from "../../policy/inputs";

const computed: DigestResult = { state: "computed", digest: "a".repeat(64) };
const ask = (situation: Situation, digest = computed) =>
  askable(decide(inputOf(situation)), digest);
const bcc = (count: number) => many(count, "gmail.com", "bcc");

test.each<[what: string, situation: Situation, expected: object]>([
  ["an inside mail", { to: many(1, "example.co.jp") }, { state: "not-needed" }],
  ["a manager's plain mail", { to: companies(1), role: "manager" }, { state: "not-needed" }],
  ["a mail to a customer", { to: companies(1) }, { state: "askable" }],
  ["two private addresses in sight", { to: many(2, "gmail.com") }, { state: "askable" }],
  [
    "many persons to a private address",
    { to: bcc(1), files: [{ others: 100 }] },
    { state: "askable" },
  ],
  [
    "three private addresses in sight",
    { to: many(3, "gmail.com") },
    { state: "not-askable", rule: "visible-outside-addresses" },
  ],
  [
    "the same with many persons",
    { to: many(3, "gmail.com"), files: [{ others: 100 }] },
    { state: "not-askable", rule: "visible-outside-addresses" },
  ],
])("%s", (_, situation, expected) => expect(ask(situation)).toEqual(expected));

test("what was not read, or has no digest, cannot be signed off", () => {
  expect(askable(unreadableDecision, computed)).toEqual({
    state: "not-askable",
    rule: "message-unreadable",
  });
  const refused = { state: "refused", code: "attachment/cloud" } as const;
  expect(askable(decide(inputOf({ to: companies(1) })), refused)).toEqual({
    state: "no-digest",
    code: "attachment/cloud",
  });
});

const required = (situation: Situation, sum?: number) => {
  const input = inputOf(situation);
  return requirementOf(decide(input), strictPolicy, sum ?? input.report.others);
};
const text = ({ managers, outsideUnit, privacyOfficer }: ReturnType<typeof required>): string =>
  `${managers}${outsideUnit ? " outside" : ""}${privacyOfficer ? " officer" : ""}`;

test.each<[others: number, domain: string, expected: string]>([
  [1, "company.co.jp", "1"],
  [999, "company.co.jp", "1"],
  [1000, "company.co.jp", "2 outside"],
  [99, "gmail.com", "1"],
  [100, "gmail.com", "1 officer"],
  [999, "gmail.com", "1 officer"],
  [1000, "gmail.com", "2 outside officer"],
])("%d others to %s: %s", (others, domain, expected) => {
  expect(text(required({ to: [placed(domain)], files: [{ others }] }))).toBe(expected);
});

test("three slices of 980 are one list of 2,940: the sum asks for two", () => {
  const slice: Situation = { to: companies(1), files: [{ others: 980 }] };
  expect(text(required(slice))).toBe("1");
  expect(text(required(slice, 980 + 980))).toBe("2 outside");
});

test.each([
  [99, false],
  [100, true],
])("%d others: a number is typed %s", (others, expected) => {
  expect(asksForNumber(strictPolicy, others)).toBe(expected);
});

test("domains of companies, addresses of private persons, and what cannot be read as it stands", () => {
  const census = [
    placed("company.co.jp", "to", { address: "a@company.co.jp" }),
    placed("company.co.jp", "cc", { address: "b@company.co.jp" }),
    placed("example.co.jp", "to", { address: "in@example.co.jp" }),
    placed("gmail.com", "bcc", { address: " Taro@GMAIL.com " }),
    placed("gmail.com", "to", { address: "taro@gmail.com" }),
    placed("mb.docomo.ne.jp", "to", { address: "hanako@mb.docomo.ne.jp" }),
    placed("company.co.jp", "to", { group: true, address: "all@company.co.jp" }),
    placed(null, "to", { address: "taro @ nowhere" }),
  ];
  expect(ticksOf(census, strictPolicy.consumerDomains)).toEqual([
    "all@company.co.jp",
    "company.co.jp",
    "hanako@mb.docomo.ne.jp",
    "taro @ nowhere",
    "taro@gmail.com",
  ]);
});

test.each<[readonly string[], boolean]>([
  [["a", "b"], true],
  [["b", "a"], true],
  [["a"], false],
  [["a", "b", "c"], false],
  [["a", "a"], false],
  [["a", "A"], false],
])("ticked %j: %s", (ticked, expected) => expect(isTicked(["a", "b"], ticked)).toBe(expected));
