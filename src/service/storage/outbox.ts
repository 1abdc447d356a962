import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "./tables";
import type { Reading, Work } from "./work";

export const NOTICE_KINDS = [
  "asked",
  "reminder",
  "decided",
  "superseded",
  "withdrawn",
  "expiring",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who is told; who that is, is read from the directory at the moment of sending. */
export type Audience = "sender" | "managers" | "deputies" | "duty-pool" | "privacy-officer";

/** A notice to be sent: ids only. */
export interface Notice {
  readonly tenant: string;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly request: string;
  readonly audience: Audience;
  readonly dueAt: number;
  readonly tries: number;
}

/** In the transaction of what it tells of: sent if and only if that happened. */
export async function enqueue(
  work: Work,
  kind: NoticeKind,
  request: string,
  audience: Audience,
  dueAt: number,
): Promise<void> {
  const id = randomBytes(16).toString("base64url");
  await work.trx
    .insertInto("outbox")
    .values({
      tenant_id: work.tenant,
      id,
      kind,
      request,
      audience,
      due_at: dueAt,
      sent_at: null,
    })
    .execute();
}

/** What was to be said about a request and has lost its point. */
export async function dropUnsent(work: Work, request: string): Promise<void> {
  await work.trx
    .deleteFrom("outbox")
    .where("tenant_id", "=", work.tenant)
    .where("request", "=", request)
    .where("sent_at", "is", null)
    .execute();
}

/** What is and will be said about a request, the next first. */
export async function announcedFor(
  reading: Reading,
  request: string,
): Promise<Pick<Notice, "kind" | "audience" | "dueAt">[]> {
  const rows = await reading.trx
    .selectFrom("outbox")
    .select(["kind", "audience", "due_at"])
    .where("tenant_id", "=", reading.tenant)
    .where("request", "=", request)
    .orderBy("due_at")
    .orderBy("id")
    .execute();
  return rows.map(({ kind, audience, due_at }) => ({
    kind: kind as NoticeKind,
    audience: audience as Audience,
    dueAt: due_at,
  }));
}

/** Notices that are due, the oldest first, of all tenants. */
export async function dueNotices(
  db: Kysely<Tables>,
  now: number,
  limit: number,
): Promise<Notice[]> {
  const rows = await db
    .selectFrom("outbox")
    .selectAll()
    .where("sent_at", "is", null)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    tenant: row.tenant_id,
    id: row.id,
    kind: row.kind as NoticeKind,
    request: row.request,
    audience: row.audience as Audience,
    dueAt: row.due_at,
    tries: row.tries,
  }));
}

/**
 * Takes a notice for sending until `until`: false where another replica has it. One that is not
 * marked as sent by then is due again.
 */
export async function claimNotice(
  db: Kysely<Tables>,
  { tenant, id, dueAt, tries }: Notice,
  until: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ due_at: until, tries: tries + 1 })
    .where("tenant_id", "=", tenant)
    .where("id", "=", id)
    .where("due_at", "=", dueAt)
    .where("tries", "=", tries)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function markSent(
  db: Kysely<Tables>,
  { tenant, id }: Notice,
  at: number,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ sent_at: at })
    .where("tenant_id", "=", tenant)
    .where("id", "=", id)
    .execute();
}

/** Another try later. */
export async function postpone(
  db: Kysely<Tables>,
  { tenant, id }: Notice,
  dueAt: number,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ due_at: dueAt })
    .where("tenant_id", "=", tenant)
    .where("id", "=", id)
    .where("sent_at", "is", null)
    .execute();
}

/** Notices that are due and were tried at least `tries` times: what health and metrics show. */
export async function stuckNotices(
  db: Kysely<Tables>,
  now: number,
  tries: number,
): Promise<number> {
  const row = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll().as("total"))
    .where("sent_at", "is", null)
    .where("due_at", "<=", now)
    .where("tries", ">=", tries)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
}

/** Sent ones are kept for a while, to tell a second try from a first. */
export async function forgetSent(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom("outbox").where("sent_at", "<", before).execute();
}
