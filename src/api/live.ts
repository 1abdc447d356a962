import { createEventStream } from "./event-stream";
import { LIVE_PATH, type LiveEvent } from "./routes";

/**
 * "open": events arrive; "waiting": not connected, tries again by itself; "refused": the service
 * asks for another sign-in or gives no right, and nothing is tried again.
 */
export type LiveState = "connecting" | "open" | "waiting" | "refused";

export interface LiveOptions {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly token: () => Promise<string | null>;
  readonly fetch: typeof globalThis.fetch;
  /** Something about the request with this id is different now. */
  readonly changed: (id: string) => void;
  /** A stream has begun. Events before it are lost: everything has to be read again. */
  readonly opened: () => void;
  readonly state?: (state: LiveState) => void;
  /** Milliseconds without a byte after which a stream counts as dead. */
  readonly silence?: number;
  readonly random?: () => number;
}

export interface Live {
  /** Ends it for good. */
  close(): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** Longer than the service's heartbeat, so that a quiet day is no outage. */
const SILENCE = 60_000;

/** Follows the live updates until it is closed or refused; each connection asks for the token anew. */
export function openLive(options: LiveOptions): Live {
  const closing = new AbortController();
  void follow(options, closing.signal);
  return { close: () => closing.abort() };
}

async function follow(options: LiveOptions, closing: AbortSignal): Promise<void> {
  const { state = () => undefined, random = Math.random } = options;
  let wait = FIRST_WAIT;
  while (!closing.aborted) {
    state("connecting");
    const end = await connect(options, closing);
    if (closing.aborted) return;
    if (end === "refused") return state("refused");
    if (end === "ended") wait = FIRST_WAIT;
    state("waiting");
    // Spread, so that a restarted service is not asked by everybody at the same moment.
    await pause(wait * (0.5 + random()), closing);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }
}

/** "ended" had begun, "failed" had not. */
type End = "ended" | "failed" | "refused";

async function connect(options: LiveOptions, closing: AbortSignal): Promise<End> {
  const connection = new AbortController();
  const abort = (): void => connection.abort();
  closing.addEventListener("abort", abort);
  const watch = watchdog(options.silence ?? SILENCE, abort);
  let hasBegun = false;
  try {
    const response = await request(options, connection.signal);
    if (response === null || response.status === 401 || response.status === 403) return "refused";
    if (!isStream(response)) return "failed";
    hasBegun = true;
    options.state?.("open");
    options.opened();
    await listen(response.body, watch.fed, options.changed);
    return "ended";
  } catch {
    return hasBegun ? "ended" : "failed";
  } finally {
    watch.stop();
    abort();
    closing.removeEventListener("abort", abort);
  }
}

async function request(options: LiveOptions, signal: AbortSignal): Promise<Response | null> {
  const token = await options.token();
  if (token === null) return null;
  return options.fetch(options.origin + LIVE_PATH, {
    headers: { accept: "text/event-stream", authorization: `Bearer ${token}` },
    signal,
    redirect: "error",
    cache: "no-store",
    credentials: "omit",
  });
}

type Stream = Response & { readonly body: ReadableStream<Uint8Array> };

const isStream = (response: Response): response is Stream =>
  response.ok &&
  response.body !== null &&
  /^text\/event-stream\b/i.test(response.headers.get("content-type") ?? "");

async function listen(
  body: ReadableStream<Uint8Array>,
  fed: () => void,
  changed: (id: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const events = createEventStream();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    fed();
    for (const data of events.push(decoder.decode(value, { stream: true }))) {
      const event = parseLiveEvent(data);
      if (event !== null) changed(event.changed);
    }
  }
}

const ID = /^[A-Za-z0-9_-]{22}$/;

/** Only what is exactly an event of ours; a later service may send others. */
export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const { changed } = (JSON.parse(data) ?? {}) as Partial<LiveEvent>;
    return typeof changed === "string" && ID.test(changed) ? { changed } : null;
  } catch {
    return null;
  }
}

function watchdog(silence: number, starved: () => void) {
  let timer = setTimeout(starved, silence);
  const stop = (): void => clearTimeout(timer);
  const fed = (): void => {
    stop();
    timer = setTimeout(starved, silence);
  };
  return { fed, stop };
}

function pause(milliseconds: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      closing.removeEventListener("abort", done);
      resolve();
    }
    closing.addEventListener("abort", done);
  });
}
