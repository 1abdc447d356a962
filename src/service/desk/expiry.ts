import { findRequest } from "../storage/requests";
import { forEach } from "./each";
import { end } from "./ending";
import type { DeskParts } from "./parts";

const AT_ONCE = 200;

/** Ends what nobody decided in time, and tickets that nobody used. Answers how many. */
export async function expire({ storage }: DeskParts, tenant: string): Promise<number> {
  const due = await storage.read(tenant, ({ trx }) =>
    trx
      .selectFrom("requests")
      .select("id")
      .where("tenant_id", "=", tenant)
      .where("state", "in", ["requested", "approved"])
      .where("ends_at", "<=", storage.clock())
      .limit(AT_ONCE)
      .execute(),
  );
  await forEach(due, ({ id }) =>
    storage.change(tenant, async (work) => {
      const request = await findRequest(work, id);
      if (request === null) return;
      const endsAt = request.ticket?.endsAt ?? request.expiresAt;
      const isOpen = request.state === "requested" || request.state === "approved";
      if (isOpen && endsAt <= work.now) await end(work, request, "expire", "");
    }),
  );
  return due.length;
}
