import type { ApiClient, ApiFailure } from "../../api/client";
import type { Live, LiveOptions } from "../../api/live";
import { decisionOf, isComplete, missingOf, type Answer } from "./answer";
import { createTogether, type Together } from "./batch";
import { createContent, type TextOptions } from "./content";
import {
  initialDesk,
  nextToDecide,
  reduce,
  type Box,
  type DeskAction,
  type DeskState,
  type Part,
  type Verb,
} from "./desk-state";

/** What the desk needs of its surroundings; none of these rejects. */
export interface DeskPorts {
  readonly api: ApiClient;
  /**
   * Asks who it is; `fresh`: even if that is known. Answers whether somebody is signed in now; a
   * browser page goes away instead and comes back with the request.
   */
  readonly signIn: (fresh: boolean, request: string | null) => Promise<boolean>;
  readonly live: (listener: Pick<LiveOptions, "changed" | "opened" | "state">) => Live;
  /** An empty window, opened at once so that it counts as the person's own; null: not allowed. */
  readonly openWindow: () => { go(url: string): void; close(): void } | null;
  readonly now: () => number;
  /** Runs later; the answer takes it back. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** The manager's desk: what the screens show, and what one can do. */
export interface Desk {
  readonly state: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the lists, follows the live updates, opens the request that was pointed to. */
  readonly start: (request: string | null) => void;
  readonly stop: () => void;
  readonly show: (box: Box) => void;
  readonly more: () => void;
  readonly reload: () => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
  readonly tick: (tick: string, on: boolean) => void;
  readonly answer: (answer: Partial<Pick<Answer, "number" | "comment">>) => void;
  readonly decide: (verb: Verb) => void;
  /** Takes back the approval of the request that is open. */
  readonly revoke: (comment: string) => void;
  readonly together: Together;
  readonly text: (part: Part, options: TextOptions) => void;
  readonly file: (index: number) => void;
  readonly signIn: () => void;
}

const BOXES: readonly Box[] = ["to-decide", "decided"];
/** Several changes within this time are read together. */
const CALM = 200;
/** The second press of a double tap is not meant for the request that has just come up. */
const TAP = 700;
/** Waiting times are counted in minutes. */
const MINUTE = 30_000;

export function createDesk(ports: DeskPorts): Desk {
  const { api, now } = ports;
  const listeners = new Set<() => void>();
  let state = initialDesk(now());
  let live: Live | null = null;
  let stopClock = (): void => undefined;
  let stopCalm = (): void => undefined;
  const listRuns: Record<Box, number> = { "to-decide": 0, decided: 0 };
  let openRun = 0;

  const dispatch = (action: DeskAction): void => {
    const before = state;
    state = reduce(state, action);
    if (state !== before) listeners.forEach((listener) => listener());
  };

  const content = createContent(ports, () => state.opened, dispatch);

  const readList = async (box: Box, after?: string): Promise<void> => {
    const run = ++listRuns[box];
    dispatch({ type: "list-loading", box });
    const query = { box, ...(after === undefined ? {} : { after }) };
    const answered = await api.call("requests", { query });
    if (run !== listRuns[box]) return;
    if (answered.ok)
      dispatch({ type: "listed", box, list: answered.value, more: after !== undefined });
    else dispatch({ type: "list-failed", box, failure: answered });
  };

  const readLists = (): void => BOXES.forEach((box) => void readList(box));

  const readOpened = async (): Promise<void> => {
    const { opened } = state;
    if (opened === null || opened.sending !== null) return;
    const run = ++openRun;
    const answered = await api.call("request", { params: { id: opened.id } });
    if (run !== openRun || state.opened?.id !== opened.id || state.opened.sending !== null) return;
    if (answered.ok) {
      dispatch({ type: "opened", detail: answered.value, at: now() });
      const { erased } = answered.value;
      if (!erased && state.opened.texts.body === undefined)
        content.text("body", { reveal: false, more: false });
    } else if (opened.detail === null || isGone(answered)) {
      dispatch({ type: "open-failed", id: opened.id, failure: answered });
    }
  };

  const open = (id: string): void => {
    if (state.batch?.sending) return;
    if (state.opened?.id !== id || state.batch !== null) dispatch({ type: "opening", id });
    void readOpened();
  };

  const readAll = (): void => {
    readLists();
    void readOpened();
  };

  const calmly = (): void => {
    stopCalm();
    stopCalm = ports.after(CALM, readAll);
  };

  const follow = (): void => {
    live?.close();
    live = ports.live({
      changed: calmly,
      opened: calmly,
      state: (each) => dispatch({ type: "live", state: each }),
    });
  };

  const decide = async (verb: Verb): Promise<void> => {
    const { opened } = state;
    if (!opened?.detail?.mayDecide || opened.sending !== null) return;
    if (now() - opened.shownAt < TAP) return;
    const { id, detail, answer } = opened;
    if (verb === "approve" && !isComplete(missingOf(detail, answer))) return;
    if (verb === "reject" && answer.comment.trim() === "")
      return dispatch({ type: "comment-missing" });
    dispatch({ type: "deciding", verb });
    const body = decisionOf(verb, detail, answer);
    const answered = await api.call("decide", { params: { id }, body });
    if (answered.ok)
      return arrived(() => dispatch({ type: "decided", detail: answered.value, verb }));
    dispatch({ type: "refused", id, failure: answered });
    if (answered.status === 409 || answered.status === 422) calmly();
  };

  /** The next request opens by itself; the lists say afterwards what else has changed. */
  const arrived = (settle: () => void): void => {
    settle();
    const next = nextToDecide(state);
    if (next !== null) open(next);
    calmly();
  };

  const revoke = async (comment: string): Promise<void> => {
    const { opened } = state;
    if (opened?.detail?.state !== "approved" || opened.sending !== null) return;
    const { id } = opened;
    dispatch({ type: "deciding", verb: "revoke" });
    const answered = await api.call("revoke", {
      params: { id },
      body: { comment: comment.trim() },
    });
    if (answered.ok) dispatch({ type: "revoked", detail: answered.value });
    else dispatch({ type: "refused", id, failure: answered });
    calmly();
  };

  const together = createTogether({
    ports,
    slip: TAP,
    batch: () => state.batch,
    opened: () => state.opened?.detail ?? null,
    listed: () => state.lists["to-decide"].requests,
    dispatch: (action) => dispatch({ type: "batch", action }),
    settled: (id) => dispatch({ type: "settled", id }),
    end: () => {
      const isDone = state.batch?.isDone === true;
      dispatch({ type: "batch-closed" });
      if (isDone) arrived(() => undefined);
    },
  });

  const signIn = async (): Promise<void> => {
    const isFresh = state.opened?.refused?.code === "identity/stale";
    if (!(await ports.signIn(isFresh, state.opened?.id ?? null))) return;
    dispatch({ type: "signed-in" });
    follow();
    readAll();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: (request) => {
      const clock = (): void => {
        dispatch({ type: "now", at: now() });
        stopClock = ports.after(MINUTE, clock);
      };
      clock();
      readLists();
      if (request !== null) open(request);
      follow();
    },
    stop: () => {
      live?.close();
      live = null;
      stopClock();
      stopCalm();
    },
    show: (box) => {
      if (!state.batch?.sending) dispatch({ type: "box", box });
    },
    more: () => {
      const { next } = state.lists[state.box];
      if (next !== null) void readList(state.box, next);
    },
    reload: readAll,
    open,
    close: () => {
      if (!state.batch?.sending) dispatch({ type: "closed" });
    },
    tick: (tick, on) => {
      const others = (state.opened?.answer.ticks ?? []).filter((each) => each !== tick);
      dispatch({ type: "answered", answer: { ticks: on ? [...others, tick] : others } });
    },
    answer: (answer) => dispatch({ type: "answered", answer }),
    decide: (verb) => void decide(verb),
    revoke: (comment) => void revoke(comment),
    together,
    text: content.text,
    file: content.file,
    signIn: () => void signIn(),
  };
}

/** What must not stay on the screen: the right to see it is gone. A failing network is no reason. */
const isGone = ({ status }: ApiFailure): boolean =>
  status === 401 || status === 403 || status === 404;
