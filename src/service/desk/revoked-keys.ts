import { findRequest, type StoredRequest } from "../storage/requests";
import { forEach } from "./each";
import { end } from "./ending";
import { announceDecided } from "./notices";
import type { DeskParts } from "./parts";

type Keys = Pick<DeskParts["keys"], "verification">;

/** Whether the key that signed a ticket is still in the set: leaving it out revokes it. */
export const keyStands = ({ verification }: Keys, { ticket }: StoredRequest): boolean =>
  verification.some(({ use, kid }) => use === "ticket" && kid === ticket?.kid);

/** Takes back what was approved under a key that is revoked now. Answers how many. */
export async function revokeByKey({ storage, keys }: DeskParts, tenant: string): Promise<number> {
  const approved = await storage.read(tenant, ({ trx }) =>
    trx
      .selectFrom("requests")
      .select(["id", "content"])
      .where("tenant_id", "=", tenant)
      .where("state", "=", "approved")
      .execute(),
  );
  const due = approved.filter(
    ({ content }) => !keyStands(keys, JSON.parse(content) as StoredRequest),
  );
  await forEach(due, ({ id }) =>
    storage.change(tenant, async (work) => {
      const request = await findRequest(work, id);
      if (request?.state !== "approved" || keyStands(keys, request)) return;
      const revoked = await end(work, request, "revoke", "", { kid: request.ticket?.kid ?? "" });
      await announceDecided(work, { ...revoked, ticket: null });
    }),
  );
  return due.length;
}
