import type { Judgement } from "../../src/core/judgement";
import {
  acknowledge,
  isAcknowledged,
  parseAcknowledgement,
} from "../../src/outlook/acknowledgement";

const HOUR = 3_600_000;
const DIGEST = "a".repeat(64);

function judgement(
  rules: readonly ("bulk" | "came-along")[],
  digest: Judgement["digest"] = { state: "computed", digest: DIGEST },
  verdict: "confirm" | "sign-off" = "confirm",
): Judgement {
  const results = rules.map((rule) => ({
    rule,
    verdict,
    facts: {},
    attachments: [],
    fixes: [],
    approvers: 0 as const,
  }));
  return {
    report: {} as Judgement["report"],
    digest,
    decision: {
      verdict,
      results,
      recipients: { internal: 0, external: 1, unclear: 0, visibleExternal: 0 },
    },
  };
}

const given = (stored: object | null) => parseAcknowledgement(JSON.stringify(stored));
const stored = { digest: DIGEST, rules: ["bulk"], at: 0 };

test("what is given is what counts", () => {
  expect(acknowledge(judgement(["bulk"]), 0)).toEqual(stored);
  expect(isAcknowledged(judgement(["bulk"]), given(stored), 1)).toBe(true);
});

test.each([
  ["nothing given", null, ["bulk"], 1],
  ["other content", { ...stored, digest: "b".repeat(64) }, ["bulk"], 1],
  ["another finding", stored, ["bulk", "came-along"], 1],
  ["a shift ago", stored, ["bulk"], 8 * HOUR + 1],
  ["in the future", { ...stored, at: 2 }, ["bulk"], 1],
] as const)("%s does not count", (_title, value, rules, now) => {
  expect(isAcknowledged(judgement(rules), given(value), now)).toBe(false);
});

test("it lasts for a shift", () => {
  expect(isAcknowledged(judgement(["bulk"]), given(stored), 8 * HOUR)).toBe(true);
});

test("without a digest there is nothing to acknowledge", () => {
  const refused = judgement(["bulk"], { state: "refused", code: "attachment/unreadable" });
  expect(acknowledge(refused, 0)).toBeNull();
  expect(isAcknowledged(refused, given(stored), 1)).toBe(false);
});

test("a sign-off is nothing that the sender can give", () => {
  const needed = judgement(["bulk"], { state: "computed", digest: DIGEST }, "sign-off");
  expect(acknowledge(needed, 0)).toBeNull();
  expect(isAcknowledged(needed, given(stored), 1)).toBe(false);
});

test.each([null, "", "{", "[]", "7", '{"digest":"x","rules":[],"at":1}', '{"digest":1}'])(
  "%s is no acknowledgement",
  (text) => {
    expect(parseAcknowledgement(text)).toBeNull();
  },
);
