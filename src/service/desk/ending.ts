import { hasLeft, personById } from "../../approval/deciding/people";
import { isAgreed } from "../../approval/deciding/agreement";
import { transition, type RequestEvent } from "../../approval/deciding/request-states";
import type { AnswerOf } from "../../api/routes";
import type { Directory } from "../../core/directory";
import { Refused } from "../refused";
import { putJson } from "../storage/contents";
import { dropUnsent } from "../storage/outbox";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { removeFromSums } from "../storage/sums";
import type { Reading, Work } from "../storage/work";
import type { Caller } from "./desk";
import { detailOf, withoutContent } from "./detail";
import { contentOf } from "./mail";
import { announceDecided, announceEnded } from "./notices";
import { CONTENT_LIFE_MS, type DeskParts } from "./parts";
import { askingOf, hereOf, mayRead } from "./people";
import { mayRevoke } from "./may-revoke";
import { readable } from "./reading";

/** Takes a request to its next state, or says why not; the sum of 24 hours no longer counts it. */
export async function end(
  work: Work,
  request: StoredRequest,
  event: RequestEvent,
  actor: string,
  data: Readonly<Record<string, string | number>> = {},
): Promise<StoredRequest> {
  const next = transition(request.state, { event, ticketLives: ticketLives(request, work.now) });
  if ("code" in next) throw new Refused(next.code, { state: next.state });
  await dropUnsent(work, request.id);
  await removeFromSums(work, request.id);
  const { state, recorded } = next;
  const eraseAt = work.now + CONTENT_LIFE_MS;
  const ended = { ...request, state, stateAt: work.now, eraseAt };
  return saveRequest(work, ended, { kind: recorded, actor, data });
}

export const ticketLives = ({ ticket }: StoredRequest, now: number): boolean =>
  ticket !== null && now < ticket.endsAt;

export async function supersede(
  work: Work,
  request: StoredRequest,
  actor: string,
  by: string,
): Promise<void> {
  const ended = await end(work, request, "supersede", actor, { by });
  await announceEnded(work, ended, "superseded");
}

/** The sender alone takes back what was asked. */
export function withdraw(
  { storage }: DeskParts,
  caller: Caller,
  id: string,
): Promise<AnswerOf<"request">> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now);
    if (request.sender !== here.person.id) throw new Refused("approval/not-sender");
    const ended = await end(work, request, "withdraw", here.person.id);
    await announceEnded(work, ended, "withdrawn");
    return detailOf(work, ended, here);
  });
}

/** Who approved it, a manager of the unit or an admin takes an approval back. */
export function revoke(
  { storage }: DeskParts,
  caller: Caller,
  id: string,
  comment: string,
): Promise<AnswerOf<"request">> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now, mayRevoke);
    if (!mayRevoke(here, request)) throw new Refused("approval/no-right");
    const ended = await end(work, request, "revoke", here.person.id);
    const content = await contentOf(work, ended);
    if (content !== null) {
      const field = { owner: id, field: "comment/revoke", digest: content.digest };
      await putJson(work, content.key, field, comment);
    }
    await announceDecided(work, { ...ended, ticket: null });
    const mayLook = mayRead(work, here.directory, ended, here.person.id, work.now);
    return mayLook ? detailOf(work, ended, here) : withoutContent(work, ended, here);
  });
}

/**
 * Whether an approval still stands: nobody who gave it has left, and the rights that they had when
 * the ticket was signed were not taken away since. A deputy's time that ran out takes nothing back.
 */
export function stillAgreed(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  now: number,
): boolean {
  if (request.ticket === null) return false;
  const approvals = request.decisions.map(({ by, at }) => ({ person: by, at }));
  const isGone = approvals.some(({ person }) => {
    const found = personById(directory, person);
    return found === null || hasLeft(found, now);
  });
  const asking = askingOf(reading, directory, request);
  const { issuedAt } = request.ticket;
  return !isGone && isAgreed(directory, asking, request.required, approvals, issuedAt);
}
