import { Refused } from "../refused";
import { StartRefused } from "./start-refused";

/** Classes of SQLSTATE in which the database is to blame, not the statement. */
const POSTGRES = /^(08|25006|40001|40P01|53|55P03|57|58)/;
const SQLITE = /^SQLITE_(BUSY|LOCKED|ABORT_ROLLBACK|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/;
const SYSTEM = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOSPC|EROFS)/;
/** Failures of the pool carry no code. */
const POOL = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** A database that is gone, full, locked or read-only: try again later, nothing was done. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused || error instanceof StartRefused) throw error;
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    const known = typeof code === "string" ? code : "";
    const isGone =
      POSTGRES.test(known) ||
      SQLITE.test(known) ||
      SYSTEM.test(known) ||
      (known === "" && POOL.test(String(message)));
    throw isGone ? new Refused("api/unavailable") : error;
  }
}
