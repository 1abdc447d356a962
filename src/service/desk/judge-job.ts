import type { Case } from "../../core/judgement";
import { drive } from "../../core/drive";
import { PersonMarks } from "../../inspection/person-marks";
import { judge } from "../../judgement/judge";
import type { Judged } from "./parts";

/** A case as it travels to a thread: the clock stays behind. */
export type JudgeJob = Omit<Case, "clock">;

export interface JudgeTask {
  readonly id: number;
  readonly job: JudgeJob;
}

export type JudgeResult =
  { readonly id: number; readonly judged: Judged } | { readonly id: number; readonly failed: true };

/** Runs in a thread of its own; what went wrong stays there, since its text may quote a mail. */
export function runJudgeTask({ id, job }: JudgeTask): JudgeResult {
  try {
    const marks = new PersonMarks();
    const judgement = drive(judge({ ...job, clock: Date.now }, marks));
    return { id, judged: { judgement, persons: marks.others } };
  } catch {
    return { id, failed: true };
  }
}
