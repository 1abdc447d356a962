import { Refused } from "../refused";
import { append } from "../storage/record";
import { deleteContents } from "../storage/contents";
import { deleteDraft, draftsBefore } from "../storage/drafts";
import { findRequest, saveRequest } from "../storage/requests";
import { eraseOldSums } from "../storage/sums";
import { forEach } from "./each";
import { DRAFT_LIFE_MS, type DeskParts } from "./parts";

const AT_ONCE = 200;

/**
 * Erases what has had its time: the key first, so that whatever is left of the content anywhere is
 * noise, then the content. Interrupted at any point, the next run goes on. Answers how many.
 */
export async function erase({ storage }: DeskParts, tenant: string): Promise<number> {
  const due = await storage.read(tenant, ({ trx }) =>
    trx
      .selectFrom("requests")
      .select("id")
      .where("tenant_id", "=", tenant)
      .where("erase_at", "<=", storage.clock())
      .limit(AT_ONCE)
      .execute(),
  );
  const steps: (() => Promise<unknown>)[] = [
    ...due.map(
      ({ id }) =>
        () =>
          eraseOne(storage, tenant, id),
    ),
    () => eraseDrafts(storage, tenant),
    () => storage.change(tenant, (work) => eraseOldSums(work, work.now)),
    () => eraseOrphans(storage, tenant),
    () => settle(storage),
  ];
  // One that fails (a broken row) keeps none of the others from being erased.
  await forEach(steps, (step) => step());
  return due.length;
}

/** Neither database keeps in its log what was erased. In vain now, it is tried in each round. */
async function settle(storage: Stored): Promise<void> {
  const isDone = [await storage.keys.settle(), await storage.database.checkpoint()];
  if (isDone.includes(false)) throw new Refused("api/unavailable");
}

type Stored = DeskParts["storage"];

async function eraseOne(storage: Stored, tenant: string, id: string): Promise<void> {
  await storage.keys.destroy(tenant, id);
  await storage.change(tenant, async (work) => {
    const request = await findRequest(work, id);
    if (request === null || request.eraseAt === null || request.eraseAt > work.now) return;
    await deleteContents(work, id);
    await saveRequest(work, { ...request, eraseAt: null }, { kind: "content-erased", actor: "" });
  });
}

async function eraseDrafts(storage: Stored, tenant: string): Promise<void> {
  const before = storage.clock() - DRAFT_LIFE_MS;
  const old = await storage.read(tenant, (reading) => draftsBefore(reading, before));
  for (const id of old) {
    await storage.keys.destroy(tenant, id);
    await storage.change(tenant, async (work) => {
      await deleteDraft(work, id);
      await append(work, { kind: "content-erased", actor: "", data: { draft: id } });
    });
  }
}

/** Keys of calls that were cut off between the key store and the database. */
async function eraseOrphans(storage: Stored, tenant: string): Promise<void> {
  const made = await storage.keys.madeBefore(tenant, storage.clock() - DRAFT_LIFE_MS);
  for (let from = 0; from < made.length; from += AT_ONCE) {
    const ids = made.slice(from, from + AT_ONCE);
    const rows = await storage.read(tenant, ({ trx }) =>
      trx
        .selectFrom("contents")
        .select("owner")
        .distinct()
        .where("tenant_id", "=", tenant)
        .where("owner", "in", ids)
        .execute(),
    );
    const used = new Set(rows.map(({ owner }) => owner));
    for (const id of ids) if (!used.has(id)) await storage.keys.destroy(tenant, id);
  }
}
