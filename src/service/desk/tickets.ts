import { createHash } from "node:crypto";
import { standing } from "../../approval/deciding/agreement";
import { fieldDigests } from "../../approval/digest";
import { signTicket } from "../../approval/tokens/ticket";
import type { AnswerOf } from "../../api/routes";
import type { Directory } from "../../core/directory";
import type { TicketClaims } from "../../core/sign-off";
import { normalAddress } from "../../text/address";
import { Refused } from "../refused";
import { putJson, readJson } from "../storage/contents";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { broken, type Reading, type Work } from "../storage/work";
import type { Caller } from "./desk";
import { stillAgreed, ticketLives } from "./ending";
import { attachmentBytes, contentOf, messageOf, type Content } from "./mail";
import { CONTENT_LIFE_MS, TICKET_LIFE, type DeskParts } from "./parts";
import { askingOf, hereOf } from "./people";
import { newId } from "./refs";
import { readable } from "./reading";
import { keyStands } from "./revoked-keys";

/** Signs what was decided, until `until` (milliseconds) at most; the signed ticket is the recorded decision. */
export async function issueTicket(
  { keys, settings }: DeskParts,
  work: Work,
  directory: Directory,
  request: StoredRequest,
  content: Content,
  until = Infinity,
): Promise<StoredRequest> {
  const offlineSeconds = settings(work.tenant)?.offlineSeconds ?? 0;
  const iat = Math.floor(work.now / 1000);
  const exp = Math.min(iat + TICKET_LIFE, Math.floor(until / 1000));
  const jti = newId();
  const last = work.last.entry;
  const sender = normalAddress(content.mail.sender.address);
  if (last === null || sender === null) return broken(work, "requests", request.id);
  const approvals = request.decisions.map(({ by, at }) => ({ person: by, at }));
  const asking = askingOf(work, directory, request);
  const claims: TicketClaims = {
    jti,
    tenant: work.tenant,
    digest: content.digest,
    sender,
    item: content.item,
    approvers: standing(directory, asking, request.required, approvals, work.now).slice(0, 3),
    covers: request.rules,
    policySerial: request.policySerial,
    record: { sequence: last.sequence, head: last.hash },
    fields: await fieldsOf(work, request, content, jti),
    iat,
    exp,
    offlineUntil: offlineSeconds === 0 ? 0 : Math.min(exp, iat + offlineSeconds),
  };
  const { kid, sign } = keys.signers.ticket;
  const { key, digest } = content;
  const field = { owner: request.id, field: "ticket", digest };
  await putJson(work, key, field, signTicket(claims, kid, sign));
  const ticket = { jti, kid, issuedAt: work.now, endsAt: exp * 1000 };
  const issued = { ...request, ticket, eraseAt: work.now + CONTENT_LIFE_MS };
  return saveRequest(work, issued, { kind: "ticket-issued", actor: "", data: { jti, kid } });
}

/** The engine's own: a large file takes a hundredth of the time that ours needs. */
const sha256Hex = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** From the stored bytes, which are hashed once more: they are what was decided, or no ticket. */
async function fieldsOf(
  work: Work,
  request: StoredRequest,
  content: Content,
  jti: string,
): Promise<TicketClaims["fields"]> {
  const bytes: Uint8Array[] = [];
  for (let index = 0; index < content.mail.attachments.length; index++)
    bytes.push(await attachmentBytes(work, request.id, content, index));
  const message = messageOf(content.mail, bytes);
  const fields = fieldDigests(message, work.tenant, bytes.map(sha256Hex), jti);
  return fields.state === "computed" ? fields.digests : broken(work, "contents", request.id);
}

/** For the sender: the ticket, as long as it may be used. */
export function ticket(
  { storage, keys }: DeskParts,
  caller: Caller,
  id: string,
): Promise<AnswerOf<"ticket">> {
  return storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const here = await hereOf(reading, caller, now);
    const request = await readable(reading, here, id, now);
    if (request.sender !== here.person.id) throw new Refused("approval/not-sender");
    const isUsable =
      request.state === "approved" &&
      ticketLives(request, now) &&
      keyStands(keys, request) &&
      stillAgreed(reading, here.directory, request, now);
    return { state: request.state, ticket: isUsable ? await storedTicket(reading, request) : null };
  });
}

export async function storedTicket(reading: Reading, request: StoredRequest): Promise<string> {
  const content = await contentOf(reading, request);
  if (content === null) return broken(reading, "content_keys", request.id);
  const field = { owner: request.id, field: "ticket", digest: content.digest };
  const token = await readJson<string>(reading, content.key, field);
  return token ?? broken(reading, "contents", `${request.id}/ticket`);
}
