import type { ApiFailure } from "../../api/client";
import type { Live } from "../../api/live";
import type { AskProblem } from "../../locales/asking";
import type { Checked } from "../review/state";
import type { Handing, HandedOver, SignOffPorts } from "./ports";
import {
  digestOf,
  initialState,
  missingIn,
  reduce,
  type AskForm,
  type Problem,
  type SignOffAction,
  type SignOffState,
} from "./state";

/** Asking for the sign-off of the mail beside the pane: what is shown, and what one can do. */
export interface SignOff {
  readonly state: () => SignOffState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Silently when the pane opens; `mayAsk` on the person's click. */
  connect(mayAsk: boolean): void;
  /** What the review knows now; null while it reads or judges. */
  checked(checked: Checked | null): void;
  fill(form: Partial<AskForm>): void;
  wantForm(): void;
  ask(): void;
  cancel(): void;
  /** This mail's request, or another one of the same person. */
  withdraw(id?: string): void;
  reopen(): void;
  takeTicket(): void;
  stop(): void;
}

export interface SignOffOptions {
  /** The mail has to be judged anew: by another policy, or because it is not what was judged. */
  readonly recheck: () => void;
}

/** `ports` is null where no service is set up. */
export function createSignOff(ports: SignOffPorts | null, options: SignOffOptions): SignOff {
  const listeners = new Set<() => void>();
  let state: SignOffState =
    ports === null ? { ...initialState, connection: { name: "off" } } : initialState;
  let live: Live | null = null;
  let reading = 0;
  let isCancelled = false;

  const dispatch = (action: SignOffAction): void => {
    state = reduce(state, action);
    listeners.forEach((listener) => listener());
  };
  const fail = (problem: Problem): void => dispatch({ type: "problem", problem });
  const refuse = ({ code }: Pick<ApiFailure, "code">): void => fail({ type: "service", code });
  const askFail = (problem: AskProblem, names: readonly string[] = []): void =>
    fail({ type: "ask", problem, names });

  /** The newest request, what has changed since, and the ticket; the last reading alone counts. */
  const read = async (from: SignOffPorts): Promise<void> => {
    const { checked } = state;
    if (state.connection.name !== "on" || checked === null) return;
    const run = ++reading;
    const newest = await from.newest(checked);
    if (run !== reading) return;
    if (!newest.ok) return lost(newest);
    dispatch({ type: "request", request: newest.value });
    if (state.problem?.type === "reading") dispatch({ type: "problem", problem: null });
    const request = newest.value;
    const isSame = request?.digest === digestOf(checked);
    if (request !== null && !isSame) {
      const fields = await from.changedSince(request, checked);
      if (run === reading) dispatch({ type: "changed", fields });
    }
    if (request?.state === "approved" && isSame && state.ticket !== "stored") await store(from);
    if (run !== reading) return;
    const open = await from.open();
    if (run === reading && open.ok) dispatch({ type: "open", open: open.value });
  };

  /** What was read stays on the screen when the service goes; only a lost sign-in takes it away. */
  const lost = (failure: ApiFailure): void => {
    if (failure.status === 401)
      return dispatch({ type: "connection", connection: { name: "signed-out", problem: null } });
    fail({ type: "reading", code: failure.code });
  };

  const store = async (from: SignOffPorts): Promise<void> => {
    const { request } = state;
    if (request === null) return;
    dispatch({ type: "work", work: { name: "storing" } });
    const taken = await from.takeTicket(request);
    dispatch({ type: "work", work: null });
    if (state.request?.id !== request.id) return;
    const sendUntil = taken.state === "stored" ? taken.sendUntil : null;
    const ticket = taken.state === "stored" ? "stored" : "not-stored";
    dispatch({ type: "ticket", ticket, sendUntil });
    if (taken.state === "refused") refuse(taken);
  };

  const connect = async (from: SignOffPorts, mayAsk: boolean): Promise<void> => {
    dispatch({ type: "connection", connection: { name: "connecting" } });
    const connected = await from.connect(mayAsk);
    if (connected.state === "signed-out")
      return dispatch({
        type: "connection",
        connection: { name: "signed-out", problem: connected.problem },
      });
    if (connected.state === "failed")
      return dispatch({
        type: "connection",
        connection: { name: "failed", code: connected.code },
      });
    dispatch({ type: "connection", connection: { name: "on", me: connected.me } });
    follow(from);
    if (connected.isPolicyNew) options.recheck();
    else await read(from);
  };

  const follow = (from: SignOffPorts): void => {
    live?.close();
    live = from.live({
      changed: () => void read(from),
      opened: () => void read(from),
      state: (word) => dispatch({ type: "live", isLive: word === "open" }),
    });
  };

  const handing: Handing = {
    onStep: (step, part) => {
      if (!isCancelled) dispatch({ type: "work", work: { name: "asking", step, part } });
    },
    isCancelled: () => isCancelled,
  };

  const ask = async (from: SignOffPorts): Promise<void> => {
    const { checked, form } = state;
    const { reason } = form;
    if (state.work !== null || checked === null || reason === null || missingIn(state) !== null)
      return;
    isCancelled = false;
    reading += 1;
    dispatch({ type: "work", work: { name: "asking", step: "saving", part: null } });
    const prepared = await from.prepare(checked, handing);
    if (isCancelled) return;
    if (!prepared.ok) return askFail(prepared.problem, prepared.names);
    if (prepared.ready.digest !== digestOf(checked)) {
      askFail("mail-changed");
      return options.recheck();
    }
    const note = form.note.trim();
    const handed = await from.handOver(
      prepared.ready,
      { reason, note, urgent: form.urgent },
      handing,
    );
    if (!isCancelled) await handedOver(from, handed);
  };

  const handedOver = async (from: SignOffPorts, handed: HandedOver): Promise<void> => {
    dispatch({ type: "work", work: null });
    switch (handed.state) {
      case "asked":
        dispatch({ type: "form", form: initialState.form });
        dispatch({ type: "request", request: handed.request });
        return read(from);
      case "refused":
        return refuse(handed);
      case "differs":
        return askFail("digest-differs");
      case "cancelled":
        return;
    }
  };

  const change = async (
    from: SignOffPorts,
    name: "withdrawing" | "reopening",
    id: string | undefined,
    does: (id: string) => Promise<{ readonly ok: true } | ApiFailure>,
  ): Promise<void> => {
    if (id === undefined || state.work !== null) return;
    dispatch({ type: "work", work: { name, id } });
    const answered = await does(id);
    dispatch({ type: "work", work: null });
    await read(from);
    if (!answered.ok) refuse(answered);
  };

  const withPorts =
    (run: (from: SignOffPorts) => unknown): (() => void) =>
    () =>
      void (ports !== null && run(ports));

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    connect: (mayAsk) => withPorts((from) => connect(from, mayAsk))(),
    checked: (checked) => {
      if (checked === state.checked) return;
      reading += 1;
      dispatch({ type: "checked", checked });
      withPorts(read)();
    },
    fill: (form) => dispatch({ type: "form", form }),
    wantForm: () => dispatch({ type: "want-form" }),
    ask: withPorts(ask),
    cancel: () => {
      if (state.work?.name !== "asking") return;
      isCancelled = true;
      dispatch({ type: "work", work: null });
      withPorts(read)();
    },
    withdraw: (id = state.request?.id) =>
      withPorts((from) => change(from, "withdrawing", id, (each) => from.withdraw(each)))(),
    reopen: withPorts((from) =>
      change(from, "reopening", state.request?.id, (each) => from.reopen(each)),
    ),
    takeTicket: withPorts(store),
    stop: () => {
      reading += 1;
      live?.close();
    },
  };
}
