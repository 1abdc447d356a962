import fc from "fast-check";
import { REFUSAL_CODES } from "../../src/core/refusal";
import { RULE_IDS, VERDICTS, type RuleResult } from "../../src/core/verdict";
import { decide, unreadableDecision } from "../../src/policy/decide";
import { RULES } from "../../src/policy/registry";
import { companies, inputOf, many, placed, type Content, type Situation } from "./inputs";

test("every rule is registered once, in the order of its ids", () => {
  expect(["message-unreadable", ...RULES.map(({ id }) => id)]).toEqual([...RULE_IDS]);
});

test.each<[what: string, situation: Situation]>([
  ["an inside mail", { to: many(3, "example.co.jp") }],
  ["an inside mail with a file", { to: many(1, "example.co.jp"), files: [{ others: 50 }] }],
])("%s is allowed", (_, situation) => {
  const decision = decide(inputOf(situation));
  expect(decision.verdict).toBe("allow");
  expect(decision.results).toEqual([]);
});

test("the accident of 2019: everything that was wrong with it, the worst first", () => {
  const decision = decide(
    inputOf({
      to: [...many(1, "example.co.jp"), ...many(20, "docomo.ne.jp", "cc"), ...companies(9, "cc")],
      files: [{ others: 2940, sha256: "a".repeat(64) }],
      history: { state: "unknown" },
      report: { quotesInside: true },
    }),
  );
  expect(decision.verdict).toBe("block");
  expect(decision.results.map(({ rule, verdict }) => `${verdict} ${rule}`)).toEqual([
    "block mass-data-to-consumer",
    "block visible-outside-addresses",
    "sign-off came-along",
    "sign-off others-to-outside",
    "sign-off bulk",
    "sign-off attachment-to-outside",
    "sign-off mail-to-outside",
  ]);
  expect(decision.recipients).toEqual({
    internal: 1,
    external: 29,
    unclear: 0,
    visibleExternal: 29,
  });
  const mass = decision.results[0] as RuleResult;
  expect(mass.fixes[0]).toBe("remove-came-along");
  expect(mass.attachments).toEqual([0]);
  expect(mass.facts).toMatchObject({ others: 2940, outside: 29, files: ["file0.xlsx"] });
});

test("a mail to nobody stays", () => {
  const { verdict, results } = decide(inputOf({ files: [{ others: 5000 }] }));
  expect(verdict).toBe("block");
  expect(results.map(({ rule }) => rule)).toEqual(["no-recipients"]);
});

test("a likely wrong addressee comes before what weighs more by itself", () => {
  const { results } = decide(
    inputOf({
      to: companies(1),
      files: [{ others: 1 }],
      report: { named: { addressee: "山田", files: [{ index: 0, name: "佐藤 花子" }] } },
    }),
  );
  expect(results.map(({ rule }) => rule)).toEqual([
    "recipient-file-mismatch",
    "others-to-outside",
    "attachment-to-outside",
    "mail-to-outside",
  ]);
});

test("every finding knows the strictest next step", () => {
  const steps = (situation: Situation) =>
    decide(inputOf(situation)).results.map(({ facts }) => [facts.approvers, facts.blocked]);
  const one = { to: companies(1), files: [{ others: 1 }] };
  expect(new Set(steps(one).map(String))).toEqual(new Set(["1,0"]));
  const two = { to: companies(1), files: [{ others: 1000 }] };
  expect(new Set(steps(two).map(String))).toEqual(new Set(["2,0"]));
  const blocked = { to: many(1, "gmail.com"), files: [{ others: 1000 }] };
  expect(new Set(steps(blocked).map(String))).toEqual(new Set(["2,1"]));
});

test("a mail that could not be read stays", () => {
  expect(unreadableDecision.verdict).toBe("block");
  expect(unreadableDecision.results).toMatchObject([{ rule: "message-unreadable" }]);
});

const content: fc.Arbitrary<Content> = fc.record({
  others: fc.constantFrom(0, 1, 99, 100, 999, 1000),
  refusals: fc.subarray(REFUSAL_CODES.slice(0, 14), { maxLength: 2 }),
  sha256: fc.constantFrom("", "a".repeat(64), "b".repeat(64)),
  bytes: fc.constantFrom(10, 200_000),
});
const who = fc
  .tuple(
    fc.constantFrom("example.co.jp", "gmail.com", "company.co.jp", "other.co.jp", null),
    fc.constantFrom("to" as const, "cc" as const, "bcc" as const),
    fc.boolean(),
  )
  .map(([domain, field, group]) => placed(domain, field, { group }));
const situation = fc.record({
  // A mail to nobody is stopped for that alone.
  to: fc.array(who, { minLength: 1, maxLength: 12 }),
  role: fc.constantFrom("staff" as const, "manager" as const),
  body: content,
  files: fc.array(content, { maxLength: 3 }),
  inline: fc.subarray([0, 1, 2]),
  history: fc.constantFrom(
    { state: "unknown" as const },
    { state: "known" as const, baseline: { ...BASE(), attachments: ["a".repeat(16)] } },
  ),
});

function BASE() {
  return { nonce: "n", outside: [], hadInside: false, hadText: false, lines: [] };
}

const weight = (each: Situation): number => VERDICTS.indexOf(decide(inputOf(each)).verdict);
const more: fc.Arbitrary<(before: Situation) => Situation> = fc.oneof(
  who.map((each) => (before: Situation) => ({ ...before, to: [...(before.to ?? []), each] })),
  content.map((each) => (before: Situation) => ({
    ...before,
    files: [...(before.files ?? []), each],
  })),
  fc.constantFrom(...REFUSAL_CODES).map((code) => (before: Situation) => ({
    ...before,
    body: { ...before.body, refusals: [...(before.body?.refusals ?? []), code] },
  })),
  fc.constantFrom(1, 100, 1000).map((count) => (before: Situation) => ({
    ...before,
    body: { ...before.body, others: (before.body?.others ?? 0) + count },
  })),
  fc.constant((before: Situation) => ({ ...before, report: { quotesInside: true } })),
  fc.constant((before: Situation) => ({ ...before, over: { textStays: true } })),
  fc.constant((before: Situation) => ({ ...before, inline: [] })),
);

test("another recipient, finding, refusal or sign of the past never weakens a verdict", () => {
  fc.assert(
    fc.property(situation, more, (before, add) => weight(add(before)) >= weight(before)),
    { numRuns: 5_000 },
  );
});

test("approvers go with a sign-off, and only with it", () => {
  fc.assert(
    fc.property(situation, (each) =>
      decide(inputOf(each)).results.every(
        ({ verdict, approvers }) => (verdict === "sign-off") === approvers > 0,
      ),
    ),
  );
});
