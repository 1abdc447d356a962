import type { CanonicalField } from "../approval/canonical";
import { canonicalDigest, fieldDigests } from "../approval/digest";
import { coverage, type Gap, type Leaving } from "../approval/tokens/coverage";
import { lookupId } from "../approval/tokens/lookup";
import { offlineRefusal, type OfflineRefusal } from "../approval/tokens/offline";
import { readTicket } from "../approval/tokens/ticket";
import type { TokenRead } from "../approval/tokens/token";
import type { Released } from "../api/send";
import type { Judgement } from "../core/judgement";
import type { Message } from "../core/message";
import type { Clock } from "../core/ports";
import type { TicketClaims } from "../core/sign-off";
import { sha256Hex } from "../inspection/digest";
import { attachmentDigests } from "../judgement/judge";
import type { SignOffStop } from "../locales/alert";
import { normalAddress } from "../text/address";
import type { Call } from "./call";
import { keepOfflineRelease } from "./offline-releases";
import { releaseNonce } from "./release-nonce";
import { raiseSeen } from "./seen";
import { askRelease, type ReleaseAnswer } from "./service";
import type { PolicyInForce } from "./policy-in-force";
import { isMarkedRefused, markRefused, readAsked, readSessionTicket } from "./ticket-store";

/** One mail that needs a sign-off, at the press of Send. */
export interface Releasing {
  readonly call: Call;
  readonly item: Office.MessageCompose;
  readonly clock: Clock;
  readonly message: Message;
  readonly judgement: Judgement;
  readonly inForce: PolicyInForce;
  /** Nonce of the item; null where it has none, so that nothing was ever asked for it. */
  readonly nonce: string | null;
  /** Reads the mail once more; null where it cannot be read. */
  readonly again: () => Promise<Message | null>;
}

export type Release =
  /** `offline`: the ticket that was enough, where the service could not be asked. */
  | { readonly state: "released"; readonly offline: string | null }
  | {
      readonly state: "stopped";
      readonly stop: SignOffStop;
      /** Fields that are no more what was asked for or signed off. */
      readonly changed: readonly CanonicalField[];
    };

const stopped = (stop: SignOffStop, changed: readonly CanonicalField[] = []): Release => ({
  state: "stopped",
  stop,
  changed,
});

/**
 * Whether a mail leaves on a sign-off. The service decides; only where it does not answer at all, a
 * ticket that is at hand may do by the offline rule. Then the mail is read once more: what leaves is
 * what was released, also if somebody typed on meanwhile.
 */
export async function release(releasing: Releasing): Promise<Release> {
  const { inForce, judgement, nonce } = releasing;
  if (inForce.problem !== null) return stopped(inForce.problem);
  if (judgement.digest.state === "refused") return stopped("not-askable");
  if (inForce.claims === null || nonce === null) return stopped("not-asked");
  const lookup = lookupId(inForce.claims.lookupKey, judgement.digest.digest, nonce);
  const outcome = await ask(releasing, lookup, nonce);
  if (outcome.state === "stopped") return outcome;
  if (!(await isUnchanged(releasing, judgement.digest.digest))) return stopped("moved");
  const { call, clock } = releasing;
  if (outcome.offline !== null)
    await keepOfflineRelease(call, { ticket: outcome.offline, at: seconds(clock) });
  return outcome;
}

async function ask(releasing: Releasing, lookup: string, item: string): Promise<Release> {
  const { call, clock, inForce } = releasing;
  const tenant = inForce.claims?.tenant ?? "";
  const token = await readSessionTicket(call, releasing.item);
  const held = token === null ? null : ticketIn(token, inForce, seconds(clock));
  const attempt = await releaseNonce(call, releasing.item, clock());
  if (attempt === null) return stopped("session");
  const jti = held?.state === "valid" ? held.claims.jti : null;
  const answer = await askRelease({ tenant, lookup, nonce: attempt, jti });
  switch (answer.state) {
    case "released":
      return online(releasing, item, answer.released);
    case "refused":
      if (jti !== null && answer.status !== 429) await markRefused(call, releasing.item, jti);
      return refused(releasing, item, held, answer);
    case "unreachable":
      return offline(releasing, item, token, held);
  }
}

/** The service's clock counts: what the device thinks the time is does not matter here. */
async function online(releasing: Releasing, item: string, released: Released): Promise<Release> {
  const { call, inForce } = releasing;
  const ticket = ticketIn(released.ticket, inForce, released.now);
  if (ticket.state === "refused") return stopped("untrusted");
  const gaps = coverage(ticket.claims, leaving(releasing, item, released.now));
  if (gaps.length > 0) return stoppedBy(gaps);
  await raiseSeen(call, releasing.item, inForce.seen, { now: released.now });
  return { state: "released", offline: null };
}

async function refused(
  releasing: Releasing,
  item: string,
  held: TokenRead<TicketClaims> | null,
  answer: Extract<ReleaseAnswer, { state: "refused" }>,
): Promise<Release> {
  if (answer.code === "release/used") return stopped("used");
  if (answer.status === 429) return stopped("busy");
  if (answer.status !== 404) return stopped("refused");
  if (held?.state === "valid") {
    const now = seconds(releasing.clock);
    const gaps = coverage(held.claims, leaving(releasing, item, now));
    return gaps.length > 0 ? stoppedBy(gaps) : stopped("ended");
  }
  if (held?.state === "refused" && held.code === "token/expired") return stopped("ended");
  return sinceAsked(releasing);
}

/** Nothing is signed off: perhaps it waits, perhaps the mail is no more what was asked for. */
async function sinceAsked(releasing: Releasing): Promise<Release> {
  const { call, message, judgement, inForce } = releasing;
  const asked = await readAsked(call, releasing.item);
  if (asked === null || judgement.digest.state === "refused") return stopped("not-asked");
  if (asked.digest === judgement.digest.digest) return stopped("waiting");
  const digests = attachmentDigests(message, judgement.report);
  const now = fieldDigests(message, inForce.claims?.tenant ?? "", digests, asked.request);
  return now.state === "refused"
    ? stopped("not-askable")
    : stopped("changed", changedFields(now.digests, asked.fields));
}

const changedFields = (
  now: Readonly<Record<CanonicalField, string>>,
  before: Readonly<Partial<Record<CanonicalField, string>>>,
): readonly CanonicalField[] =>
  (Object.keys(now) as CanonicalField[]).filter((field) => now[field] !== before[field]);

async function offline(
  releasing: Releasing,
  item: string,
  token: string | null,
  held: TokenRead<TicketClaims> | null,
): Promise<Release> {
  const { call, clock, message, inForce } = releasing;
  if (token === null || held?.state !== "valid") return stopped("unreachable");
  const now = seconds(clock);
  const gaps = coverage(held.claims, leaving(releasing, item, now));
  const refusal = offlineRefusal(held.claims, {
    failure: { type: "network" },
    refusedBefore: await isMarkedRefused(call, releasing.item, held.claims.jti),
    gaps,
    message,
    now,
    greatestServiceTime: inForce.seen.now,
  });
  if (refusal !== null)
    return refusal === "not-covered" ? stoppedBy(gaps) : stopped(OFFLINE_STOPS[refusal]);
  return { state: "released", offline: token };
}

const OFFLINE_STOPS: Readonly<Record<Exclude<OfflineRefusal, "not-covered">, SignOffStop>> = {
  answered: "ended",
  off: "unreachable",
  ended: "unreachable",
  clock: "clock",
  "group-recipient": "group-offline",
};

/** What was changed says most; what the approvers did not see comes next. */
function stoppedBy(gaps: readonly Gap[]): Release {
  const fields = gaps.map((gap) => (gap.type === "field" ? gap.field : null));
  const changed = fields.filter((field): field is CanonicalField => field !== null);
  if (changed.length > 0) return stopped("changed", changed);
  const isEnded = gaps.every(({ type }) => type === "expired");
  const isFinding = gaps.some(({ type }) => type === "rule");
  return stopped(isEnded ? "ended" : isFinding ? "uncovered" : "not-asked");
}

const leaving = ({ message, judgement }: Releasing, item: string, now: number): Leaving => ({
  message,
  judgement,
  attachmentDigests: attachmentDigests(message, judgement.report),
  sender: normalAddress(message.sender.address) ?? "",
  item,
  now,
});

const ticketIn = (token: string, { keys, claims }: PolicyInForce, now: number) =>
  readTicket(token, { keys, tenant: claims?.tenant ?? "", now });

const seconds = (clock: Clock): number => Math.floor(clock() / 1000);

async function isUnchanged({ again, inForce }: Releasing, released: string): Promise<boolean> {
  const message = await again();
  if (message === null) return false;
  const digests = message.attachments.map(({ content }) =>
    content.state === "read" ? sha256Hex(content.bytes) : "",
  );
  const now = canonicalDigest(message, inForce.claims?.tenant ?? "", digests);
  return now.state === "computed" && now.digest === released;
}
