import type { Call } from "./call";
import { nonce } from "./nonce";
import { readSession, writeSession } from "./session";

const RELEASE_KEY = "sekisho.release";

/**
 * Names this attempt to send this mail: after another add-in's stop or a lost answer, Send again is
 * the same release. Null where the session does not keep it: then nothing is spent.
 */
export async function releaseNonce(
  call: Call,
  item: Office.MessageCompose,
  now: number,
): Promise<string | null> {
  const kept = await readSession(call, item, RELEASE_KEY);
  if (!kept.ok) return null;
  if (kept.value !== null && isNonce(kept.value)) return kept.value;
  const fresh = nonce(now);
  const written = await writeSession(call, item, RELEASE_KEY, fresh);
  const read = await readSession(call, item, RELEASE_KEY);
  return written.ok && read.ok && read.value === fresh ? fresh : null;
}

const isNonce = (text: string): boolean => /^[0-9a-f-]{16,100}$/.test(text);
