import type { RequestDetail } from "../../api/requests";
import { announcedFor } from "../storage/outbox";
import type { StoredRequest } from "../storage/requests";
import type { Reading } from "../storage/work";
import { askedPeople, type AskedAudience } from "./asked-people";
import { personRef, type Here } from "./people";

type Waiting = Pick<RequestDetail, "waitsFor" | "reminders">;

const SHOWN = { managers: "manager", deputies: "deputy", "duty-pool": "duty-pool" } as const;
type Shown = keyof typeof SHOWN;

/** Before whom an open request lies now, and whom it will be told to next; nothing of a closed one. */
export async function waitingOf(
  reading: Reading,
  request: StoredRequest,
  { directory }: Here,
  now: number,
): Promise<Waiting> {
  if (request.state !== "requested" || now >= request.expiresAt) return {};
  const announced = await announcedFor(reading, request.id);
  const later = announced.filter(({ dueAt }) => dueAt > now);
  const isLater = (audience: AskedAudience) =>
    later.some((each) => each.kind === "asked" && each.audience === audience);
  const audiences: AskedAudience[] = ["managers", "deputies", "duty-pool", "privacy-officer"];
  const waiting = audiences
    .filter((audience) => !isLater(audience))
    .flatMap((audience) => askedPeople(reading, directory, request, audience, now));
  return {
    waitsFor: [...new Set(waiting)].map((id) => personRef(directory, id)),
    reminders: later
      .filter(({ audience }) => Object.hasOwn(SHOWN, audience))
      .map(({ dueAt, audience }) => ({ at: dueAt, to: SHOWN[audience as Shown] })),
  };
}
