import type { Case, Judgement, Progress } from "../../../src/core/judgement";
import type { WorkerWord } from "../../../src/pane/inspection/job";
import { breathe, judgeInSteps } from "../../../src/pane/inspection/judge-in-steps";
import { judgeJob } from "../../../src/pane/inspection/worker-loop";
import { job, judgement } from "../fixtures";

/** 50 steps; each takes 10 ms of the clock that the test moves. */
function slowWork() {
  let now = 0;
  let steps = 0;
  return {
    clock: () => now,
    steps: () => steps,
    *judge({ clock }: Case): Generator<Progress, Judgement, void> {
      expect(clock()).toBe(now);
      for (; steps < 50; steps += 1) {
        now += 10;
        yield { done: steps, total: 50 };
      }
      return judgement();
    },
  };
}

function* broken(): Generator<Progress, Judgement, void> {
  yield { done: 0, total: 1 };
  throw new Error("with words of the mail");
}

test("the Worker's side tells of its progress ten times a second", () => {
  const work = slowWork();
  const words: WorkerWord[] = [];
  judgeJob(
    (input) => work.judge(input),
    job(),
    (word) => words.push(word),
    work.clock,
  );
  expect(words.map(({ type }) => type)).toEqual([
    ...Array.from({ length: 5 }, () => "progress"),
    "judged",
  ]);
});

test("the Worker's side says that it failed, and nothing of the mail", () => {
  const words: WorkerWord[] = [];
  judgeJob(broken, job(), (word) => words.push(word));
  expect(words).toEqual([{ type: "failed" }]);
});

test("without a Worker the page breathes in between", async () => {
  const work = slowWork();
  let breaths = 0;
  const pause = () => {
    breaths += 1;
    return Promise.resolve();
  };
  const told: Progress[] = [];
  const start = judgeInSteps(
    () => Promise.resolve((input: Case) => work.judge(input)),
    work.clock,
    pause,
  );
  const { outcome } = start(job(), (progress) => told.push(progress));
  expect(await outcome).toEqual({ state: "judged", judgement: judgement() });
  expect(breaths).toBe(1 + 25);
  expect(told).toHaveLength(5);
});

test("without a Worker cancel stops at the next breath", async () => {
  const work = slowWork();
  const start = judgeInSteps(
    () => Promise.resolve((input: Case) => work.judge(input)),
    work.clock,
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  const running = start(job(), () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  running.cancel();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(work.steps()).toBeLessThan(50);
});

test.each([
  ["a fault", () => Promise.resolve(broken)],
  ["a chunk that cannot be loaded", () => Promise.reject(new Error("ChunkLoadError"))],
])("without a Worker %s is no verdict", async (_, load) => {
  const { outcome } = judgeInSteps(load)(job(), () => undefined);
  expect(await outcome).toEqual({ state: "failed", failure: "inspection-failed" });
});

test("a breath lets other work run first", async () => {
  let ran = false;
  setImmediate(() => (ran = true));
  while (!ran) await breathe();
  expect(ran).toBe(true);
});
