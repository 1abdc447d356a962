/** What a row of the record says has happened. */
export const RECORD_KINDS = [
  "directory-published",
  "policy-published",
  "request-asked",
  "request-decided",
  "ticket-issued",
  "request-withdrawn",
  "request-superseded",
  "request-expired",
  "request-revoked",
  "released",
  "released-offline",
  "reopened",
  "view-recorded",
  "content-viewed",
  "content-erased",
  "keys-changed",
  "head-exported",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One row (docs/record.md). Nothing of a mail and no address: ids, codes, counts and HMACs. */
export interface RecordEntry {
  readonly tenant: string;
  /** 1 for a tenant's first, then one more each. */
  readonly sequence: number;
  /** Milliseconds since the epoch; never before the entry before. */
  readonly at: number;
  readonly kind: RecordKind;
  /** HMAC of table and id of the row that it is about; empty where there is none. */
  readonly ref: string;
  /** Version of that row. */
  readonly version: number;
  readonly data: Readonly<Record<string, string | number>>;
  /** Hash of the entry before, 64 zeros for the first. */
  readonly previous: string;
  /** Hex SHA-256 of all the others. */
  readonly hash: string;
}

/** The end of a tenant's record at some moment, kept where the database's admin cannot write. */
export interface RecordHead {
  readonly tenant: string;
  readonly sequence: number;
  readonly hash: string;
}
