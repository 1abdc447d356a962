/** Runs a stepwise computation to its end (send event, command line, service). */
export function drive<Step, Result>(work: Generator<Step, Result, void>): Result {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
