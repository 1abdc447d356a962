import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { Pool, types, type PoolConfig } from "pg";
import { checkpointSqlite, ImmediateSqliteDialect, openSqlite } from "./sqlite";
import { StartRefused } from "./start-refused";

export type Dialect = "sqlite" | "postgres";

/** One open database; `T` are its tables. */
export interface Database<T> {
  readonly dialect: Dialect;
  readonly kysely: Kysely<T>;
  /**
   * Writes what is in the write-ahead log into the file and empties the log (SQLite). False where
   * another process reads from the log: to be tried again later.
   */
  checkpoint(): Promise<boolean>;
  close(): Promise<void>;
}

const INT8 = 20;
const CONNECT_PATIENCE = 5_000;
const STATEMENT_PATIENCE = 10_000;
const POOL_SIZE = 10;

/** `postgres://…` or `file:…` (SQLite). */
export function openDatabase<T>(url: string): Database<T> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres<T>(url);
  if (url.startsWith("file:")) return openFile<T>(url.slice("file:".length));
  throw new StartRefused("storage/url");
}

function openFile<T>(file: string): Database<T> {
  const database = openSqlite(file);
  const kysely = new Kysely<T>({ dialect: new ImmediateSqliteDialect(database) });
  return {
    dialect: "sqlite",
    kysely,
    // Within a connection of its own: no transaction of this process is open meanwhile.
    checkpoint: () =>
      kysely.connection().execute(() => Promise.resolve(checkpointSqlite(database))),
    close: () => kysely.destroy(),
  };
}

function openPostgres<T>(url: string): Database<T> {
  const pool = new Pool(poolConfig(url));
  // A connection that breaks is replaced at the next call; whoever uses it meets the error itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: "postgres",
    kysely,
    checkpoint: () => Promise.resolve(true),
    close: () => kysely.destroy(),
  };
}

const poolConfig = (connectionString: string): PoolConfig => ({
  connectionString,
  max: POOL_SIZE,
  connectionTimeoutMillis: CONNECT_PATIENCE,
  statement_timeout: STATEMENT_PATIENCE,
  idle_in_transaction_session_timeout: STATEMENT_PATIENCE,
  types: {
    // Times and counts are below 2^53.
    getTypeParser: ((id: number, format?: "text"): unknown =>
      id === INT8 ? Number : types.getTypeParser(id, format)) as typeof types.getTypeParser,
  },
});

/** Everything that is read in `work` is of one moment. */
export const inSnapshot = <T, R>(
  database: Database<T>,
  work: (transaction: Transaction<T>) => Promise<R>,
): Promise<R> =>
  database.kysely
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(work);

/** The drivers' several ways to give bytes. */
export const bytesOf = (value: Uint8Array | ArrayBuffer): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(value);
