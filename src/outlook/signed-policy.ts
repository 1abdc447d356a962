import { hash } from "@stablelib/sha256";
import { hexOfBytes } from "../approval/hex";
import type { SignedPolicy } from "../api/send";
import { encodeUtf8 } from "../text/utf8";
import type { Call } from "./call";
import { readRoaming, writeRoaming } from "./roaming";
import { readSession, writeSession } from "./session";

/** A signed policy and the key set that came with it (compact JWS each), as they are kept. */
export type HeldPolicy = Pick<SignedPolicy, "policy" | "keys">;

const POLICY_KEY = "sekisho.policy";
const POLICIES_KEY = "sekisho.policies";
/** Mailboxes that a person writes from; a policy takes about 3 KB of the mailbox's 32. */
const MOST_MAILBOXES = 3;

export async function readSessionPolicy(
  call: Call,
  item: Office.MessageCompose,
): Promise<HeldPolicy | null> {
  const read = await readSession(call, item, POLICY_KEY);
  return read.ok ? held(parse(read.value)) : null;
}

/** `mailbox` in normal form. */
export const readRoamingPolicy = (mailbox: string): HeldPolicy | null =>
  held(
    kept()
      .filter(([owner]) => owner === ownerOf(mailbox))[0]
      ?.slice(1),
  );

/** Where this mail finds it, and where the next one does; false where neither place took it. */
export async function keepPolicy(
  call: Call,
  item: Office.MessageCompose,
  mailbox: string,
  { policy, keys }: HeldPolicy,
): Promise<boolean> {
  const session = await writeSession(call, item, POLICY_KEY, JSON.stringify([policy, keys]));
  const others = kept().filter(([owner]) => owner !== ownerOf(mailbox));
  const rows = [[ownerOf(mailbox), policy, keys], ...others].slice(0, MOST_MAILBOXES);
  const roaming = await writeRoaming(call, { [POLICIES_KEY]: JSON.stringify(rows) });
  return session.ok || roaming.ok;
}

const ownerOf = (mailbox: string): string => hexOfBytes(hash(encodeUtf8(mailbox))).slice(0, 16);

function kept(): readonly (readonly unknown[])[] {
  const rows = parse(readRoaming(POLICIES_KEY));
  return Array.isArray(rows) ? rows.filter((row) => Array.isArray(row)) : [];
}

function held(row: unknown): HeldPolicy | null {
  if (!Array.isArray(row)) return null;
  const [policy, keys] = row as readonly unknown[];
  return typeof policy === "string" && typeof keys === "string" ? { policy, keys } : null;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
