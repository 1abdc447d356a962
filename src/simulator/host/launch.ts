import type { CallContext } from "./calls/call";
import type { Fields } from "./envelope";
import { AddinFrame } from "./frame";
import type { Completion } from "./frame";
import type { Mailbox } from "./mailbox";
import type { LaunchEvent } from "./manifest";

const COMMAND = "appCommandInvoked";

export type LaunchEnd =
  | { readonly end: "completed"; readonly options: Fields }
  | { readonly end: "missing" | "not-loaded" | "timed-out" };

interface Pending {
  readonly event: LaunchEvent;
  readonly settle: (end: LaunchEnd) => void;
}

/**
 * The hidden page in which an add-in's launch events run, one for each compose window; several
 * events may run in it at once, told apart by their command ids.
 */
export class EventRuntime {
  readonly #frame: AddinFrame;
  readonly #context: CallContext;
  readonly #pending = new Map<string, Pending>();
  readonly #completed = new Map<string, string>();
  readonly #loaded: Promise<boolean>;
  #nextCommand = 1;

  constructor(mailbox: Mailbox, context: CallContext, locale: string) {
    this.#context = context;
    this.#frame = new AddinFrame({
      url: context.manifest.runtimeUrl,
      container: document.body,
      title: null,
      locale,
      mailbox,
      profile: context.profile,
      account: context.account,
      onCompleted: (completion) => this.#complete(completion),
    });
    this.#loaded = within(
      this.#frame.whenRegistered(COMMAND).then(() => true),
      context.profile.loadLimit,
      () => false,
    );
  }

  /** Raises one event; the handler has `sendLimit` from now, as live events have. */
  async run(event: LaunchEvent, details: object = {}): Promise<LaunchEnd> {
    const commandId = `launch-${this.#nextCommand++}`;
    const ended = new Promise<LaunchEnd>((settle) => {
      this.#pending.set(commandId, { event, settle });
    });
    void this.#start(commandId, event, details);
    return within(ended, this.#context.profile.sendLimit, () => this.#giveUp(commandId));
  }

  dispose(): void {
    for (const commandId of [...this.#pending.keys()])
      this.#settle(commandId, { end: "timed-out" });
    this.#frame.dispose();
  }

  async #start(commandId: string, event: LaunchEvent, details: object): Promise<void> {
    if (await this.#loaded) {
      const json = JSON.stringify({ type: event.type, ...details });
      this.#frame.raise(COMMAND, [commandId, event.functionName, json]);
      return;
    }
    this.#context.note({ what: "not-loaded", detail: event.type });
    this.#settle(commandId, { end: "not-loaded" });
  }

  #complete({ commandId, status, options }: Completion): void {
    const pending = this.#pending.get(commandId);
    if (!pending) {
      const type = this.#completed.get(commandId);
      if (type !== undefined) this.#context.note({ what: "completed-twice", detail: type });
      return;
    }
    if (status !== 0)
      this.#context.note({ what: "handler-missing", detail: pending.event.functionName });
    this.#completed.set(commandId, pending.event.type);
    this.#settle(commandId, status === 0 ? { end: "completed", options } : { end: "missing" });
  }

  #settle(commandId: string, end: LaunchEnd): void {
    this.#pending.get(commandId)?.settle(end);
    this.#pending.delete(commandId);
  }

  #giveUp(commandId: string): LaunchEnd {
    const pending = this.#pending.get(commandId);
    this.#pending.delete(commandId);
    if (pending) this.#context.note({ what: "never-completed", detail: pending.event.type });
    return { end: "timed-out" };
  }
}

/** The promise's value, or what stands in for it once the time is over. */
async function within<T>(promise: Promise<T>, milliseconds: number, late: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
