import { after } from "./timers";

export type CallCode = "outlook/timeout" | "outlook/failed" | "outlook/unsupported";

/** Never with a message text: the client's words may quote the mail. */
export interface CallFailure {
  readonly ok: false;
  readonly code: CallCode;
  /** The client's own name of the error, such as `InvalidAttachmentId`. */
  readonly name?: string;
}

export type Called<T> = { readonly ok: true; readonly value: T } | CallFailure;

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** Starts one method of the client; null where this client does not have it. */
export type Start<T> = ((callback: Callback<T>) => void) | null;

export type Call = <T>(start: Start<T>, milliseconds?: number) => Promise<Called<T>>;

const SHORTEST_LIMIT = 2_000;
export const CALL_MILLISECONDS = 8_000;

/**
 * One way to ask Outlook anything: one call at a time (browsers' Outlook refuses more than three),
 * each with its own time limit, and a value for every outcome. It never throws and never rejects.
 */
export function createCall(usual: number = CALL_MILLISECONDS): Call {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(start: Start<T>, milliseconds = usual) => {
    const next = last.then(() => ask(start, Math.max(SHORTEST_LIMIT, milliseconds)));
    last = next;
    return next;
  };
}

/** Whether this client's object has the method: new members are missing in older clients. */
export const offers = (owner: unknown, method: string): boolean =>
  typeof owner === "object" &&
  owner !== null &&
  typeof (owner as Record<string, unknown>)[method] === "function";

const failure = (code: CallCode, name?: unknown): CallFailure =>
  typeof name === "string" && /^[A-Za-z0-9_]{1,60}$/.test(name)
    ? { ok: false, code, name }
    : { ok: false, code };

function ask<T>(start: Start<T>, milliseconds: number): Promise<Called<T>> {
  if (start === null) return Promise.resolve(failure("outlook/unsupported"));
  return new Promise((resolve) => {
    const stop = after(milliseconds, () => resolve(failure("outlook/timeout")));
    const settle = (outcome: Called<T>): void => {
      stop();
      resolve(outcome);
    };
    try {
      start((result) => settle(outcomeOf(result)));
    } catch (error) {
      settle(failure("outlook/failed", nameOf(error)));
    }
  });
}

function outcomeOf<T>(result: Office.AsyncResult<T>): Called<T> {
  try {
    const succeeded = String(result.status) === "succeeded";
    if (succeeded) return { ok: true, value: result.value };
    return failure("outlook/failed", nameOf(result.error));
  } catch {
    return failure("outlook/failed");
  }
}

const nameOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null ? (error as { name?: unknown }).name : undefined;
