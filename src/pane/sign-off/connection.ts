import { createClient } from "../../api/client";
import { openLive } from "../../api/live";
import type { ServiceAccess } from "./outlook-sign-off";

export interface ConnectionOptions {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly token: () => Promise<string | null>;
}

const ANSWER_MILLISECONDS = 15_000;
/** 25 MB over a slow line. */
const UPLOAD_MILLISECONDS = 300_000;

/** The typed client and the live updates; a chunk of its own, loaded after the first paint. */
export function connection({ origin, token }: ConnectionOptions): ServiceAccess {
  const ask: typeof fetch = (input, init) => fetch(input, init);
  const client = (timeout: number) => createClient({ origin, token, fetch: ask, timeout });
  return {
    api: client(ANSWER_MILLISECONDS),
    uploads: client(UPLOAD_MILLISECONDS),
    live: (listener) => openLive({ origin, token, fetch: ask, ...listener }),
  };
}
