/** Milliseconds of single runs, sorted. */
export interface Timing {
  readonly runs: readonly number[];
}

export const quantile = ({ runs }: Timing, q: number): number =>
  runs[Math.min(runs.length - 1, Math.floor(runs.length * q))] ?? NaN;

export const median = (timing: Timing): number => quantile(timing, 0.5);

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Runs the works in turn, `runs` times after `warmUp`, so that whatever disturbs the machine
 * disturbs all of them.
 */
export function measure(
  works: readonly (() => unknown)[],
  runs: number,
  warmUp: number,
): readonly Timing[] {
  for (let i = 0; i < warmUp; i++) for (const work of works) work();
  const all = works.map((): number[] => []);
  for (let i = 0; i < runs; i++) works.forEach((work, index) => all[index]?.push(timed(work)));
  return all.map((each) => ({ runs: each.sort((a, b) => a - b) }));
}
