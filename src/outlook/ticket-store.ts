import type { CanonicalField } from "../approval/canonical";
import type { Call } from "./call";
import { readSession, writeSession } from "./session";

const TICKET_KEY = "sekisho.ticket";
const REFUSED_KEY = "sekisho.refused";
const ASKED_KEY = "sekisho.asked";

/** The ticket (compact JWS) that the pane put there; null where there is none. Not yet verified. */
export async function readSessionTicket(
  call: Call,
  item: Office.MessageCompose,
): Promise<string | null> {
  const read = await readSession(call, item, TICKET_KEY);
  return read.ok && read.value !== "" ? read.value : null;
}

/** Read back to be sure: a ticket that is not there stops a mail that was promised to leave. */
export async function keepTicket(
  call: Call,
  item: Office.MessageCompose,
  ticket: string,
): Promise<boolean> {
  const written = await writeSession(call, item, TICKET_KEY, ticket);
  const read = await readSession(call, item, TICKET_KEY);
  if (!written.ok || !read.ok || read.value !== ticket) return false;
  // The service gave it (again) just now: what it refused before counts no more.
  return (await writeSession(call, item, REFUSED_KEY, "")).ok;
}

/** What the service refused once stays refused when the line is cut. */
export const markRefused = (call: Call, item: Office.MessageCompose, jti: string) =>
  writeSession(call, item, REFUSED_KEY, jti);

export async function isMarkedRefused(
  call: Call,
  item: Office.MessageCompose,
  jti: string,
): Promise<boolean> {
  const read = await readSession(call, item, REFUSED_KEY);
  return !read.ok || read.value === jti;
}

/** What was asked for from this mail, so that it can be said later what has changed since. */
export interface AskedMail {
  readonly request: string;
  readonly digest: string;
  /** Digest of each field, salted with the request's id (`approval/digest.ts` `fieldDigests`). */
  readonly fields: Readonly<Partial<Record<CanonicalField, string>>>;
}

export async function readAsked(
  call: Call,
  item: Office.MessageCompose,
): Promise<AskedMail | null> {
  const read = await readSession(call, item, ASKED_KEY);
  try {
    const value = JSON.parse((read.ok ? read.value : null) ?? "null") as Partial<AskedMail> | null;
    const isComplete =
      typeof value?.request === "string" &&
      typeof value.digest === "string" &&
      typeof value.fields === "object" &&
      value.fields !== null;
    return isComplete ? (value as AskedMail) : null;
  } catch {
    return null;
  }
}

export const keepAsked = (call: Call, item: Office.MessageCompose, asked: AskedMail) =>
  writeSession(call, item, ASKED_KEY, JSON.stringify(asked));
