import type { Case } from "../../core/judgement";
import { drive } from "../../core/drive";
import { PersonMarks } from "../../inspection/person-marks";
import { judge } from "../../judgement/judge";
import type { Judged } from "./parts";
import { textLines, type TextJob, type TextLine } from "./text-lines";

/** A case as it travels to a thread: the clock stays behind. */
export type JudgeJob = Omit<Case, "clock">;

/** What a thread does, and what comes of it. */
export interface Jobs {
  readonly judge: { readonly job: JudgeJob; readonly result: Judged };
  readonly text: { readonly job: TextJob; readonly result: readonly TextLine[] };
}
export type JobName = keyof Jobs;

export interface Task<N extends JobName = JobName> {
  readonly id: number;
  readonly name: N;
  readonly job: Jobs[N]["job"];
}

export type TaskResult<N extends JobName = JobName> =
  | { readonly id: number; readonly result: Jobs[N]["result"] }
  | { readonly id: number; readonly failed: true };

const DOES: { readonly [N in JobName]: (job: Jobs[N]["job"]) => Jobs[N]["result"] } = {
  judge(job) {
    const marks = new PersonMarks();
    const judgement = drive(judge({ ...job, clock: Date.now }, marks));
    return { judgement, persons: marks.others };
  },
  text: textLines,
};

/** Runs in a thread of its own; what went wrong stays there, since its text may quote a mail. */
export function runTask<N extends JobName>({ id, name, job }: Task<N>): TaskResult<N> {
  try {
    return { id, result: DOES[name](job) };
  } catch {
    return { id, failed: true };
  }
}
