import { checked, type StoredRequest } from "../storage/requests";
import type { Reading } from "../storage/work";

/** How long a rejection is remembered. */
const REMEMBERED_MS = 90 * 24 * 3600 * 1000;

/** Requests of a sender that may still lead to a mail, the oldest first. */
export async function openRequestsOf(reading: Reading, sender: string): Promise<StoredRequest[]> {
  const rows = await reading.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .where("sender", "=", sender)
    .where("state", "in", ["requested", "approved"])
    .orderBy("asked_at")
    .orderBy("id")
    .execute();
  const requests: StoredRequest[] = [];
  for (const row of rows) requests.push(await checked(reading, row));
  return requests;
}

/** The last rejection of the same content, or of one of the same files, by whomever it was asked. */
export async function rejectedBefore(
  reading: Reading,
  digestRef: string,
  fileRefs: readonly string[],
): Promise<StoredRequest["rejected"]> {
  const rows = await reading.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .where("state", "=", "rejected")
    .where("asked_at", ">", reading.clock() - REMEMBERED_MS)
    .orderBy("asked_at", "desc")
    .execute();
  for (const row of rows) {
    const content = JSON.parse(row.content) as StoredRequest;
    const isSame =
      content.digestRef === digestRef || content.fileRefs.some((each) => fileRefs.includes(each));
    if (!isSame) continue;
    const { id, decisions } = await checked(reading, row);
    const by = decisions.find(({ decision }) => decision === "reject")?.by;
    if (by !== undefined) return { request: id, by };
  }
  return null;
}

/** Requests whose ticket a lookup id could spend, the newest first. */
export async function requestsByLookup(
  reading: Reading,
  lookupRef: string,
): Promise<StoredRequest[]> {
  const rows = await reading.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", reading.tenant)
    .where("lookup_ref", "=", lookupRef)
    .orderBy("asked_at", "desc")
    .execute();
  const requests: StoredRequest[] = [];
  for (const row of rows) requests.push(await checked(reading, row));
  return requests;
}
