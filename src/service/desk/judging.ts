import { setImmediate as breathe } from "node:timers/promises";
import { PersonMarks } from "../../inspection/person-marks";
import { judge } from "../../judgement/judge";
import type { JudgeMail } from "./parts";

/** Milliseconds at a time, so that other calls are answered between. */
const SLICE = 20;

/** Judges within this process, in slices. */
export const judgeInSlices: JudgeMail = async (input) => {
  const marks = new PersonMarks();
  const work = judge(input, marks);
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const next = work.next();
      if (next.done) return { judgement: next.value, persons: marks.others };
    } while (performance.now() < end);
    await breathe();
  }
};
