import { isAgreed } from "../../approval/deciding/agreement";
import { transition } from "../../approval/deciding/request-states";
import { isFreshSignIn } from "../../approval/deciding/sign-in";
import { isTicked } from "../../approval/deciding/ticks";
import type { Decision } from "../../api/requests";
import type { AnswerOf } from "../../api/routes";
import { Refused } from "../refused";
import { putJson } from "../storage/contents";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { broken, type Work } from "../storage/work";
import type { Caller } from "./desk";
import { detailOf } from "./detail";
import { end } from "./ending";
import { contentOf, type Content } from "./mail";
import { announceDecided } from "./notices";
import type { DeskParts } from "./parts";
import { askingOf, hereOf, mayDecide, type Here } from "./people";
import { readable } from "./reading";
import { passOnRejection } from "./rejections";
import { issueTicket } from "./tickets";

/**
 * Approves or rejects exactly what was shown. Decision, state, entry of the record, ticket and
 * notice are one transaction: a decision that cannot be recorded is not given.
 */
export function decide(
  parts: DeskParts,
  caller: Caller,
  id: string,
  decision: Decision,
): Promise<AnswerOf<"request">> {
  return parts.storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await requestToDecide(work, here, id);
    const content = await contentOf(work, request);
    if (content === null) return broken(work, "content_keys", id);
    checkShown(request, content, decision);
    const decided = await addDecision(work, here, request, content, decision);
    const next =
      decision.decision === "reject"
        ? await end(work, decided, "reject", here.person.id, { decision: "reject" })
        : await agree(parts, work, here, decided, content);
    if (next.state === "rejected") await passOnRejection(work, next, here.person.id);
    if (next.state !== "requested") await announceDecided(work, next);
    return detailOf(work, next, here);
  });
}

async function requestToDecide(work: Work, here: Here, id: string): Promise<StoredRequest> {
  const { directory, person, caller } = here;
  const request = await readable(work, here, id, work.now);
  if (request.state !== "requested") throw new Refused("approval/state", { state: request.state });
  if (work.now >= request.expiresAt) throw new Refused("approval/state", { state: "expired" });
  const authority = mayDecide(work, directory, request, person.id, work.now);
  if (authority.state === "may-not") throw new Refused(authority.code);
  if (request.decisions.some(({ by }) => by === person.id))
    throw new Refused("approval/state", { state: request.state });
  if (!isFreshSignIn(request.required, caller.authTime, Math.floor(work.now / 1000)))
    throw new Refused("identity/stale");
  return request;
}

/** What the person has seen and done, against what is stored. */
function checkShown(request: StoredRequest, { digest, findings }: Content, given: Decision): void {
  if (given.digest !== digest) throw new Refused("approval/digest-mismatch");
  if (given.decision === "reject") {
    if (given.comment.trim() === "") throw new Refused("api/invalid", { path: "/comment" });
    return;
  }
  if (!isTicked(findings.ticks, given.ticks)) throw new Refused("approval/ticks-mismatch");
  if (request.typedNumber && given.number !== request.others)
    throw new Refused("approval/number-mismatch");
}

async function addDecision(
  work: Work,
  { person }: Here,
  request: StoredRequest,
  { key, digest }: Content,
  given: Decision,
): Promise<StoredRequest> {
  const field = { owner: request.id, field: `comment/${request.decisions.length}`, digest };
  await putJson(work, key, field, given.comment);
  const decision = { by: person.id, decision: given.decision, at: work.now };
  return { ...request, decisions: [...request.decisions, decision] };
}

/** Rights are read again for everybody who agreed; enough of them, and the ticket is signed. */
async function agree(
  parts: DeskParts,
  work: Work,
  { directory, person }: Here,
  request: StoredRequest,
  content: Content,
): Promise<StoredRequest> {
  const approvals = request.decisions.map(({ by, at }) => ({ person: by, at }));
  const asking = askingOf(work, directory, request);
  const isEnough = isAgreed(directory, asking, request.required, approvals, work.now);
  const occurrence = { event: isEnough ? ("approve" as const) : ("agree" as const) };
  const next = transition(request.state, { ...occurrence, ticketLives: false });
  if ("code" in next) throw new Refused(next.code, { state: next.state });
  const recorded = await saveRequest(
    work,
    { ...request, state: next.state, stateAt: work.now },
    { kind: next.recorded, actor: person.id, data: { decision: "approve" } },
  );
  return isEnough ? issueTicket(parts, work, directory, recorded, content) : recorded;
}
