import { RULE_IDS, strictest, type Verdict } from "../../src/core/verdict";

const cases: [Verdict[], Verdict][] = [
  [[], "allow"],
  [["allow"], "allow"],
  [["confirm", "allow"], "confirm"],
  [["confirm", "sign-off", "allow"], "sign-off"],
  [["sign-off", "block", "confirm"], "block"],
];

test.each(cases)("the strictest of %j is %s", (verdicts, expected) => {
  expect(strictest(verdicts)).toBe(expected);
});

test("rule ids are unique", () => {
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});
