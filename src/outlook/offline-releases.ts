import type { OfflineRelease } from "../api/send";
import { createCall, type Call } from "./call";
import { readRoaming, writeRoaming } from "./roaming";
import { tellOfflineRelease } from "./service";

const OFFLINE_KEY = "sekisho.offline";
/** A ticket takes about 2 KB of the mailbox's 32. The oldest go first: the service knows it gave them. */
const MOST_KEPT = 4;
const KEEP_MILLISECONDS = 2_000;

/** Kept in the mailbox, for the mail itself is gone by the time the service can be told. */
export async function keepOfflineRelease(call: Call, release: OfflineRelease): Promise<void> {
  const others = kept().filter(({ ticket }) => ticket !== release.ticket);
  const rows = [...others, release].slice(-MOST_KEPT);
  await writeRoaming(call, { [OFFLINE_KEY]: JSON.stringify(rows) }, KEEP_MILLISECONDS);
}

/** Tells the service of mails that left on a ticket alone. Never part of sending a mail. */
export async function tellOfflineReleases(): Promise<void> {
  const waiting = kept();
  const left: OfflineRelease[] = [];
  for (const release of waiting) if (!(await tellOfflineRelease(release))) left.push(release);
  if (left.length < waiting.length)
    await writeRoaming(createCall(), { [OFFLINE_KEY]: JSON.stringify(left) });
}

function kept(): readonly OfflineRelease[] {
  try {
    const rows: unknown = JSON.parse(readRoaming(OFFLINE_KEY) ?? "[]");
    return Array.isArray(rows) ? rows.filter(isRelease) : [];
  } catch {
    return [];
  }
}

function isRelease(row: unknown): row is OfflineRelease {
  const { ticket, at } = (row ?? {}) as Partial<OfflineRelease>;
  return typeof ticket === "string" && typeof at === "number";
}
