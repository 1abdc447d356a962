import type { Progress } from "../../core/judgement";
import {
  monotonicClock,
  PROGRESS_EVERY,
  type Job,
  type Judge,
  type JudgeOutcome,
  type StartJudge,
} from "./job";

/** Milliseconds of work between two breaths: less than a frame. */
const STRIDE = 12;

/** Lets the browser paint and take clicks. Not setTimeout, which hidden panes slow to a second. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Judges on the pane's own thread, a stride at a time, where no Worker can be had. */
export const judgeInSteps =
  (load: () => Promise<Judge>, clock = monotonicClock, pause = breathe): StartJudge =>
  (job, onProgress) => {
    let isCancelled = false;
    const walk = async (): Promise<JudgeOutcome> => {
      const judge = await load();
      await pause();
      return walkOn(judge, job, { clock, pause, onProgress, isCancelled: () => isCancelled });
    };
    return {
      outcome: walk().catch((): JudgeOutcome => ({
        state: "failed",
        failure: "inspection-failed",
      })),
      cancel: () => {
        isCancelled = true;
      },
    };
  };

interface Walk {
  readonly clock: () => number;
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
}

async function walkOn(judge: Judge, job: Job, walk: Walk): Promise<JudgeOutcome> {
  const work = judge({ ...job, clock: walk.clock });
  let breathed = walk.clock();
  let told = breathed;
  for (;;) {
    const next = work.next();
    if (next.done) return { state: "judged", judgement: next.value };
    const now = walk.clock();
    if (now - told >= PROGRESS_EVERY) {
      walk.onProgress(next.value);
      told = now;
    }
    if (now - breathed < STRIDE) continue;
    await walk.pause();
    if (walk.isCancelled()) return new Promise<never>(() => undefined);
    breathed = walk.clock();
  }
}
