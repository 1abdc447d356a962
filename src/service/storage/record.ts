import { createHash } from "node:crypto";
import { sql, type Kysely, type Transaction } from "kysely";
import type { Dialect } from "./database";
import { keyedHash, type Secrets } from "./secrets";
import type { Tables } from "./tables";
import type { RecordHead, Reading, Work } from "./work";

/** What happened, in ids, counts and keyed hashes. */
export interface Happened {
  readonly action: string;
  /** Id of the person who did it; empty for the service itself. */
  readonly actor: string;
  /** Id of the request that it is about, or empty. */
  readonly request: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
  /** The sealed row that it made a new version of. */
  readonly row?: { readonly ref: string; readonly version: number };
}

export const EMPTY_HEAD: RecordHead = { sequence: 0, hash: "" };

/** The head of the tenant's record, kept from everybody else until the transaction ends. */
export async function lockHead(
  trx: Transaction<Tables>,
  dialect: Dialect,
  tenant: string,
): Promise<RecordHead> {
  if (dialect === "postgres") {
    await sql`insert into record_heads (tenant_id, sequence, head) values (${tenant}, 0, '')
      on conflict do nothing`.execute(trx);
    await sql`select 1 from record_heads where tenant_id = ${tenant} for update`.execute(trx);
  }
  return readHead(trx, tenant);
}

export async function readHead(trx: Kysely<Tables>, tenant: string): Promise<RecordHead> {
  const row = await trx
    .selectFrom("record_heads")
    .select(["sequence", "head"])
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
  return row === undefined ? { ...EMPTY_HEAD } : { sequence: row.sequence, hash: row.head };
}

export async function saveHead(
  trx: Transaction<Tables>,
  tenant: string,
  { sequence, hash }: RecordHead,
): Promise<void> {
  await trx
    .insertInto("record_heads")
    .values({ tenant_id: tenant, sequence, head: hash })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet({ sequence, head: hash }))
    .execute();
}

/** Adds an entry; the transaction that it is part of makes it and what it tells of one. */
export async function append(work: Work, happened: Happened): Promise<void> {
  const { head, secrets, tenant, trx, clock } = work;
  const sequence = head.sequence + 1;
  const { ref = "", version = 0 } = happened.row ?? {};
  const { action, actor, request, facts = {} } = happened;
  const entry = JSON.stringify({ action, actor, request, facts, at: clock(), ref, version });
  const hash = hashOf(head.hash, tenant, sequence, entry);
  const seal = entrySeal(secrets, tenant, sequence, hash);
  await trx
    .insertInto("record")
    .values({ tenant_id: tenant, sequence, ref, version, entry, hash, seal })
    .execute();
  head.sequence = sequence;
  head.hash = hash;
}

const hashOf = (previous: string, tenant: string, sequence: number, entry: string): string =>
  createHash("sha256")
    .update(JSON.stringify([previous, tenant, sequence, entry]))
    .digest("hex");

export const entrySeal = (
  { record }: Secrets,
  tenant: string,
  sequence: number,
  hash: string,
): string => keyedHash(record, "entry", tenant, sequence, hash);

/** The newest version of a sealed row that is on record, 0 where there is none. */
export async function versionOnRecord(reading: Reading, ref: string): Promise<number> {
  const row = await reading.trx
    .selectFrom("record")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("tenant_id", "=", reading.tenant)
    .where("ref", "=", ref)
    .executeTakeFirst();
  return row?.version ?? 0;
}
