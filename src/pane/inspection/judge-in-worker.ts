import type { Job, JudgeOutcome, RunningJudge, StartJudge, WorkerWord } from "./job";
import { GRACE } from "./job";
import type { Progress } from "../../core/judgement";

/** The part of a Worker that is used here. */
export type WorkerLike = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/**
 * Judges in a Worker of its own for each run: terminating it is the only cancel that always works.
 * Where none can be started (policy of the host page, old webview) `otherwise` judges in its place.
 */
export const judgeInWorker =
  (create: () => WorkerLike, otherwise: StartJudge): StartJudge =>
  (job, onProgress) => {
    const worker = attempt(create);
    return worker === null ? otherwise(job, onProgress) : run(worker, job, onProgress, otherwise);
  };

function attempt(create: () => WorkerLike): WorkerLike | null {
  try {
    return create();
  } catch {
    return null;
  }
}

const FAILED: JudgeOutcome = { state: "failed", failure: "inspection-failed" };
const LATE: JudgeOutcome = { state: "failed", failure: "inspection-late" };

function run(
  worker: WorkerLike,
  job: Job,
  onProgress: (progress: Progress) => void,
  otherwise: StartJudge,
): RunningJudge {
  let stop = (): void => worker.terminate();
  const outcome = new Promise<JudgeOutcome>((resolve) => {
    const settle = (result: JudgeOutcome): void => {
      stop();
      resolve(result);
    };
    const instead = (): void => {
      stop();
      const other = otherwise(job, onProgress);
      stop = other.cancel;
      void other.outcome.then(resolve);
    };
    const late = setTimeout(() => settle(LATE), job.limits.milliseconds + GRACE);
    stop = () => {
      clearTimeout(late);
      worker.terminate();
    };
    let isReady = false;
    worker.onmessage = ({ data: word }: MessageEvent<WorkerWord>) => {
      if (word.type === "ready") isReady = true;
      else if (word.type === "progress") onProgress(word.progress);
      else settle(word.type === "judged" ? { state: "judged", judgement: word.judgement } : FAILED);
    };
    worker.onerror = () => (isReady ? settle(FAILED) : instead());
    try {
      worker.postMessage(job);
    } catch {
      instead();
    }
  });
  return { outcome, cancel: () => stop() };
}
