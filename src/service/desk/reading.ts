import { Refused } from "../refused";
import { append } from "../storage/record";
import { findRequest, type StoredRequest } from "../storage/requests";
import { refOf } from "../storage/seal";
import type { Reading } from "../storage/work";
import type { Caller } from "./desk";
import type { DeskParts } from "./parts";
import { hereOf, mayRead, type Here } from "./people";

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

/**
 * Puts a look on record, with the rights of that moment. Whoever is to see something reads it first,
 * so that nothing else waits for it meanwhile, and gives it away only after this.
 */
export const recorded = (
  { storage }: Pick<DeskParts, "storage">,
  caller: Caller,
  id: string,
  kind: "view-recorded" | "content-viewed",
  data: Readonly<Record<string, string | number>> = {},
): Promise<void> =>
  storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now);
    const ref = refOf(work.secrets, work.tenant, "requests", request.id);
    await append(work, {
      kind,
      actor: here.person.id,
      data: { ...data, request: request.id },
      row: { ref, version: request.version },
    });
  });
