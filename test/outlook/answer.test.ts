import fc from "fast-check";
import type { Judgement } from "../../src/core/judgement";
import {
  RULE_IDS,
  strictest,
  type Facts,
  type RuleResult,
  type Verdict,
} from "../../src/core/verdict";
import { alertTexts } from "../../src/locales/alert";
import type { Language } from "../../src/locales/language";
import { answerTo, answerToMishap, PANE_COMMAND } from "../../src/outlook/answer";

const DIGEST = "a".repeat(64);
type Stopping = RuleResult["verdict"];

const result = (rule: RuleResult["rule"], verdict: Stopping, facts: Facts = {}): RuleResult => ({
  rule,
  verdict,
  facts,
  attachments: [],
  fixes: [],
  approvers: 0,
});

function judgement(...results: RuleResult[]): Judgement {
  const verdict: Verdict = strictest(results.map((each) => each.verdict));
  return {
    report: {} as Judgement["report"],
    digest: { state: "computed", digest: DIGEST },
    decision: {
      verdict,
      results,
      recipients: { internal: 0, external: 0, unclear: 0, visibleExternal: 0 },
    },
  };
}

const occasion = (canPrompt = true, language: Language = "ja") => ({
  language,
  canPrompt,
  nonce: "n",
  now: 5,
});

const bulk = (verdict: Stopping) => judgement(result("bulk", verdict));

test.each([
  ["allow", judgement(), false, true, { allowEvent: true }],
  [
    "confirm, asked by the alert",
    bulk("confirm"),
    false,
    true,
    { allowEvent: false, sendModeOverride: "promptUser" },
  ],
  ["confirm, asked by the pane", bulk("confirm"), false, false, { allowEvent: false }],
  ["confirm, given in the pane", bulk("confirm"), true, false, { allowEvent: true }],
  ["sign-off", bulk("sign-off"), false, true, { allowEvent: false }],
  ["sign-off, whatever was confirmed", bulk("sign-off"), true, true, { allowEvent: false }],
  ["block", bulk("block"), true, true, { allowEvent: false }],
])("%s", (_title, judged, isAcknowledged, canPrompt, expected) => {
  const options = answerTo(judged, isAcknowledged, occasion(canPrompt));
  expect(options).toMatchObject(expected);
  expect(options.sendModeOverride).toBe(
    (expected as { sendModeOverride?: string }).sendModeOverride,
  );
});

test("the button opens the pane and tells it the rules, as text", () => {
  const options = answerTo(bulk("block"), false, occasion());
  expect(options.commandId).toBe(PANE_COMMAND);
  expect(options.contextData).toBe('{"nonce":"n","at":5,"rules":["bulk"]}');
});

test("the worst comes first, the rest follows", () => {
  const options = answerTo(
    judgement(
      result("visible-outside-addresses", "block", { visible: 29, stops: 1 }),
      result("others-to-outside", "sign-off", {
        others: 2940,
        files: ["顧客一覧.xlsx"],
        outside: 29,
      }),
    ),
    false,
    occasion(),
  );
  expect(options.errorMessage).toMatch(
    /^送信を止めました。宛先とCCに入れた社外の29人に.*2,940人分/,
  );
});

test("a name from the mail cannot write Markdown or turn the line round", () => {
  const files = ["[x](https://evil.example)\u202e*a*\r\nfdp.exe"];
  const { errorMessage, errorMessageMarkdown } = answerTo(
    judgement(result("attachment-to-outside", "sign-off", { files, outside: 1 })),
    false,
    occasion(),
  );
  expect(errorMessage).toContain("[x](https://evil.example) *a* fdp.exe");
  expect(errorMessageMarkdown).toContain("\\[x\\]\\(https://evil.example\\) \\*a\\* fdp.exe");
});

test("a long name keeps its end", () => {
  const files = [`${"長".repeat(300)}.xlsx`];
  const { errorMessage } = answerTo(
    judgement(result("attachment-to-outside", "sign-off", { files, outside: 1 })),
    false,
    occasion(),
  );
  expect(errorMessage).toMatch(/長…長+\.xlsx」/);
});

const words = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."*_[]()\\。. 長"), maxLength: 900 }),
);
const facts = fc.record({
  files: fc.array(words, { maxLength: 40 }),
  persons: fc.array(words, { maxLength: 40 }),
  addressee: words,
  outside: fc.nat(),
  others: fc.nat(),
  unknown: fc.nat(1),
  approvers: fc.nat(2),
});
const results = fc.array(
  fc.tuple(
    fc.constantFrom(...RULE_IDS),
    fc.constantFrom<Stopping>("confirm", "sign-off", "block"),
    facts,
  ),
  { minLength: 1, maxLength: RULE_IDS.length },
);

test.each(["ja", "en"] as const)("Outlook's limits hold for any finding (%s)", (language) => {
  fc.assert(
    fc.property(results, fc.boolean(), (given, canPrompt) => {
      const judged = judgement(
        ...given.map(([rule, verdict, each]) => result(rule, verdict, each)),
      );
      const options = answerTo(judged, false, occasion(canPrompt, language));
      expect(options.allowEvent).toBe(false);
      for (const message of [options.errorMessage, options.errorMessageMarkdown]) {
        expect(message?.length).toBeLessThanOrEqual(500);
        expect(message?.length).toBeGreaterThan(20);
      }
      expect(options.cancelLabel?.length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 300 },
  );
});

test.each(["ja", "en"] as const)("what is left out is counted (%s)", (language) => {
  const long = { files: ["あ".repeat(39)], persons: ["あ".repeat(39)], addressee: "あ".repeat(39) };
  const all = RULE_IDS.map((rule) => result(rule, "block", long));
  const { errorMessage } = answerTo(judgement(...all), false, occasion(true, language));
  const shown = alertTexts[language].more(RULE_IDS.length - 2);
  expect(errorMessage).toContain(shown);
});

test.each(["late", "broken", "unanswered", "changing", "unsupported", "no-sender"] as const)(
  "%s is never sent and says what to do",
  (mishap) => {
    for (const language of ["ja", "en"] as const) {
      const options = answerToMishap(mishap, occasion(true, language));
      expect(options).toMatchObject({ allowEvent: false, commandId: PANE_COMMAND });
      expect(options.sendModeOverride).toBeUndefined();
      expect(options.errorMessage?.length).toBeLessThanOrEqual(500);
    }
  },
);

test("the alert keeps the order of the decision, which the pane shows too", () => {
  const file = { others: 1, outside: 1, files: ["佐藤様_見積書.xlsx"] };
  const named = { addressee: "山田", persons: ["佐藤 浩"], files: file.files };
  const { errorMessage } = answerTo(
    judgement(
      result("recipient-file-mismatch", "confirm", named),
      result("others-to-outside", "sign-off", file),
      result("attachment-to-outside", "sign-off", file),
      result("mail-to-outside", "sign-off", file),
    ),
    false,
    occasion(),
  );
  expect(errorMessage).toMatch(/宛名は「山田」様ですが.*1人分の個人情報.*ほかに2件/);
});
