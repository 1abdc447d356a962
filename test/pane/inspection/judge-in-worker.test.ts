import type { Progress } from "../../../src/core/judgement";
import type { JudgeOutcome, StartJudge, WorkerWord } from "../../../src/pane/inspection/job";
import { GRACE } from "../../../src/pane/inspection/job";
import { judgeInWorker, type WorkerLike } from "../../../src/pane/inspection/judge-in-worker";
import { job, judgement } from "../fixtures";

const JUDGED: JudgeOutcome = { state: "judged", judgement: judgement() };
const OTHERWISE: JudgeOutcome = { state: "judged", judgement: judgement({ verdict: "block" }) };

/** A Worker whose words the test says. */
class FakeWorker {
  onmessage: ((event: { data: WorkerWord }) => void) | null = null;
  onerror: (() => void) | null = null;
  terminated = 0;
  constructor(readonly postMessage: () => void = () => undefined) {}
  terminate(): void {
    this.terminated += 1;
  }
  say(data: WorkerWord): void {
    this.onmessage?.({ data });
  }
  fail(): void {
    this.onerror?.();
  }
}

const otherwise: StartJudge = () => ({
  outcome: Promise.resolve(OTHERWISE),
  cancel: () => undefined,
});
const start = (fake: FakeWorker, onProgress: (progress: Progress) => void = () => undefined) =>
  judgeInWorker(() => fake, otherwise)(job(), onProgress);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const ENDS: readonly [string, (fake: FakeWorker) => void, JudgeOutcome][] = [
  ["judged", (fake) => fake.say({ type: "judged", judgement: JUDGED.judgement }), JUDGED],
  [
    "a fault inside",
    (fake) => fake.say({ type: "failed" }),
    { state: "failed", failure: "inspection-failed" },
  ],
  ["a crash", (fake) => fake.fail(), { state: "failed", failure: "inspection-failed" }],
  [
    "silence",
    () => void jest.advanceTimersByTime(job().limits.milliseconds + GRACE),
    { state: "failed", failure: "inspection-late" },
  ],
];

test.each(ENDS)("%s ends the Worker", async (_, end, expected) => {
  const fake = new FakeWorker();
  const { outcome } = start(fake);
  fake.say({ type: "ready" });
  end(fake);
  expect(await outcome).toEqual(expected);
  expect(fake.terminated).toBe(1);
});

test("progress is handed on", () => {
  const fake = new FakeWorker();
  const onProgress = jest.fn();
  start(fake, onProgress);
  fake.say({ type: "progress", progress: { done: 1, total: 3 } });
  expect(onProgress).toHaveBeenCalledWith({ done: 1, total: 3 });
});

test("a Worker that never starts is replaced", async () => {
  const fake = new FakeWorker();
  const { outcome } = start(fake);
  fake.fail();
  expect(await outcome).toEqual(OTHERWISE);
});

test("a Worker that cannot be made is replaced", async () => {
  const create = (): WorkerLike => {
    throw new Error("SecurityError");
  };
  const { outcome } = judgeInWorker(create, otherwise)(job(), jest.fn());
  expect(await outcome).toEqual(OTHERWISE);
});

test("a mail that cannot be posted is judged here", async () => {
  const { outcome } = start(
    new FakeWorker(() => {
      throw new Error("DataCloneError");
    }),
  );
  expect(await outcome).toEqual(OTHERWISE);
});

test("cancel ends the Worker", () => {
  const fake = new FakeWorker();
  start(fake).cancel();
  expect(fake.terminated).toBe(1);
});
