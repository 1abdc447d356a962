import type { ApiFailure } from "../../api/client";
import type { DeskPorts } from "./desk";
import type { DeskAction, LinkShown, Opened, Part, TextShown } from "./desk-state";

export interface TextOptions {
  /** Without masks; the service records that somebody looked. */
  readonly reveal: boolean;
  /** The next page, after those that are there. */
  readonly more: boolean;
}

/** What is in the mail, for whoever asks: its text, page by page, and its files as they are. */
export interface Content {
  readonly text: (part: Part, options: TextOptions) => void;
  readonly file: (index: number) => void;
}

export function createContent(
  ports: Pick<DeskPorts, "api" | "openWindow">,
  opened: () => Pick<Opened, "id" | "texts"> | null,
  dispatch: (action: DeskAction) => void,
): Content {
  let runs: Readonly<Partial<Record<Part, number>>> = {};

  const readText = async (part: Part, { reveal, more }: TextOptions): Promise<void> => {
    const request = opened();
    if (request === null) return;
    const { id } = request;
    const before = more ? request.texts[part] : undefined;
    const lines = before?.lines ?? [];
    const from = before?.next ?? null;
    const run = (runs[part] ?? 0) + 1;
    runs = { ...runs, [part]: run };
    const set = (text: Omit<TextShown, "revealed">): void => {
      // A page with masks that comes late does not replace the one without.
      if (runs[part] !== run) return;
      dispatch({ type: "text", id, part, text: { ...text, revealed: reveal } });
    };
    set({ phase: "loading", lines, next: null, failure: null });
    const query = { part, ...(from === null ? {} : { from }), ...(reveal ? { reveal } : {}) };
    const answered = await ports.api.call("requestText", { params: { id }, query });
    if (!answered.ok) return set({ phase: "failed", lines, next: from, failure: answered });
    const { next } = answered.value;
    set({ phase: "shown", lines: [...lines, ...answered.value.lines], next, failure: null });
  };

  const openFile = async (index: number): Promise<void> => {
    const id = opened()?.id;
    if (id === undefined) return;
    const set = (phase: LinkShown["phase"], more: Partial<LinkShown> = {}): void =>
      dispatch({ type: "link", id, index, link: { url: null, failure: null, ...more, phase } });
    const window = ports.openWindow();
    set("loading");
    const answered = await ports.api.call("contentLink", { params: { id, index } });
    const url = answered.ok ? webAddress(answered.value.url) : null;
    if (url === null) {
      window?.close();
      return set("failed", { failure: answered.ok ? UNREADABLE : answered });
    }
    if (window === null) return set("ready", { url });
    window.go(url);
    set("opened");
  };

  return {
    text: (part, options) => void readText(part, options),
    file: (index) => void openFile(index),
  };
}

const UNREADABLE: ApiFailure = { ok: false, code: "api/internal", status: 200 };

/** Only what a browser fetches: never a script, a file or a program of this machine. */
function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
