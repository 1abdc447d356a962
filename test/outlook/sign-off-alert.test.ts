import { CANONICAL_FIELDS } from "../../src/approval/canonical";
import { RULE_IDS, type RuleResult } from "../../src/core/verdict";
import { alertTexts, SIGNED_FIELDS, type SignOffStop } from "../../src/locales/alert";
import { answerTo } from "../../src/outlook/answer";
import type { Release } from "../../src/outlook/release";
import { judgement, result } from "../pane/fixtures";

const STOPS = Object.keys(alertTexts.ja.signOff.stops) as SignOffStop[];
const ASIDE: readonly SignOffStop[] = ["no-service"];

/** Every rule at once, with a name as long as a name can be: the most that an alert may hold. */
const everything: RuleResult[] = RULE_IDS.map((rule) =>
  result({
    rule,
    verdict: "sign-off",
    facts: { files: ["*`".repeat(60)], others: 2940, outside: 29, persons: 2940 },
  }),
);
const stopped = (stop: SignOffStop, changed: Extract<Release, { state: "stopped" }>["changed"]) =>
  ({ state: "stopped", stop, changed }) as const;

test("the alert knows every part of a mail that is covered", () => {
  expect([...SIGNED_FIELDS].sort()).toEqual([...CANONICAL_FIELDS].sort());
});

describe.each(["ja", "en"] as const)("%s", (language) => {
  const occasion = { language, canPrompt: true, nonce: "n", now: 5 };
  const answer = (release: Release | null, results = everything) =>
    answerTo(judgement({ verdict: "sign-off", results }), false, occasion, release);

  test.each(STOPS)("%s: not sent, at most 500 characters, the pane's button", (stop) => {
    const options = answer(stopped(stop, CANONICAL_FIELDS));
    expect(options).toMatchObject({ allowEvent: false, commandId: "msgComposeOpenPaneButton" });
    expect(options.sendModeOverride).toBeUndefined();
    expect(options.errorMessage?.length).toBeLessThanOrEqual(500);
    expect(options.errorMessageMarkdown?.length).toBeLessThanOrEqual(500);
  });

  test.each(STOPS.filter((stop) => !ASIDE.includes(stop)))(
    "%s: first what is missing, last what to do, the finding between",
    (stop) => {
      const { title, text } = alertTexts[language].signOff.stops[stop]("");
      const message = answer(stopped(stop, []), [result({ rule: "bulk", verdict: "sign-off" })]);
      expect(message.errorMessage?.startsWith(title)).toBe(true);
      expect(message.errorMessage?.endsWith(text)).toBe(true);
      expect(message.errorMessage?.length).toBeGreaterThan(title.length + text.length + 5);
    },
  );

  test("without a service the findings alone speak", () => {
    expect(answer(stopped("no-service", []))).toEqual(answer(null));
  });

  test("the fields that changed are named", () => {
    const { fields } = alertTexts[language].signOff;
    const { errorMessage = "" } = answer(stopped("changed", ["to", "body"]));
    expect(errorMessage).toContain(fields.to);
    expect(errorMessage).toContain(fields.body);
    expect(errorMessage).not.toContain(fields.attachments);
  });
});
