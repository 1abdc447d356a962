import { sql, type Kysely } from "kysely";
import type { Dialect } from "../database";

/** Tables of the first release. Every key begins with the tenant. */
export async function firstTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const statement of STATEMENTS) {
    const written = statement
      .replace(/\bBYTES\b/g, dialect === "sqlite" ? "blob" : "bytea")
      .replace(/\bINT\b/g, dialect === "sqlite" ? "integer" : "bigint");
    await sql.raw(written).execute(db);
  }
}

const STATEMENTS = [
  `create table documents (
     tenant_id text not null, kind text not null, version INT not null,
     box BYTES not null, seal text not null,
     primary key (tenant_id, kind, version))`,
  `create table requests (
     tenant_id text not null, id text not null, version INT not null, state text not null,
     sender text not null, unit text not null, item_ref text not null, digest_ref text not null,
     lookup_ref text not null, asked_at INT not null, ends_at INT not null, erase_at INT,
     content text not null, seal text not null,
     primary key (tenant_id, id))`,
  "create index requests_by_sender on requests (tenant_id, sender, asked_at)",
  "create index requests_by_state on requests (tenant_id, state, ends_at)",
  "create index requests_by_lookup on requests (tenant_id, lookup_ref)",
  "create index requests_by_digest on requests (tenant_id, digest_ref)",
  "create index requests_to_erase on requests (tenant_id, erase_at)",
  `create table drafts (
     tenant_id text not null, id text not null, person text not null, begun_at INT not null,
     missing text not null,
     primary key (tenant_id, id))`,
  `create table contents (
     tenant_id text not null, owner text not null, field text not null, box BYTES not null,
     primary key (tenant_id, owner, field))`,
  `create table record (
     tenant_id text not null, sequence INT not null, ref text not null, version INT not null,
     entry text not null, seal text not null,
     primary key (tenant_id, sequence))`,
  "create index record_by_ref on record (tenant_id, ref, version)",
  `create table record_heads (
     tenant_id text not null, sequence INT not null, head text not null,
     primary key (tenant_id))`,
  `create table outbox (
     tenant_id text not null, id text not null, kind text not null, request text not null,
     audience text not null, due_at INT not null, tries INT not null default 0, sent_at INT,
     primary key (tenant_id, id))`,
  "create index outbox_by_due on outbox (sent_at, due_at)",
  "create index outbox_by_request on outbox (tenant_id, request)",
  `create table sums (
     tenant_id text not null, sender text not null, kind text not null, ref text not null,
     request text not null, at INT not null,
     primary key (tenant_id, sender, kind, ref, request))`,
  "create index sums_by_time on sums (tenant_id, at)",
  `create table recipients (
     tenant_id text not null, sender text not null, ref text not null, at INT not null,
     primary key (tenant_id, sender, ref))`,
  `create table counts (
     tenant_id text not null, day text not null, name text not null, total INT not null,
     primary key (tenant_id, day, name))`,
] as const;
