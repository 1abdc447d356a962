import type { Kysely } from "kysely";
import { claimNotice, dueNotices, markSent, postpone } from "../storage/outbox";
import type { Tables } from "../storage/tables";
import type { Outbox } from "./worker";

export const outboxOf = (db: Kysely<Tables>): Outbox => ({
  due: (now, limit) => dueNotices(db, now, limit),
  claim: (notice, until) => claimNotice(db, notice, until),
  markSent: (notice, at) => markSent(db, notice, at),
  postpone: (notice, dueAt) => postpone(db, notice, dueAt),
});
