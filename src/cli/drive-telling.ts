import type { Progress } from "../core/judgement";
import { percentBar } from "./progress-bar";
import type { Terminal } from "./terminal";

/** Milliseconds after which somebody wonders, and between two drawings after that. */
const PATIENCE = 1_000;
const BETWEEN = 200;

/** Runs to the end; what takes longer shows how far it is. */
export function driveTelling<Result>(
  work: Generator<Progress, Result, void>,
  terminal: Terminal,
  name: string,
): Result {
  let next = terminal.clock() + PATIENCE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const now = terminal.clock();
    if (now < next) continue;
    terminal.progress(percentBar(step.value.done, step.value.total, name));
    next = now + BETWEEN;
  }
}
