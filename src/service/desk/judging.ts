import { Worker, type WorkerOptions } from "node:worker_threads";
import { Refused } from "../refused";
import type { JudgeMail, ReadText } from "./parts";
import type { JobName, Jobs, Task, TaskResult } from "./thread-task";

/** Twice what an inspection may take: whoever is silent longer is stuck. */
const PATIENCE_MS = 60_000;

/** A thread that judges and reads one mail after the other, so that no other call waits for it. */
export interface JudgeThread {
  readonly judge: JudgeMail;
  readonly readText: ReadText;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** `file` is the built `judge-worker`. A thread that dies or hangs is replaced; its mails are asked again. */
export function openJudgeThread(file: string, options: WorkerOptions = {}): JudgeThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const fail = (): void => {
    const ended = worker;
    worker = null;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Refused("api/unavailable"));
    }
    waiting.clear();
    void ended?.terminate();
  };

  const start = (): Worker => {
    const started = new Worker(file, options);
    const failIfCurrent = () => (worker === started ? fail() : undefined);
    started.on("message", (result: TaskResult) => {
      const task = waiting.get(result.id);
      waiting.delete(result.id);
      clearTimeout(task?.timer);
      if ("result" in result) task?.resolve(result.result as never);
      else task?.reject(new Refused("api/unavailable"));
    });
    started.on("error", failIfCurrent);
    started.on("exit", failIfCurrent);
    started.unref();
    return started;
  };

  const run = <N extends JobName>(name: N, job: Jobs[N]["job"]): Promise<Jobs[N]["result"]> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      const task: Task<N> = { id: ++count, name, job };
      // Referenced on purpose: a call that waits keeps the process alive.
      const timer = setTimeout(fail, PATIENCE_MS * (waiting.size + 1));
      waiting.set(task.id, { resolve, reject, timer });
      worker.postMessage(task);
    });

  return {
    judge: ({ clock: _clock, ...job }) => run("judge", job),
    readText: (job) => run("text", job),
    close: async () => {
      const ended = worker;
      fail();
      await ended?.terminate();
    },
  };
}
