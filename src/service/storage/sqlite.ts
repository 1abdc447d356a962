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
import { Turns } from "./turns";

type Opened = InstanceType<typeof Database>;
type Statement = ReturnType<Opened["prepare"]>;

/** How long another process may hold the database before a call gives up, in milliseconds. */
const PATIENCE = 10_000;
/** SQLite waits by blocking the process; longer waits are ours, and do not. */
const BLOCKING_WAIT = 20;
/** Prepared statements that are kept; the service has some hundred. */
const MOST_STATEMENTS = 500;

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
    const turns = new Turns();
    const connection = new Connection(database);
    const driver = super.createDriver();
    driver.acquireConnection = async () => {
      await turns.take();
      return connection;
    };
    driver.releaseConnection = () => Promise.resolve(turns.give());
    driver.beginTransaction = (_, { accessMode }) => connection.begin(accessMode === "read only");
    driver.commitTransaction = () => connection.commit();
    driver.rollbackTransaction = () => connection.rollback();
    return driver;
  }
}

/** The one connection; it knows whether what it is given belongs to a transaction. */
class Connection implements DatabaseConnection {
  private readonly statements = new Map<string, Statement>();
  private isWithin = false;

  constructor(private readonly database: Opened) {}

  async begin(isReadOnly: boolean): Promise<void> {
    await begin(this.database, isReadOnly);
    this.isWithin = true;
  }

  commit(): Promise<void> {
    this.isWithin = false;
    this.database.exec("commit");
    return Promise.resolve();
  }

  /** A full disk takes the transaction back by itself. */
  rollback(): Promise<void> {
    this.isWithin = false;
    if (this.database.inTransaction) this.database.exec("rollback");
    return Promise.resolve();
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.isWithin) return this.run<R>(query);
    await this.begin(SelectQueryNode.is(query.query));
    try {
      const result = this.run<R>(query);
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("results are read whole");
  }

  private run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    // A transaction that is gone is not continued, statement by statement.
    if (!this.database.inTransaction) throw new TransactionGone();
    const statement = this.statementOf(sql, parameters);
    try {
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
    } catch (error) {
      this.statements.delete(sql);
      throw error;
    }
  }

  /** Those that hold content are not kept: they would hold it for as long. */
  private statementOf(sql: string, parameters: readonly unknown[]): Statement {
    const kept = this.statements.get(sql);
    if (kept !== undefined) return kept;
    const statement = this.database.prepare(sql);
    const isKept = !parameters.some((each) => each instanceof Uint8Array);
    if (isKept && this.statements.size < MOST_STATEMENTS) this.statements.set(sql, statement);
    return statement;
  }
}

/** The database has taken the whole transaction back; what was the matter was said before. */
class TransactionGone extends Error {
  override readonly name = "TransactionGone";
  readonly code = "SQLITE_ABORT_ROLLBACK";
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
