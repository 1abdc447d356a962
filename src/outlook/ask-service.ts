import { after } from "./timers";

interface Response {
  readonly status: number;
  text(): Promise<string>;
}

/** Missing in some builds of classic Outlook, which also knows absolute addresses only. */
declare const fetch: undefined | ((url: string, options: object) => Promise<Response>);

export interface Question {
  readonly method: "GET" | "POST";
  /** Absolute. */
  readonly url: string;
  readonly body?: object;
  readonly token?: string;
  readonly milliseconds: number;
}

export type Answered =
  | { readonly state: "answered"; readonly status: number; readonly body: unknown }
  /** No answer, one that is late, or one that no service of ours gives (a hotel's sign-in page). */
  | { readonly state: "unreachable" };

const UNREACHABLE: Answered = { state: "unreachable" };

/** One question to the service, with its own time limit. Never rejects and never throws. */
export function askService(question: Question): Promise<Answered> {
  return new Promise((resolve) => {
    const stop = after(question.milliseconds, () => resolve(UNREACHABLE));
    const settle = (answer: Answered): void => {
      stop();
      resolve(answer);
    };
    start(question).then(settle, () => settle(UNREACHABLE));
  });
}

/**
 * Tells the service something that nobody waits for. In classic Outlook the runtime may end before
 * it has left; what is told so is a hint, never a proof.
 */
export function tellService(url: string, body: object): void {
  start({ method: "POST", url, body, milliseconds: 0 }, { keepalive: true }).then(
    () => undefined,
    () => undefined,
  );
}

async function start(question: Question, more: object = {}): Promise<Answered> {
  if (typeof fetch !== "function") return UNREACHABLE;
  const { method, url, body, token } = question;
  const response = await fetch(url, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "error",
    cache: "no-store",
    credentials: "omit",
    ...more,
  });
  return answered(Number(response.status), parse(await response.text()));
}

function answered(status: number, body: unknown): Answered {
  const isRefusal = status >= 400 && status < 500;
  const isOurs = isRefusal || (status === 200 && typeof body === "object" && body !== null);
  return isOurs ? { state: "answered", status, body } : UNREACHABLE;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The stable code of a problem document (RFC 9457); empty where there is none. */
export function problemCode(body: unknown): string {
  const code =
    typeof body === "object" && body !== null ? (body as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : "";
}
