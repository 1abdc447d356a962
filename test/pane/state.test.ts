import {
  initialState,
  isAllTicked,
  reduce,
  type Checked,
  type ReviewAction,
  type ReviewState,
} from "../../src/pane/review/state";
import { job, judgement, result } from "./fixtures";

const after = (...actions: readonly ReviewAction[]): ReviewState =>
  actions.reduce(reduce, initialState);

const confirm = judgement({
  verdict: "confirm",
  results: [result({ rule: "bulk" }), result({ rule: "could-not-look" })],
});
const checked = (each = confirm, at = 1): Checked => ({ job: job(), judgement: each, at });
const judgedAs = (each: Checked, run: number, isAcknowledged = false): ReviewAction => ({
  type: "judged",
  run,
  checked: each,
  isAcknowledged,
});
const started = (run: number): ReviewAction => ({ type: "started", run });
const tick = (rule: "bulk" | "could-not-look", on = true): ReviewAction => ({
  type: "ticked",
  rule,
  on,
});

const PHASES: readonly [string, readonly ReviewAction[], string][] = [
  ["nothing yet", [], "reading"],
  ["read", [started(1), { type: "read", run: 1 }], "inspecting"],
  [
    "a sign of life",
    [started(1), { type: "progressed", run: 1, progress: { done: 1, total: 2 } }],
    "inspecting",
  ],
  ["judged", [started(1), judgedAs(checked(), 1)], "judged"],
  ["failed", [started(1), { type: "failed", run: 1, failure: "cancelled" }], "failed"],
  ["fixing", [started(1), judgedAs(checked(), 1), { type: "fixing" }], "fixing"],
  ["checked again", [started(1), judgedAs(checked(), 1), started(2)], "reading"],
];

test.each(PHASES)("%s", (_, actions, phase) => {
  expect(after(...actions).phase.name).toBe(phase);
});

const LATE: readonly ReviewAction[] = [
  { type: "read", run: 1 },
  { type: "progressed", run: 1, progress: { done: 1, total: 2 } },
  judgedAs(checked(), 1),
  { type: "failed", run: 1, failure: "inspection-failed" },
  { type: "acknowledged", run: 1, stored: true },
];

test.each(LATE)("a word of an earlier run changes nothing: $type", (late) => {
  const state = after(started(1), started(2));
  expect(reduce(state, late)).toBe(state);
});

test("a failure leaves no earlier verdict standing", () => {
  const state = after(started(1), judgedAs(checked(), 1), started(2), {
    type: "failed",
    run: 2,
    failure: "mail-unreadable",
  });
  expect(state.checked).toBeNull();
});

test("all points have to be ticked", () => {
  const judged = [started(1), judgedAs(checked(), 1)];
  expect(isAllTicked(after(...judged))).toBe(false);
  expect(isAllTicked(after(...judged, tick("bulk")))).toBe(false);
  expect(isAllTicked(after(...judged, tick("bulk"), tick("could-not-look")))).toBe(true);
  expect(
    isAllTicked(after(...judged, tick("bulk"), tick("could-not-look"), tick("bulk", false))),
  ).toBe(false);
});

test.each(["allow", "sign-off", "block"] as const)("nothing can be confirmed on %s", (verdict) => {
  const judged = checked(judgement({ verdict, results: [result({ rule: "bulk" })] }));
  expect(isAllTicked(after(started(1), judgedAs(judged, 1), tick("bulk")))).toBe(false);
});

const other = judgement({ ...confirm.decision, digest: "cd".repeat(32) });
const withoutDigest = judgement({ ...confirm.decision, digest: null });
const KEPT: readonly [string, Checked, Checked, readonly string[]][] = [
  ["same content", checked(), checked(confirm, 2), ["bulk"]],
  ["other content", checked(), checked(other, 2), []],
  ["content without a digest", checked(withoutDigest), checked(withoutDigest, 2), []],
];

test.each(KEPT)("ticks after another check: %s", (_, first, second, ticked) => {
  const state = after(
    started(1),
    judgedAs(first, 1),
    tick("bulk"),
    started(2),
    judgedAs(second, 2),
  );
  expect(state.ticked).toEqual(ticked);
});

test("a confirmation given before is shown as given", () => {
  const state = after(started(1), judgedAs(checked(), 1, true));
  expect(state).toMatchObject({ acknowledged: "stored", ticked: ["bulk", "could-not-look"] });
});

test("a confirmation that was not stored has to be ticked again", () => {
  const state = after(
    started(1),
    judgedAs(checked(), 1),
    tick("bulk"),
    tick("could-not-look"),
    { type: "acknowledging" },
    { type: "acknowledged", run: 1, stored: false },
  );
  expect(state).toMatchObject({ acknowledged: "not-stored", ticked: [] });
});
