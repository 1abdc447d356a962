import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import {
  SelectQueryNode,
  SqliteDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from "kysely";

type Opened = InstanceType<typeof Database>;

/** How long another process may hold the database before a call gives up, in milliseconds. */
const PATIENCE = 10_000;
/** SQLite waits by blocking the process; longer waits are ours, and do not. */
const BLOCKING_WAIT = 20;

/** Durable at each commit (WAL, synchronous=FULL); deleted content is overwritten. */
export function openSqlite(file: string): Opened {
  const database = new Database(file);
  database.pragma(`busy_timeout = ${BLOCKING_WAIT}`);
  for (const setting of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
  ])
    retriedAtOnce(() => database.pragma(setting));
  return database;
}

/** Empties the write-ahead log into the file; false where another process still reads from it. */
export function checkpointSqlite(database: Opened): boolean {
  const [row] = database.pragma("wal_checkpoint(truncate)") as { readonly busy: number }[];
  return row?.busy === 0;
}

/**
 * Transactions that write take the write lock when they begin, so that what they have read is still
 * so when they write; read-only ones read one snapshot. A statement by itself is a transaction, too.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  constructor(private readonly database: Opened) {
    super({ database });
  }

  override createDriver(): Driver {
    const { database } = this;
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => patient(await acquire(), database);
    driver.beginTransaction = (_, { accessMode }) => begin(database, accessMode === "read only");
    return driver;
  }
}

function patient(connection: DatabaseConnection, database: Opened): DatabaseConnection {
  return {
    streamQuery: (query, size) => connection.streamQuery(query, size),
    executeQuery: <R>(query: CompiledQuery) =>
      database.inTransaction
        ? connection.executeQuery<R>(query)
        : alone<R>(connection, database, query),
  };
}

async function alone<R>(
  connection: DatabaseConnection,
  database: Opened,
  query: CompiledQuery,
): Promise<QueryResult<R>> {
  await begin(database, SelectQueryNode.is(query.query));
  try {
    const result = await connection.executeQuery<R>(query);
    database.exec("commit");
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec("rollback");
    throw error;
  }
}

/**
 * Waits for the lock here, by `exec`: a prepared statement that met a lock would stay in progress,
 * and no commit succeed any more. A reader meets one while another process mends the log of one
 * that was killed.
 */
async function begin(database: Opened, isReadOnly: boolean): Promise<void> {
  const statement = isReadOnly ? "begin; select 1 from sqlite_schema limit 1" : "begin immediate";
  const end = Date.now() + PATIENCE;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      database.exec(statement);
      return;
    } catch (error) {
      if (database.inTransaction) database.exec("rollback");
      if (!isBusy(error) || Date.now() > end) throw error;
    }
    await sleep(wait);
  }
}

/** While a database is opened, nothing else waits in this process. */
function retriedAtOnce(work: () => void): void {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
    }
  }
}

export const isBusy = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_BUSY");
