import type { Desk } from "../../ui/sign-off/desk";

export type ReaderState =
  | { readonly view: "about" }
  /** `hint`: the request that the mail beside the pane points to. */
  | { readonly view: "desk"; readonly desk: Desk; readonly hint: string | null };

/** Beside a mail that was received: the request that it points to, else what the pane is for. */
export interface Reader {
  readonly state: () => ReaderState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Another mail is chosen, or none. */
  readonly itemChanged: () => void;
  /** Null where there is no service to ask. */
  readonly showDesk: (() => void) | null;
}

export interface ReaderPorts {
  /** Null: this mail points to no request. Never rejects. */
  readonly readHint: () => Promise<string | null>;
  /** Loaded when there is something to show: most mails are no notices. Null: no service. */
  readonly loadDesk: (() => Promise<Desk>) | null;
}

export function createReader({ readHint, loadDesk }: ReaderPorts): Reader {
  const listeners = new Set<() => void>();
  let state: ReaderState = { view: "about" };
  let desk: Promise<Desk> | null = null;
  let run = 0;

  const set = (next: ReaderState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };

  const start = async (load: () => Promise<Desk>): Promise<Desk> => {
    const loaded = await load();
    loaded.start(null);
    return loaded;
  };

  const showDesk = async (own: number, hint: string | null): Promise<void> => {
    if (loadDesk === null) return;
    desk ??= start(loadDesk);
    try {
      const loaded = await desk;
      // Another mail was chosen meanwhile: its own reading says what is shown.
      if (own !== run) return;
      if (hint !== null) loaded.open(hint);
      set({ view: "desk", desk: loaded, hint });
    } catch {
      // Its script could not be loaded: asked for anew the next time.
      desk = null;
    }
  };

  const itemChanged = async (): Promise<void> => {
    const own = ++run;
    const hint = await readHint();
    if (own !== run) return;
    if (hint === null) return set({ view: "about" });
    await showDesk(own, hint);
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    itemChanged: () => void itemChanged(),
    showDesk: loadDesk === null ? null : () => void showDesk(++run, null),
  };
}
