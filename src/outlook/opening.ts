import { after } from "./timers";

/** As long as any call of the client; the wait of a forward for its own files is shorter. */
const LONGEST_WAIT = 8_000;

/** The event in which a mail's beginning is remembered; whoever judges the mail waits for it. */
export interface Opening {
  begins(work: Promise<unknown>): void;
  /** Resolves when nothing is being remembered, or when that takes too long. */
  over(): Promise<void>;
}

export function createOpening(): Opening {
  let running: Promise<unknown> = Promise.resolve();
  return {
    begins(work) {
      const before = running;
      running = work.then(
        () => before,
        () => before,
      );
    },
    over: () =>
      new Promise((resolve) => {
        const stop = after(LONGEST_WAIT, resolve);
        void running.then(() => {
          stop();
          resolve();
        });
      }),
  };
}
