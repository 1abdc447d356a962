import { sql, type Kysely, type Transaction } from "kysely";
import { appended } from "../../record/append";
import { isEntry } from "../../record/entry";
import type { RecordEntry, RecordKind } from "../../core/record";
import type { Dialect } from "./database";
import { keyedHash, type Secrets } from "./secrets";
import type { RecordRow, Tables } from "./tables";
import type { Reading, Work } from "./work";

/** What happened, in ids, counts and keyed hashes. */
export interface Happened {
  readonly kind: RecordKind;
  /** Id of the person who did it; empty for the service itself. */
  readonly actor: string;
  readonly data?: Readonly<Record<string, string | number>>;
  /** The row that it is about, and its version. */
  readonly row?: { readonly ref: string; readonly version: number };
}

/** The head of the tenant's record, kept from everybody else until the transaction ends. */
export async function lockHead(
  trx: Transaction<Tables>,
  dialect: Dialect,
  tenant: string,
): Promise<void> {
  if (dialect === "sqlite") return;
  await sql`insert into record_heads (tenant_id, sequence, head) values (${tenant}, 0, '')
    on conflict do nothing`.execute(trx);
  await sql`select 1 from record_heads where tenant_id = ${tenant} for update`.execute(trx);
}

/**
 * The last entry, null before the first; "broken" where the head and the last entry are not what
 * they were when they were written.
 */
export async function lastEntry(
  trx: Kysely<Tables>,
  secrets: Secrets,
  tenant: string,
): Promise<RecordEntry | null | "broken"> {
  const head = await trx
    .selectFrom("record_heads")
    .select(["sequence", "head"])
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
  const row = await trx
    .selectFrom("record")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return (head?.sequence ?? 0) === 0 ? null : "broken";
  const entry = entryOf(secrets, row);
  return entry !== null && head?.sequence === entry.sequence && head.head === entry.hash
    ? entry
    : "broken";
}

/** The entry that a row holds, or null where it is not as it was written. */
export function entryOf(secrets: Secrets, row: RecordRow): RecordEntry | null {
  const entry = parsed(row.entry);
  if (!isEntry(entry)) return null;
  const isSame =
    entry.tenant === row.tenant_id &&
    entry.sequence === row.sequence &&
    entry.ref === row.ref &&
    entry.version === row.version &&
    entrySeal(secrets, entry) === row.seal;
  return isSame ? entry : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Not written by us.
    return null;
  }
}

/** Adds an entry, in the transaction of what it tells of. */
export async function append(work: Work, happened: Happened): Promise<RecordEntry> {
  const { secrets, tenant, trx, now } = work;
  const { ref = "", version = 0 } = happened.row ?? {};
  const { kind, actor, data = {} } = happened;
  const added = { tenant, at: now, kind, ref, version, data: { ...data, actor } };
  const entry = appended(work.last.entry, added);
  await trx
    .insertInto("record")
    .values({
      tenant_id: tenant,
      sequence: entry.sequence,
      ref,
      version,
      entry: JSON.stringify(entry),
      seal: entrySeal(secrets, entry),
    })
    .execute();
  work.last.entry = entry;
  if (version > 0) work.written.set(ref, version);
  return entry;
}

export async function saveHead(
  trx: Transaction<Tables>,
  { tenant, sequence, hash }: RecordEntry,
): Promise<void> {
  await trx
    .insertInto("record_heads")
    .values({ tenant_id: tenant, sequence, head: hash })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet({ sequence, head: hash }))
    .execute();
}

const entrySeal = ({ record }: Secrets, { tenant, sequence, hash }: RecordEntry): string =>
  keyedHash(record, "entry", tenant, sequence, hash);

export async function lastSequence(trx: Kysely<Tables>, tenant: string): Promise<number> {
  const row = await trx
    .selectFrom("record")
    .select(({ fn }) => fn.max("sequence").as("sequence"))
    .where("tenant_id", "=", tenant)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

/**
 * The newest version of a sealed row that is on record, 0 where there is none; null where the
 * record behind it is not whole.
 */
export async function versionOnRecord(reading: Reading, ref: string): Promise<number | null> {
  const own = reading.written.get(ref);
  if (own !== undefined) return own;
  if (reading.watch !== null) return reading.watch.version(reading, ref, reading.committed);
  const row = await reading.trx
    .selectFrom("record")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("tenant_id", "=", reading.tenant)
    .where("ref", "=", ref)
    .executeTakeFirst();
  return row?.version ?? 0;
}
