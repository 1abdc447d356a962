import type { Judgement } from "../../src/core/judgement";
import type { Job, JudgeOutcome } from "../../src/pane/inspection/job";
import type { FixReport, FixRequest } from "../../src/pane/review/fix";
import type { MailRead, ReviewPorts } from "../../src/pane/review/ports";
import { createReview } from "../../src/pane/review/review";
import { job, judgement, result } from "./fixtures";

const confirm = judgement({ verdict: "confirm", results: [result({ rule: "bulk" })] });
const REQUEST: FixRequest = {
  fix: "move-outside-to-bcc",
  addresses: ["a@example.com"],
  attachments: [],
  facts: { recipients: 1, fields: ["cc"], files: [] },
};
const REPORT: FixReport = {
  fix: "move-outside-to-bcc",
  facts: REQUEST.facts,
  problem: null,
  missing: [],
  undo: { removed: [], content: null },
  isUndone: false,
};

/** A mail client whose answers the test gives one by one. */
function surroundings(more: Partial<ReviewPorts> = {}) {
  const log: string[] = [];
  const outcomes: ((outcome: JudgeOutcome) => void)[] = [];
  const waiting: (() => void)[] = [];
  const ports: ReviewPorts = {
    read: () => {
      log.push("read");
      return Promise.resolve<MailRead>({ ok: true, job: job() });
    },
    judge: () => {
      log.push("judge");
      return {
        outcome: new Promise((resolve) => outcomes.push(resolve)),
        cancel: () => log.push("cancel"),
      };
    },
    fix: () => {
      log.push("fix");
      return Promise.resolve(REPORT);
    },
    undo: (report) => {
      log.push("undo");
      return Promise.resolve({ ...report, isUndone: true, undo: null });
    },
    acknowledge: () => {
      log.push("acknowledge");
      return Promise.resolve(true);
    },
    isAcknowledged: () => Promise.resolve(false),
    now: () => 7,
    ...more,
  };
  const review = createReview(ports, (_, run) => {
    waiting.push(run);
    return () => void waiting.splice(waiting.indexOf(run), 1);
  });
  return {
    log,
    review,
    waiting,
    phase: () => review.state().phase.name,
    answer: async (each: Judgement): Promise<void> => {
      outcomes[outcomes.length - 1]?.({ state: "judged", judgement: each });
      await settled();
    },
    outcomes,
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function judged(more: Partial<ReviewPorts> = {}, as = confirm) {
  const all = surroundings(more);
  all.review.check();
  await settled();
  await all.answer(as);
  return all;
}

test("reads, judges, shows", async () => {
  const { review, log, answer, phase } = surroundings();
  review.check();
  expect(phase()).toBe("reading");
  await settled();
  expect(phase()).toBe("inspecting");
  await answer(confirm);
  expect(phase()).toBe("judged");
  expect(review.state().checked).toMatchObject({ judgement: confirm, at: 7 });
  expect(log).toEqual(["read", "judge"]);
});

test("a mail that cannot be read is not judged", async () => {
  const { review, log } = surroundings({
    read: () => Promise.resolve({ ok: false, failure: "mail-changing" }),
  });
  review.check();
  await settled();
  expect(review.state().phase).toEqual({ name: "failed", failure: "mail-changing" });
  expect(log).toEqual([]);
});

test.each(["inspection-failed", "inspection-late"] as const)(
  "%s is no verdict",
  async (failure) => {
    const { review, outcomes } = surroundings();
    review.check();
    await settled();
    outcomes[0]?.({ state: "failed", failure });
    await settled();
    expect(review.state()).toMatchObject({ phase: { name: "failed", failure }, checked: null });
  },
);

test("cancel ends the work; its late answer is not shown", async () => {
  const { review, log, answer, phase } = surroundings();
  review.check();
  await settled();
  review.cancel();
  await answer(judgement());
  expect(log).toContain("cancel");
  expect(phase()).toBe("failed");
});

test("a new check ends the one under way", async () => {
  const { review, log, outcomes } = surroundings();
  review.check();
  await settled();
  review.check();
  await settled();
  outcomes[0]?.({ state: "judged", judgement: judgement() });
  await settled();
  expect(review.state().checked).toBeNull();
  outcomes[1]?.({ state: "judged", judgement: confirm });
  await settled();
  expect(review.state().checked?.judgement).toBe(confirm);
  expect(log).toEqual(["read", "judge", "cancel", "read", "judge"]);
});

test("a fix changes the mail and is followed by a check", async () => {
  const { review, log, phase } = await judged();
  review.fix(REQUEST);
  expect(phase()).toBe("fixing");
  await settled();
  expect(log).toEqual(["read", "judge", "fix", "read", "judge"]);
  expect(review.state().lastFix).toBe(REPORT);
});

test("a fix is taken back once, and followed by a check", async () => {
  const { review, log, answer } = await judged();
  review.undo();
  await settled();
  expect(log).not.toContain("undo");
  review.fix(REQUEST);
  await settled();
  await answer(confirm);
  review.undo();
  await settled();
  review.undo();
  await settled();
  expect(log.slice(-3)).toEqual(["undo", "read", "judge"]);
  expect(review.state().lastFix).toMatchObject({ isUndone: true });
});

test("a fix ends the word that the mail was stopped", async () => {
  const { review, answer } = await judged();
  review.stoppedAtSend();
  await settled();
  await answer(confirm);
  expect(review.state().wasStopped).toBe(true);
  review.fix(REQUEST);
  await settled();
  expect(review.state().wasStopped).toBe(false);
});

test("only what is judged now can be fixed", async () => {
  const { review, log } = await judged();
  review.fix(REQUEST);
  review.fix(REQUEST);
  await settled();
  review.fix(REQUEST);
  await settled();
  expect(log.filter((each) => each === "fix")).toHaveLength(1);
});

test("the fix is given the mail that was judged", async () => {
  const seen: Job[] = [];
  const { review } = await judged({
    fix: (_, given) => {
      seen.push(given);
      return Promise.resolve(REPORT);
    },
  });
  const given = review.state().checked?.job;
  review.fix(REQUEST);
  await settled();
  expect(seen).toEqual([given]);
});

test("changes of the mail are checked together, once it is calm", async () => {
  const { review, log, waiting } = await judged();
  review.mailChanged();
  review.mailChanged();
  expect(waiting).toHaveLength(1);
  waiting[0]?.();
  await settled();
  expect(log).toEqual(["read", "judge", "read", "judge"]);
});

test("changes during a fix are its own", async () => {
  const { review, waiting } = await judged();
  review.fix(REQUEST);
  review.mailChanged();
  expect(waiting).toHaveLength(0);
  await settled();
});

test("the last tick stores the confirmation", async () => {
  const { review, log } = await judged();
  review.tick("bulk", true);
  expect(review.state().acknowledged).toBe("storing");
  await settled();
  expect(review.state().acknowledged).toBe("stored");
  expect(log).toContain("acknowledge");
});

test("a confirmation that cannot be stored is none", async () => {
  const { review } = await judged({ acknowledge: () => Promise.resolve(false) });
  review.tick("bulk", true);
  await settled();
  expect(review.state().acknowledged).toBe("not-stored");
});

test.each(["block", "sign-off"] as const)("a tick releases nothing that is %s", async (verdict) => {
  const results = [result({ rule: "bulk", verdict })];
  const { review, log } = await judged({}, judgement({ verdict, results }));
  review.tick("bulk", true);
  await settled();
  expect(log).not.toContain("acknowledge");
});

test("from the alert it says so at once and checks again", async () => {
  const { review, phase } = surroundings();
  review.stoppedAtSend();
  expect(review.state().wasStopped).toBe(true);
  expect(phase()).toBe("reading");
  await settled();
});

test("listeners hear each change until they leave", async () => {
  const { review } = surroundings();
  let heard = 0;
  const leave = review.subscribe(() => (heard += 1));
  review.check();
  expect(heard).toBe(1);
  leave();
  await settled();
  expect(heard).toBe(1);
});
