import { createClient } from "../../api/client";
import { openLive } from "../../api/live";
import type { DeskPorts } from "./desk";

export interface BrowserOptions {
  /** Of the service, without a slash at the end. */
  readonly origin: string;
  readonly token: () => Promise<string | null>;
  readonly signIn: DeskPorts["signIn"];
}

/** Milliseconds for one call: a phone on a train, not a person who waits for nothing. */
const TIMEOUT = 20_000;

/** What the desk needs, of the browser that it stands in. */
export function browserPorts({ origin, token, signIn }: BrowserOptions): DeskPorts {
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
  return {
    api: createClient({ origin, token, fetch, timeout: TIMEOUT }),
    signIn,
    live: (listener) => openLive({ origin, token, fetch, ...listener }),
    openWindow,
    now: Date.now,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** Opened by the press itself, and without a way back to this page. */
function openWindow(): ReturnType<DeskPorts["openWindow"]> {
  const opened = window.open("", "_blank");
  if (opened === null) return null;
  opened.opener = null;
  return { go: (url) => opened.location.replace(url), close: () => opened.close() };
}
