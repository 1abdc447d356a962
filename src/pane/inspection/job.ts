import type { Case, Judgement, Progress } from "../../core/judgement";

/** A case without its clock, which cannot cross into a Worker: whoever judges brings an own one. */
export type Job = Omit<Case, "clock">;

export type JudgeOutcome =
  | { readonly state: "judged"; readonly judgement: Judgement }
  | { readonly state: "failed"; readonly failure: "inspection-failed" | "inspection-late" };

export interface RunningJudge {
  /** Never rejects; does not settle any more once cancelled. */
  readonly outcome: Promise<JudgeOutcome>;
  readonly cancel: () => void;
}

export type StartJudge = (job: Job, onProgress: (progress: Progress) => void) => RunningJudge;

/** What the Worker says, in this order: ready once, then for its one job. */
export type WorkerWord =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "judged"; readonly judgement: Judgement }
  /** Without the error: its text may quote the mail. */
  | { readonly type: "failed" };

/** Judging is `judgement/judge.ts`; a parameter so that the first paint does not load it. */
export type Judge = (input: Case) => Generator<Progress, Judgement, void>;

/** Milliseconds between two signs of life. */
export const PROGRESS_EVERY = 100;

/** What is left of a job's time after its own limit, before it counts as hung. */
export const GRACE = 15_000;

export const monotonicClock = (): number => performance.timeOrigin + performance.now();
