import { sql, type Kysely } from "kysely";
import type { Database } from "./database";
import { StartRefused } from "./start-refused";
import type { KeyTables, Tables } from "./tables";

/** Any number: what processes that start at once wait for. */
const LOCK = 5_319_609;

type Instance = Pick<Tables, "instance">;

/** Which keys a replica works with. */
export interface KeyIdentity {
  /** Id of the master secret. */
  readonly master: string;
  /** Serial of the signed key set; a higher one takes the place of a lower one. */
  readonly serial: number;
  /** Ids of the keys that it signs with. */
  readonly signing: readonly string[];
}

/** All replicas of a database use the same keys: one with others does not start. */
export function claimKeys(database: Database<Tables>, identity: KeyIdentity): Promise<void> {
  const { master, serial, signing } = identity;
  return database.kysely.transaction().execute(async (trx) => {
    if (database.dialect === "postgres")
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const known = trx as unknown as Kysely<Instance>;
    await claimOnce(known, "master", master);
    const keys = { serial, signing: [...signing].sort() };
    const before = await read(known, "keys");
    const last = before === null ? null : (JSON.parse(before) as typeof keys);
    if (last !== null && last.serial > serial) throw new StartRefused("storage/older-keys");
    if (last !== null && last.serial === serial && before !== JSON.stringify(keys))
      throw new StartRefused("storage/other-keys");
    await write(known, "keys", JSON.stringify(keys));
  });
}

/** The first process writes the value; every later one has to have the same. */
async function claimOnce(db: Kysely<Instance>, name: string, value: string): Promise<void> {
  const before = await read(db, name);
  if (before !== null && before !== value) throw new StartRefused("storage/other-keys");
  await write(db, name, value);
}

/** The key store holds keys wrapped by one master secret, for one database. */
export const claimKeyStore = (db: Kysely<KeyTables>, master: string): Promise<void> =>
  db
    .transaction()
    .execute((trx) => claimOnce(trx as unknown as Kysely<Instance>, "key-store-of", master));

export async function read(db: Kysely<Instance>, name: string): Promise<string | null> {
  const row = await db
    .selectFrom("instance")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value ?? null;
}

async function write(db: Kysely<Instance>, name: string, value: string): Promise<void> {
  await db
    .insertInto("instance")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
