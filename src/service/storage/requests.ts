import type { RequestState, Requirement } from "../../core/sign-off";
import type { RuleId, Verdict } from "../../core/verdict";
import { append, versionOnRecord, type Happened } from "./record";
import { refOf, sealHolds, sealOf } from "./seal";
import type { RequestRow } from "./tables";
import { broken, type Reading, type Work } from "./work";

/**
 * All of a request that gives authority, in one sealed row: what is asked for, by whom, who agreed,
 * the ticket and its use. No right can appear by adding or leaving out a row. Times in milliseconds.
 */
export interface StoredRequest {
  readonly id: string;
  /** Grows with every change of this row. */
  readonly version: number;
  readonly state: RequestState;
  /** Ids of the person and of the unit that answers for the mail. */
  readonly sender: string;
  readonly unit: string;
  readonly askedAt: number;
  /** When it ends if nobody decides. */
  readonly expiresAt: number;
  /** When it got into its present state. */
  readonly stateAt: number;
  readonly eraseAt: number | null;
  readonly urgent: boolean;
  readonly reason: string;
  readonly verdict: Verdict;
  readonly persons: number;
  readonly others: number;
  /** Over this and the other mails of the sender's last 24 hours. */
  readonly summedOthers: number;
  readonly outside: number;
  readonly files: number;
  readonly rules: readonly RuleId[];
  readonly unusual: readonly string[];
  readonly required: Requirement;
  readonly typedNumber: boolean;
  readonly policySerial: number;
  /** From when on the duty pool may decide. */
  readonly poolFrom: number;
  /** Keyed hash of the normal address of the From mailbox. */
  readonly mailboxRef: string;
  readonly supersedes: string | null;
  /** The rejected request whose content or files this one repeats, and who rejected it. */
  readonly rejected: { readonly request: string; readonly by: string } | null;
  /** Keyed hashes: of the item, the digest, each file, and the lookup id. */
  readonly itemRef: string;
  readonly digestRef: string;
  readonly fileRefs: readonly string[];
  readonly lookupRef: string;
  readonly decisions: readonly StoredDecision[];
  readonly ticket: StoredTicket | null;
  readonly release: StoredRelease | null;
}

export interface StoredDecision {
  readonly by: string;
  readonly decision: "approve" | "reject";
  readonly at: number;
}

export interface StoredTicket {
  readonly jti: string;
  /** Id of the key that signed it. */
  readonly kid: string;
  readonly issuedAt: number;
  readonly endsAt: number;
}

export interface StoredRelease {
  /** Keyed hash of the nonce; empty once it was re-opened. */
  readonly nonceRef: string;
  readonly at: number;
  /** Told afterwards: the service was not asked. */
  readonly offline: boolean;
}

const TABLE = "requests";

/** Null where there is none; a row that does not hold ends the call. */
export async function findRequest(reading: Reading, id: string): Promise<StoredRequest | null> {
  const row = await reading.trx
    .selectFrom(TABLE)
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : checked(reading, row);
}

/** What a row says, once its seal, its version and its copies for searching hold. */
export async function checked(reading: Reading, row: RequestRow): Promise<StoredRequest> {
  const { tenant, secrets } = reading;
  const { id, version, content } = row;
  const sealed = { tenant, table: TABLE, id, version, content };
  if (!sealHolds(secrets, sealed, row.seal)) return broken(reading, TABLE, id);
  const recorded = await versionOnRecord(reading, refOf(secrets, tenant, TABLE, id));
  if (version !== recorded) return broken(reading, TABLE, id);
  const request = JSON.parse(content) as StoredRequest;
  const right = columnsOf(request);
  const isSame = (Object.keys(right) as (keyof typeof right)[]).every(
    (name) => row[name] === right[name],
  );
  return isSame ? request : broken(reading, TABLE, id);
}

/** Writes the next version and its entry of the record. */
export async function saveRequest(
  work: Work,
  request: StoredRequest,
  happened: Omit<Happened, "row">,
): Promise<StoredRequest> {
  const { tenant, secrets, trx } = work;
  const next = { ...request, version: request.version + 1 };
  const content = JSON.stringify(next);
  const { id, version } = next;
  const seal = sealOf(secrets, { tenant, table: TABLE, id, version, content });
  const row: RequestRow = { tenant_id: tenant, content, seal, ...columnsOf(next) };
  await trx
    .insertInto(TABLE)
    .values(row)
    .onConflict((conflict) => conflict.columns(["tenant_id", "id"]).doUpdateSet(row))
    .execute();
  const ref = refOf(secrets, tenant, TABLE, id);
  await append(work, {
    ...happened,
    data: { ...happened.data, request: id, state: next.state },
    row: { ref, version },
  });
  work.changed.add(id);
  return next;
}

const columnsOf = (request: StoredRequest) => ({
  id: request.id,
  version: request.version,
  state: request.state,
  sender: request.sender,
  unit: request.unit,
  item_ref: request.itemRef,
  digest_ref: request.digestRef,
  lookup_ref: request.lookupRef,
  asked_at: request.askedAt,
  ends_at: request.ticket?.endsAt ?? request.expiresAt,
  erase_at: request.eraseAt,
});
