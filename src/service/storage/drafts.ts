import { deleteContents } from "./contents";
import type { Reading, Work } from "./work";

/** A mail on its way to the service; whose bytes are not complete yet. */
export interface StoredDraft {
  readonly id: string;
  readonly person: string;
  readonly begunAt: number;
  /** Indexes of the attachments still to come. */
  readonly missing: readonly number[];
}

export async function findDraft(reading: Reading, id: string): Promise<StoredDraft | null> {
  const row = await reading.trx
    .selectFrom("drafts")
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const missing = JSON.parse(row.missing) as number[];
  return { id, person: row.person, begunAt: row.begun_at, missing };
}

export async function saveDraft(work: Work, draft: StoredDraft): Promise<void> {
  const missing = JSON.stringify(draft.missing);
  const { id, person, begunAt } = draft;
  await work.trx
    .insertInto("drafts")
    .values({ tenant_id: work.tenant, id, person, begun_at: begunAt, missing })
    .onConflict((conflict) => conflict.columns(["tenant_id", "id"]).doUpdateSet({ missing }))
    .execute();
}

export async function deleteDraft(work: Work, id: string): Promise<void> {
  await deleteContents(work, id);
  await work.trx
    .deleteFrom("drafts")
    .where("tenant_id", "=", work.tenant)
    .where("id", "=", id)
    .execute();
}

export async function draftsBefore(reading: Reading, at: number): Promise<string[]> {
  const rows = await reading.trx
    .selectFrom("drafts")
    .select("id")
    .where("tenant_id", "=", reading.tenant)
    .where("begun_at", "<", at)
    .execute();
  return rows.map(({ id }) => id);
}
