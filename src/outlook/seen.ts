import type { Call } from "./call";
import { readRoaming, writeRoaming } from "./roaming";
import { readSession, writeSession } from "./session";

/** The greatest of each that the service ever showed here: what is below is an old one put back. */
export interface Seen {
  /** The service's clock, in seconds. */
  readonly now: number;
  readonly policySerial: number;
  readonly keysSerial: number;
}

const SEEN_KEY = "sekisho.seen";
const NOTHING: Seen = { now: 0, policySerial: 0, keysSerial: 0 };
/** Only worth a short wait: the mail's own session is written too. */
const WRITE_MILLISECONDS = 2_000;

export async function readSeen(call: Call, item: Office.MessageCompose): Promise<Seen> {
  const session = await readSession(call, item, SEEN_KEY);
  return greatest(parse(session.ok ? session.value : null), parse(readRoaming(SEEN_KEY)));
}

/** Best effort on both places; what is stored never becomes less. */
export async function raiseSeen(
  call: Call,
  item: Office.MessageCompose,
  before: Seen,
  now: Partial<Seen>,
): Promise<Seen> {
  const seen = greatest(before, { ...NOTHING, ...now });
  const text = JSON.stringify([seen.now, seen.policySerial, seen.keysSerial]);
  await writeSession(call, item, SEEN_KEY, text);
  await writeRoaming(call, { [SEEN_KEY]: text }, WRITE_MILLISECONDS);
  return seen;
}

const greatest = (a: Seen, b: Seen): Seen => ({
  now: Math.max(a.now, b.now),
  policySerial: Math.max(a.policySerial, b.policySerial),
  keysSerial: Math.max(a.keysSerial, b.keysSerial),
});

function parse(text: string | null): Seen {
  try {
    const row: unknown = JSON.parse(text ?? "null");
    if (!Array.isArray(row) || row.length !== 3 || !row.every(isCount)) return NOTHING;
    const [now, policySerial, keysSerial] = row as [number, number, number];
    return { now, policySerial, keysSerial };
  } catch {
    return NOTHING;
  }
}

const isCount = (value: unknown): boolean => typeof value === "number" && value >= 0;
