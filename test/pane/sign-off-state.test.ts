import { REQUEST_STATES } from "../../src/core/sign-off";
import { VERDICTS, type RuleId, type Verdict } from "../../src/core/verdict";
import { ASK_PROBLEMS, ASK_STEPS } from "../../src/locales/asking";
import { panelView } from "../../src/pane/sign-off/panel-view";
import {
  initialState,
  missingIn,
  reduce,
  stageOf,
  type Connection,
  type Problem,
  type SignOffState,
  type Stage,
} from "../../src/pane/sign-off/state";
import { askingWords } from "../../src/pane/sign-off/words";
import { DIGEST, job, judgement, result } from "./fixtures";
import { ME, requestDetail } from "./sign-off-fixtures";

const checkedAs = (
  verdict: Verdict,
  rule: RuleId = "others-to-outside",
  digest: string | null = DIGEST,
) => ({
  job: job(),
  judgement: judgement({
    verdict,
    digest,
    results: verdict === "allow" ? [] : [result({ rule, verdict })],
  }),
  at: 0,
});

const ON: Connection = { name: "on", me: ME };
const wanted = (more: Partial<SignOffState> = {}): SignOffState => ({
  ...initialState,
  connection: ON,
  checked: checkedAs("sign-off"),
  ...more,
});
const OTHER = "cd".repeat(32);

const STAGES: readonly [string, SignOffState, Stage][] = [
  ["not judged", wanted({ checked: null }), "nothing"],
  ["nothing needed", wanted({ checked: checkedAs("allow") }), "nothing"],
  ["to confirm", wanted({ checked: checkedAs("confirm") }), "nothing"],
  [
    "blocked for good",
    wanted({ checked: checkedAs("block", "visible-outside-addresses") }),
    "nothing",
  ],
  ["the officer's", wanted({ checked: checkedAs("block", "mass-data-to-consumer") }), "ask"],
  ["no service", wanted({ connection: { name: "off" } }), "no-service"],
  ["connecting", wanted({ connection: { name: "connecting" } }), "connecting"],
  ["signed out", wanted({ connection: { name: "signed-out", problem: null } }), "signed-out"],
  ["failed", wanted({ connection: { name: "failed", code: "network" } }), "unavailable"],
  [
    "no digest",
    wanted({ checked: checkedAs("sign-off", "others-to-outside", null) }),
    "cannot-ask",
  ],
  ["nothing asked", wanted(), "ask"],
  [
    "handing over",
    wanted({ work: { name: "asking", step: "saving", part: null }, checked: null }),
    "handing-over",
  ],
  ["requested", wanted({ request: requestDetail() }), "waiting"],
  ["requested, changed", wanted({ request: requestDetail({ digest: OTHER }) }), "changed"],
  ["approved", wanted({ request: requestDetail({ state: "approved" }) }), "approved"],
  [
    "approved, changed",
    wanted({ request: requestDetail({ state: "approved", digest: OTHER }) }),
    "changed",
  ],
  [
    "rejected",
    wanted({ request: requestDetail({ state: "rejected", digest: OTHER }) }),
    "rejected",
  ],
  ["released", wanted({ request: requestDetail({ state: "released" }) }), "released"],
  [
    "released, another mail",
    wanted({ request: requestDetail({ state: "released", digest: OTHER }) }),
    "ask",
  ],
  ["withdrawn", wanted({ request: requestDetail({ state: "withdrawn" }) }), "over"],
  ["superseded", wanted({ request: requestDetail({ state: "superseded" }) }), "over"],
  ["expired", wanted({ request: requestDetail({ state: "expired" }) }), "over"],
  ["revoked", wanted({ request: requestDetail({ state: "revoked" }) }), "over"],
  ["asks again", wanted({ request: requestDetail({ state: "rejected" }), wantsForm: true }), "ask"],
  ["needless", wanted({ checked: checkedAs("allow"), request: requestDetail() }), "needless"],
  [
    "needless, but spent",
    wanted({ checked: checkedAs("allow"), request: requestDetail({ state: "released" }) }),
    "nothing",
  ],
];

test.each(STAGES)("%s", (_, state, stage) => {
  expect(stageOf(state)).toBe(stage);
});

test("no verdict that needs none, and no state of a request, is left without a stage", () => {
  for (const verdict of VERDICTS)
    for (const each of REQUEST_STATES)
      expect(
        stageOf(wanted({ checked: checkedAs(verdict), request: requestDetail({ state: each }) })),
      ).toBeTruthy();
});

describe.each(["ja", "en"] as const)("words (%s)", (language) => {
  const words = askingWords(language);

  test.each(STAGES)("%s", (_, state, stage) => {
    const view = panelView(state, words);
    expect(view === null).toBe(stage === "nothing");
    if (view === null) return;
    const said = [view.banner?.title, view.form?.title, view.progress?.label, ...view.lines];
    expect(said.some((each) => (each ?? "").length > 3)).toBe(true);
    expect(JSON.stringify(view)).not.toContain("undefined");
  });

  test.each(["waiting", "signed-out", "unavailable", "rejected", "over", "released", "changed"])(
    "%s says what one can do",
    (stage) => {
      for (const [, state, own] of STAGES)
        if (own === stage) expect(panelView(state, words)?.actions.length).toBeGreaterThan(0);
    },
  );

  const PROBLEMS: readonly Problem[] = [
    { type: "service", code: "approval/no-approver" },
    { type: "reading", code: "network" },
    ...ASK_PROBLEMS.map((problem): Problem => ({ type: "ask", problem, names: ["body"] })),
  ];
  test.each(PROBLEMS)("problem %j", (problem) => {
    expect(panelView(wanted({ problem }), words)?.problem?.text.length).toBeGreaterThan(8);
  });

  test("a code of a later service has words too", () => {
    const problem = { type: "service", code: "approval/of-2030" } as unknown as Problem;
    expect(panelView(wanted({ problem }), words)?.problem?.title.length).toBeGreaterThan(3);
  });

  test.each(ASK_STEPS)("step %s", (step) => {
    const state = wanted({ work: { name: "asking", step, part: 0.5 } });
    expect(panelView(state, words)).toMatchObject({
      progress: { part: 0.5, percent: "50%" },
      actions: [{ id: "cancel" }],
    });
  });
});

const ja = askingWords("ja");

test("waiting says who was asked, and what happens meanwhile, as far as that is known", () => {
  const lines = (more: Parameters<typeof requestDetail>[0]) =>
    panelView(wanted({ request: requestDetail(more) }), ja)?.lines.join("\n") ?? "";
  expect(lines({})).toContain("依頼先: 港店");
  const known = lines({
    waitsFor: [{ id: "p-2", name: "佐々木 花" }],
    reminders: [{ at: 0, to: "deputy" }],
    required: { managers: 2, outsideUnit: true, privacyOfficer: true },
  });
  expect(known).toContain("依頼先: 佐々木 花");
  expect(known).toContain("代理の人");
  expect(known).toContain("2人の承認");
});

test("until when it may be sent is said, with and without the ticket in the mail", () => {
  const expiresAt = Date.UTC(2026, 10, 24, 3, 5);
  const until = ja.texts.sendUntil(ja.day(expiresAt));
  const request = requestDetail({ state: "approved", expiresAt });
  expect(panelView(wanted({ request }), ja)?.lines).toContain(until);
  const sendUntil = expiresAt + 60_000;
  const kept = wanted({ request, ticket: "stored", sendUntil });
  expect(panelView(kept, ja)?.lines).toContain(ja.texts.sendUntil(ja.day(sendUntil)));
  expect(panelView(wanted({ request: requestDetail() }), ja)?.lines.join()).toContain("24時間");
});

test("the fields that changed are named", () => {
  const request = requestDetail({ state: "approved", digest: OTHER });
  const state = wanted({ request, changed: ["to", "attachments"] });
  expect(panelView(state, ja)?.banner?.title).toBe(
    "依頼したあとに、宛先・添付ファイルが変わりました",
  );
});

const MISSING: readonly [Partial<SignOffState["form"]>, number, string | null][] = [
  [{}, 0, "reason"],
  [{ reason: "quotation" }, 0, null],
  [{ reason: "quotation" }, 9, null],
  [{ reason: "quotation" }, 10, "note"],
  [{ reason: "quotation", note: " \n" }, 10, "note"],
  [{ reason: "quotation", note: "依頼" }, 10, null],
  [{ reason: "other" }, 0, "note"],
  [{ reason: "other", note: "依頼" }, 0, null],
];
test.each(MISSING)("form %j, %d others: %s", (form, others, missing) => {
  const checked = { ...checkedAs("sign-off"), judgement: judgement({ report: { others } }) };
  const state = wanted({ form: { ...initialState.form, ...form }, checked });
  expect(missingIn(state)).toBe(missing);
});

test("another state of the request takes away what was said of the earlier one", () => {
  const before = wanted({
    request: requestDetail(),
    ticket: "stored",
    sendUntil: 1,
    changed: ["to"],
    wantsForm: true,
  });
  const same = reduce(before, { type: "request", request: requestDetail() });
  expect(same).toMatchObject({ ticket: "stored", wantsForm: true });
  const other = reduce(before, { type: "request", request: requestDetail({ state: "revoked" }) });
  expect(other).toMatchObject({ ticket: "none", sendUntil: null, changed: [], wantsForm: false });
});
