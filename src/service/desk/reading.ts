import { Refused } from "../refused";
import { append } from "../storage/record";
import { findRequest, type StoredRequest } from "../storage/requests";
import { refOf } from "../storage/seal";
import type { Reading, Work } from "../storage/work";
import { mayRead, type Here } from "./people";

/** A request that this person may open; others learn not even that it exists. */
export async function readable(
  reading: Reading,
  here: Here,
  id: string,
  now: number,
  orElse: (here: Here, request: StoredRequest) => boolean = () => false,
): Promise<StoredRequest> {
  const request = await findRequest(reading, id);
  if (request === null) throw new Refused("api/not-found");
  const { directory, person } = here;
  if (!mayRead(reading, directory, request, person.id, now) && !orElse(here, request))
    throw new Refused("api/not-found");
  return request;
}

/** Everybody's look at a mail but its sender's goes on record. */
export async function recordView(
  work: Work,
  { person }: Here,
  request: StoredRequest,
  kind: "view-recorded" | "content-viewed",
  data: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  if (kind === "view-recorded" && person.id === request.sender) return;
  const ref = refOf(work.secrets, work.tenant, "requests", request.id);
  await append(work, {
    kind,
    actor: person.id,
    data: { ...data, request: request.id },
    row: { ref, version: request.version },
  });
}
