import type { RuleId } from "../../core/verdict";
import type { PaneFailure } from "../../locales/pane";
import type { Job, RunningJudge } from "../inspection/job";
import type { FixReport, FixRequest } from "./fix";
import type { ReviewPorts } from "./ports";
import { initialState, isAllTicked, reduce, type ReviewAction, type ReviewState } from "./state";

/** The review of the mail beside the pane: what the screen shows, and what one can do about it. */
export interface Review {
  readonly state: () => ReviewState;
  /** Calls back after each change; the answer ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly check: () => void;
  readonly cancel: () => void;
  readonly fix: (request: FixRequest) => void;
  /** Takes the last fix back. */
  readonly undo: () => void;
  readonly tick: (rule: RuleId, on: boolean) => void;
  /** The pane was opened, or is spoken to again, from the alert of a stopped mail. */
  readonly stoppedAtSend: () => void;
  /** Outlook says that recipients or attachments changed. */
  readonly mailChanged: () => void;
}

/** Milliseconds in which several changes (typing names, dropping files) count as one. */
const CALM = 400;

type Timer = (milliseconds: number, run: () => void) => () => void;

const browserTimer: Timer = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

export function createReview(ports: ReviewPorts, timer: Timer = browserTimer): Review {
  const listeners = new Set<() => void>();
  let state = initialState;
  let running: RunningJudge | null = null;
  let stopWaiting = (): void => undefined;

  const dispatch = (action: ReviewAction): void => {
    const before = state;
    state = reduce(state, action);
    if (state !== before) listeners.forEach((listener) => listener());
  };

  /** Ends what is under way; its late answers belong to no run. */
  const newRun = (): number => {
    stopWaiting();
    running?.cancel();
    running = null;
    return state.run + 1;
  };

  const check = async (): Promise<void> => {
    const run = newRun();
    dispatch({ type: "started", run });
    const read = await ports.read();
    if (run !== state.run) return;
    if (!read.ok) return dispatch({ type: "failed", run, failure: read.failure });
    dispatch({ type: "read", run });
    await judge(run, read.job);
  };

  const judge = async (run: number, job: Job): Promise<void> => {
    running = ports.judge(job, (progress) => dispatch({ type: "progressed", run, progress }));
    const outcome = await running.outcome;
    if (run !== state.run) return;
    running = null;
    if (outcome.state === "failed")
      return dispatch({ type: "failed", run, failure: outcome.failure });
    const { judgement } = outcome;
    const isAcknowledged =
      judgement.decision.verdict === "confirm" && (await ports.isAcknowledged(judgement));
    const checked = { job, judgement, at: ports.now() };
    dispatch({ type: "judged", run, checked, isAcknowledged });
  };

  const fix = async (request: FixRequest): Promise<void> => {
    if (state.phase.name !== "judged" || state.checked === null) return;
    const { job } = state.checked;
    await change(() => ports.fix(request, job));
  };

  const undo = async (): Promise<void> => {
    const { phase, lastFix } = state;
    if (phase.name === "fixing" || lastFix === null || lastFix.undo === null) return;
    await change(() => ports.undo(lastFix));
  };

  const change = async (work: () => Promise<FixReport>): Promise<void> => {
    newRun();
    dispatch({ type: "fixing" });
    dispatch({ type: "fixed", report: await work() });
    await check();
  };

  const tick = async (rule: RuleId, on: boolean): Promise<void> => {
    if (state.phase.name !== "judged" || state.acknowledged === "stored") return;
    dispatch({ type: "ticked", rule, on });
    if (!isAllTicked(state) || state.checked === null) return;
    const { run } = state;
    dispatch({ type: "acknowledging" });
    const stored = await ports.acknowledge(state.checked.judgement);
    dispatch({ type: "acknowledged", run, stored });
  };

  const fail = (failure: PaneFailure): void => {
    const run = newRun();
    dispatch({ type: "started", run });
    dispatch({ type: "failed", run, failure });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    check: () => void (state.phase.name !== "fixing" && check()),
    cancel: () => {
      const isCancellable = state.phase.name === "reading" || state.phase.name === "inspecting";
      if (isCancellable) fail("cancelled");
    },
    fix: (request) => void fix(request),
    undo: () => void undo(),
    tick: (rule, on) => void tick(rule, on),
    stoppedAtSend: () => {
      dispatch({ type: "stopped-at-send" });
      if (state.phase.name !== "fixing") void check();
    },
    mailChanged: () => {
      // A fix changes the mail itself, and is followed by a check in any case.
      if (state.phase.name === "fixing") return;
      stopWaiting();
      stopWaiting = timer(CALM, () => void (state.phase.name !== "fixing" && check()));
    },
  };
}
