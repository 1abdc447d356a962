import type { Transaction } from "kysely";
import type { RecordEntry } from "../../core/record";
import type { Clock } from "../../core/ports";
import { Refused } from "../refused";
import type { Dialect } from "./database";
import type { RecordWatch } from "./record-watch";
import type { KeyStore } from "./key-store";
import type { Secrets } from "./secrets";
import type { Tables } from "./tables";

/** A row that does not hold: what the alarm and `audit verify` name. */
export interface BrokenRow {
  readonly tenant: string;
  readonly table: string;
  readonly id: string;
}

/** What the storage is given from outside. */
export interface StorageParts {
  readonly secrets: Secrets;
  readonly keys: KeyStore;
  readonly clock: Clock;
  /** Called for each row that gives no right because its seal, version or content does not hold. */
  readonly alarm: (row: BrokenRow) => void;
}

/** Reading within one snapshot of one tenant. */
export interface Reading extends StorageParts {
  /** What this process has seen of the record; null for the audit, which takes nothing as seen. */
  readonly watch: RecordWatch | null;
  /** The last entry of the record before this transaction; 0 before the first. */
  readonly committed: number;
  /** Versions that this very transaction has written; the watch learns of them once they stay. */
  readonly written: Map<string, number>;
  readonly tenant: string;
  readonly dialect: Dialect;
  readonly trx: Transaction<Tables>;
}

/** Changing, alone in the tenant: everything here happens together or not at all. */
export interface Work extends Reading {
  /**
   * Milliseconds since the epoch, and never before the record's last entry: a clock that is set
   * back makes nothing live again.
   */
  readonly now: number;
  /** The last entry of the tenant's record; moves on with each that this work adds. */
  readonly last: { entry: RecordEntry | null };
  /** Requests whose readers are told, once it is committed. */
  readonly changed: Set<string>;
}

/** Gives no right: raises the alarm and ends the call. */
export function broken(reading: Reading, table: string, id: string): never {
  reading.alarm({ tenant: reading.tenant, table, id });
  throw new Refused("approval/seal-broken");
}
