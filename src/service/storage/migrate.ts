import { sql, type Kysely, type Transaction } from "kysely";
import type { Database, Dialect } from "./database";
import { contentLinks } from "./migrations/content-links";
import { firstTables } from "./migrations/first";
import { keyTables } from "./migrations/keys";
import { StartRefused } from "./start-refused";

/** Takes the schema from one number to the next, within one transaction. */
export type Migration = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;

/** In order, never changed once released; the place of each, from 1, is the schema's number. */
export const MIGRATIONS: readonly Migration[] = [firstTables, contentLinks];
export const KEY_MIGRATIONS: readonly Migration[] = [keyTables];

/** What every database has before its first migration. */
interface Versioned {
  instance: { name: string; value: string };
}

/** Any number: what all processes that migrate one PostgreSQL database wait for. */
const LOCK = 5_319_608;

/**
 * Brings a database to this release's schema. Both databases take table definitions back with the
 * transaction, so a crash leaves the step before or the step after, never half of one. Several
 * processes at once: one works, the others wait and find it done.
 */
export async function migrate<T>(
  database: Database<T>,
  migrations: readonly Migration[],
): Promise<void> {
  const db = database.kysely as unknown as Kysely<Versioned>;
  for (let isDone = false; !isDone;) {
    isDone = await db.transaction().execute(async (trx) => {
      const at = await lockedSchema(trx, database.dialect);
      if (at > migrations.length) throw new StartRefused("storage/newer-schema");
      const next = migrations[at];
      if (next === undefined) return true;
      await next(trx as unknown as Kysely<unknown>, database.dialect);
      await setSchema(trx, at + 1);
      return false;
    });
  }
}

/** The schema's number, with the right to change it. */
async function lockedSchema(trx: Transaction<Versioned>, dialect: Dialect): Promise<number> {
  if (dialect === "postgres") await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
  await sql`create table if not exists instance (
    name text not null primary key, value text not null)`.execute(trx);
  const row = await trx
    .selectFrom("instance")
    .select("value")
    .where("name", "=", "schema")
    .executeTakeFirst();
  const version = row === undefined ? 0 : Number(row.value);
  if (!Number.isSafeInteger(version) || version < 0)
    throw new StartRefused("storage/half-migrated");
  return version;
}

async function setSchema(trx: Transaction<Versioned>, version: number): Promise<void> {
  await trx
    .insertInto("instance")
    .values({ name: "schema", value: String(version) })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: String(version) }))
    .execute();
}
