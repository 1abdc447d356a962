import type { Deadlines } from "../../approval/deciding/business-time";
import { dropUnsent, enqueue } from "../storage/outbox";
import type { StoredRequest } from "../storage/requests";
import type { Work } from "../storage/work";

const HOUR_MS = 3_600_000;

/** Managers at once, then a reminder, then those who stand in, then the duty pool. */
export async function announceAsked(
  work: Work,
  { id, required }: StoredRequest,
  { remindAt, deputyAt, poolFrom }: Deadlines,
): Promise<void> {
  await enqueue(work, "asked", id, "managers", work.now);
  if (required.privacyOfficer) await enqueue(work, "asked", id, "privacy-officer", work.now);
  await enqueue(work, "reminder", id, "managers", remindAt);
  await enqueue(work, "asked", id, "deputies", deputyAt);
  await enqueue(work, "asked", id, "duty-pool", poolFrom);
}

/** The sender hears what was decided; of an approval also before it ends unused. */
export async function announceDecided(work: Work, request: StoredRequest): Promise<void> {
  await dropUnsent(work, request.id);
  await enqueue(work, "decided", request.id, "sender", work.now);
  if (request.ticket === null) return;
  await enqueue(work, "reminder", request.id, "sender", work.now + HOUR_MS);
  await enqueue(work, "expiring", request.id, "sender", request.ticket.endsAt - 2 * HOUR_MS);
}

/** Managers who were asked hear that they need not look any more. */
export async function announceEnded(
  work: Work,
  request: StoredRequest,
  kind: "superseded" | "withdrawn",
): Promise<void> {
  await dropUnsent(work, request.id);
  await enqueue(work, kind, request.id, "managers", work.now);
}
