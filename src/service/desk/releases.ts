import { transition } from "../../approval/deciding/request-states";
import { lookupId } from "../../approval/tokens/lookup";
import { readTicket } from "../../approval/tokens/ticket";
import { CLOCK_SKEW } from "../../approval/tokens/token";
import type { AnswerOf } from "../../api/routes";
import type { OfflineRelease, ReleaseAsk } from "../../api/send";
import type { TicketClaims } from "../../core/sign-off";
import { decodeBase64url, encodeBase64url } from "../../text/base64url";
import { normalAddress } from "../../text/address";
import { textOfUtf8 } from "../../text/utf8";
import { Refused } from "../refused";
import { rememberRecipients } from "../storage/known-recipients";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { lookupKeyOf } from "../storage/secrets";
import type { Work } from "../storage/work";
import type { Caller } from "./desk";
import { stillAgreed, ticketLives } from "./ending";
import { contentOf } from "./mail";
import { CONTENT_LIFE_MS, type DeskParts } from "./parts";
import { directoryOf, hereOf } from "./people";
import { lookupRefOf, nonceRefOf } from "./refs";
import { readable } from "./reading";
import { keyStands } from "./revoked-keys";
import { requestsByLookup } from "./search";
import { storedTicket } from "./tickets";
import { dropUnsent } from "../storage/outbox";

/** Whatever is not a live approval looks the same from outside. */
const unknown = (): never => {
  throw new Refused("release/unknown");
};

/**
 * Spends a ticket. The same nonce is the same release until the ticket ends, so that an answer that
 * was lost can be asked for again; another nonce is another mail.
 */
export async function release(
  { storage, settings, keys }: DeskParts,
  ask: ReleaseAsk,
): Promise<AnswerOf<"release">> {
  if (settings(ask.tenant) === null) return unknown();
  const known = await storage.read(ask.tenant, (reading) =>
    requestsByLookup(reading, lookupRefOf(reading, ask.lookup)),
  );
  if (known.length === 0) return unknown();
  return storage.change(ask.tenant, async (work) => {
    const request = await liveRequest(work, keys, ask);
    const nonceRef = nonceRefOf(work, ask.nonce);
    if (request.state === "approved") await spend(work, request, nonceRef);
    else if (request.release?.nonceRef !== nonceRef) throw new Refused("release/used");
    return { ticket: await storedTicket(work, request), now: Math.floor(work.now / 1000) };
  });
}

async function liveRequest(
  work: Work,
  keys: DeskParts["keys"],
  { lookup, jti }: ReleaseAsk,
): Promise<StoredRequest> {
  const requests = await requestsByLookup(work, lookupRefOf(work, lookup));
  const request = requests.find(
    (each) =>
      (each.state === "approved" || each.state === "released") &&
      ticketLives(each, work.now) &&
      keyStands(keys, each) &&
      (jti === null || each.ticket?.jti === jti),
  );
  if (request === undefined) return unknown();
  const directory = await directoryOf(work);
  return stillAgreed(work, directory, request, work.now) ? request : unknown();
}

async function spend(work: Work, request: StoredRequest, nonceRef: string): Promise<void> {
  const next = transition(request.state, { event: "release", ticketLives: true });
  if ("code" in next) return unknown();
  const { state, recorded } = next;
  await saveRequest(
    work,
    {
      ...request,
      state,
      stateAt: work.now,
      eraseAt: work.now + CONTENT_LIFE_MS,
      release: { nonceRef, at: work.now, offline: false },
    },
    { kind: recorded, actor: request.sender },
  );
  await dropUnsent(work, request.id);
  await remember(work, request);
}

/** Whom the sender has now written to is no longer new. */
async function remember(work: Work, request: StoredRequest): Promise<void> {
  const content = await contentOf(work, request);
  const recipients = content?.findings.recipients ?? [];
  const addresses = recipients
    .filter(({ standing }) => standing === "outside")
    .flatMap(({ address }) => normalAddress(address) ?? []);
  await rememberRecipients(work, request.sender, addresses, work.now);
}

/** A mail that left on its ticket alone, told afterwards: recorded once, whatever became of it. */
export async function offlineRelease(
  { storage, settings, keys }: DeskParts,
  told: OfflineRelease,
): Promise<void> {
  const claims = genuine(told.ticket, keys.verification);
  if (claims === null || settings(claims.tenant) === null) return unknown();
  if (told.at < claims.iat - CLOCK_SKEW || told.at > claims.offlineUntil) return unknown();
  await storage.change(claims.tenant, async (work) => {
    const key = encodeBase64url(lookupKeyOf(work.secrets, work.tenant));
    const lookup = lookupRefOf(work, lookupId(key, claims.digest, claims.item));
    const requests = await requestsByLookup(work, lookup);
    const request = requests.find(({ ticket }) => ticket?.jti === claims.jti);
    if (request === undefined) return unknown();
    if (request.release?.offline === true) return;
    const next = transition(request.state, { event: "release-offline", ticketLives: true });
    if ("code" in next) return unknown();
    const before = request.release;
    const nonceRef = before?.nonceRef ?? "";
    await saveRequest(
      work,
      {
        ...request,
        state: next.state,
        release: { nonceRef, at: before?.at ?? work.now, offline: true },
      },
      { kind: next.recorded, actor: request.sender, data: { at: told.at } },
    );
    if (request.state === "approved") await remember(work, request);
  });
}

/** A ticket that the service signed, ended or not. */
function genuine(token: string, keys: DeskParts["keys"]["verification"]): TicketClaims | null {
  const said = claimsOf(token);
  if (said === null) return null;
  const read = readTicket(token, { keys, tenant: said.tenant, now: said.iat });
  return read.state === "valid" ? read.claims : null;
}

/** What a token says of itself; nothing of it is believed before its signature is read. */
function claimsOf(token: string): { tenant: string; iat: number } | null {
  const bytes = decodeBase64url(token.split(".")[1] ?? "");
  const text = bytes === null ? null : textOfUtf8(bytes);
  try {
    const { tenant, iat } = JSON.parse(text ?? "null") as { tenant: unknown; iat: unknown };
    return typeof tenant === "string" && typeof iat === "number" ? { tenant, iat } : null;
  } catch {
    return null;
  }
}

/** The signed-in sender says that a released mail did not leave; it may leave from another window. */
export function reopen(
  { storage, keys }: DeskParts,
  caller: Caller,
  id: string,
): Promise<AnswerOf<"reopen">> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const request = await readable(work, here, id, work.now);
    if (request.sender !== here.person.id) throw new Refused("approval/not-sender");
    const lives = ticketLives(request, work.now) && keyStands(keys, request);
    const next = transition(request.state, { event: "reopen", ticketLives: lives });
    if ("code" in next) throw new Refused(next.code, { state: next.state });
    const opened = await saveRequest(
      work,
      { ...request, state: next.state, stateAt: work.now, release: null },
      { kind: next.recorded, actor: here.person.id },
    );
    return { state: opened.state, ticket: await storedTicket(work, opened) };
  });
}
