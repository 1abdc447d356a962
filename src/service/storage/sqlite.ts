import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { SqliteDialect, type Driver, type TransactionSettings } from "kysely";

type Opened = InstanceType<typeof Database>;

/** How long another process may hold the database before a call gives up, in milliseconds. */
const PATIENCE = 10_000;
/** SQLite waits by blocking the process; longer waits are ours, and do not. */
const BLOCKING_WAIT = 20;

/** Durable at each commit (WAL, synchronous=FULL); deleted content is overwritten. */
export function openSqlite(file: string): Opened {
  const database = new Database(file);
  database.pragma(`busy_timeout = ${BLOCKING_WAIT}`);
  retried(() => database.pragma("journal_mode = WAL"));
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("secure_delete = ON");
  return database;
}

/** Two processes that open a new file at once: changing the journal needs it alone. */
function retried(work: () => void): void {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
    }
  }
}

/**
 * Transactions that write take the write lock when they begin, so that what they have read is still
 * so when they write; read-only ones read one snapshot.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  constructor(private readonly database: Opened) {
    super({ database });
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    driver.beginTransaction = (_, { accessMode }) => begin(this.database, accessMode);
    return driver;
  }
}

/** By `exec`: a prepared statement that met a lock would stay in progress, and no commit succeed. */
async function begin(
  database: Opened,
  accessMode: TransactionSettings["accessMode"],
): Promise<void> {
  if (accessMode === "read only") {
    database.exec("begin");
    return;
  }
  const end = Date.now() + PATIENCE;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      database.exec("begin immediate");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw error;
    }
    await sleep(wait);
  }
}

export const isBusy = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code).startsWith("SQLITE_BUSY");
