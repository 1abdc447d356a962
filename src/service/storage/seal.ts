import { timingSafeEqual } from "node:crypto";
import { keyedHash, type Secrets } from "./secrets";

/** A row that gives authority: what its seal covers. */
export interface SealedRow {
  readonly tenant: string;
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly content: string;
}

export const sealOf = ({ seal }: Secrets, row: SealedRow): string =>
  keyedHash(seal, row.tenant, row.table, row.id, row.version, row.content);

/** Names a sealed row in the record without telling which. */
export const refOf = ({ record }: Secrets, tenant: string, table: string, id: string): string =>
  keyedHash(record, "ref", tenant, table, id);

export function sealHolds(secrets: Secrets, row: SealedRow, seal: string): boolean {
  const right = Buffer.from(sealOf(secrets, row));
  const given = Buffer.from(seal);
  return right.length === given.length && timingSafeEqual(right, given);
}
