import type { Judgement, Progress } from "../../core/judgement";
import { monotonicClock, PROGRESS_EVERY, type Job, type Judge, type WorkerWord } from "./job";

/** The Worker's side: judges one job to its end, with a sign of life now and then. */
export function judgeJob(
  judge: Judge,
  job: Job,
  say: (word: WorkerWord) => void,
  clock = monotonicClock,
): void {
  try {
    const judgement = driveTelling(judge({ ...job, clock }), clock, (progress) =>
      say({ type: "progress", progress }),
    );
    say({ type: "judged", judgement });
  } catch {
    say({ type: "failed" });
  }
}

function driveTelling(
  work: Generator<Progress, Judgement, void>,
  clock: () => number,
  tell: (progress: Progress) => void,
): Judgement {
  let told = clock();
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const now = clock();
    if (now - told < PROGRESS_EVERY) continue;
    tell(next.value);
    told = now;
  }
}
