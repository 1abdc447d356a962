import type { Generated } from "kysely";

/**
 * The tables as both databases have them. Times are milliseconds since the epoch. Clear columns
 * hold ids, times, counts, states, rule ids and keyed hashes; `box` is encrypted (`box.ts`), `seal`
 * is a keyed hash over the row (`seal.ts`).
 */
export interface Tables {
  instance: { name: string; value: string };
  documents: DocumentRow;
  requests: RequestRow;
  drafts: DraftRow;
  contents: ContentRow;
  record: RecordRow;
  record_heads: { tenant_id: string; sequence: number; head: string };
  outbox: OutboxRow;
  sums: SumRow;
  recipients: { tenant_id: string; sender: string; ref: string; at: number };
  content_links: {
    link: string;
    tenant_id: string;
    oid: string;
    auth_time: number;
    request: string;
    attachment: number;
    expires_at: number;
  };
  counts: { tenant_id: string; day: string; name: string; total: number };
}

/** Tables of the key store, which is another database. */
export interface KeyTables {
  instance: { name: string; value: string };
  content_keys: { tenant_id: string; id: string; wrapped: Uint8Array; made_at: number };
}

export interface DocumentRow {
  tenant_id: string;
  /** "directory" or "policy". */
  kind: string;
  version: number;
  box: Uint8Array;
  seal: string;
}

export interface RequestRow {
  tenant_id: string;
  id: string;
  version: number;
  /** Copies of what `content` says, to search by; whoever loads the row compares them. */
  state: string;
  sender: string;
  unit: string;
  item_ref: string;
  digest_ref: string;
  lookup_ref: string;
  asked_at: number;
  /** When an open request or an unused ticket ends. */
  ends_at: number;
  /** When the content is to be erased; null once it is. */
  erase_at: number | null;
  content: string;
  seal: string;
}

export interface DraftRow {
  tenant_id: string;
  id: string;
  person: string;
  begun_at: number;
  /** Indexes of attachments still to come, as JSON. */
  missing: string;
}

export interface ContentRow {
  tenant_id: string;
  /** Of the request or draft that it belongs to. */
  owner: string;
  field: string;
  box: Uint8Array;
}

export interface RecordRow {
  tenant_id: string;
  sequence: number;
  /** Keyed hash of table and id of the sealed row that this entry is about, or empty. */
  ref: string;
  version: number;
  /** JSON of the `RecordEntry`. */
  entry: string;
  seal: string;
}

export interface OutboxRow {
  tenant_id: string;
  id: string;
  kind: string;
  request: string;
  audience: string;
  due_at: number;
  tries: Generated<number>;
  sent_at: number | null;
}

export interface SumRow {
  tenant_id: string;
  sender: string;
  kind: string;
  ref: string;
  request: string;
  at: number;
}
