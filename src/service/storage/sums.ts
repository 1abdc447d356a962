import { keyedHash } from "./secrets";
import type { Reading, Work } from "./work";

export const SUM_WINDOW_MS = 24 * 60 * 60 * 1000;

export type SumKind = "person" | "address";

/** Distinct values that one sender asked to let out, as keyed hashes, within the window. */
export interface Sums {
  readonly person: ReadonlySet<string>;
  readonly address: ReadonlySet<string>;
}

export const sumRef = (reading: Reading, kind: SumKind, value: string): string =>
  keyedHash(reading.secrets.column, "sum", reading.tenant, kind, value);

export async function sumsOf(reading: Reading, sender: string, now: number): Promise<Sums> {
  const rows = await reading.trx
    .selectFrom("sums")
    .select(["kind", "ref"])
    .where("tenant_id", "=", reading.tenant)
    .where("sender", "=", sender)
    .where("at", ">", now - SUM_WINDOW_MS)
    .execute();
  const of = (kind: SumKind) =>
    new Set(rows.filter((row) => row.kind === kind).map(({ ref }) => ref));
  return { person: of("person"), address: of("address") };
}

/** SQLite takes 32,766 values in one statement, PostgreSQL twice that. */
const ROWS_AT_ONCE = 2000;

export async function addToSums(
  work: Work,
  sender: string,
  request: string,
  now: number,
  refs: Readonly<Record<SumKind, readonly string[]>>,
): Promise<void> {
  const rows = (["person", "address"] as const).flatMap((kind) =>
    refs[kind].map((ref) => ({ tenant_id: work.tenant, sender, kind, ref, request, at: now })),
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await work.trx
      .insertInto("sums")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** A request that cannot lead to a mail any more no longer counts. */
export async function removeFromSums(work: Work, request: string): Promise<void> {
  await work.trx
    .deleteFrom("sums")
    .where("tenant_id", "=", work.tenant)
    .where("request", "=", request)
    .execute();
}

export async function eraseOldSums(work: Work, now: number): Promise<number> {
  const { numDeletedRows } = await work.trx
    .deleteFrom("sums")
    .where("tenant_id", "=", work.tenant)
    .where("at", "<=", now - SUM_WINDOW_MS)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
