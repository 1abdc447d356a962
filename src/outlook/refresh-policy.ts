import type { SignedPolicy } from "../api/send";
import { normalAddress } from "../text/address";
import { officeToken } from "./access-token";
import { askService } from "./ask-service";
import { createCall, offers, type Call } from "./call";
import { mailboxOf, type Details } from "./read-recipients";
import { signedIn } from "./platform";
import { raiseSeen, readSeen } from "./seen";
import { keepPolicy } from "./signed-policy";
import { readPolicyInForce, policyBy, type PolicyInForce } from "./policy-in-force";
import { surroundings } from "./surroundings";

const POLICY_MILLISECONDS = 10_000;
/** A policy younger than this is not asked for again from here. */
const FRESH_SECONDS = 24 * 3600;

/** Where a mail opens and the client gives a token without a word to anybody. Best effort. */
export async function refreshSilently(item: Office.MessageCompose, now: number): Promise<void> {
  // A queue of its own: what is asked here must never hold up the press of Send.
  const call = createCall();
  const mailbox = await mailboxNow(call, item);
  if (mailbox === null) return;
  const { claims } = await readPolicyInForce(call, item, mailbox, now);
  if (claims !== null && now / 1000 - claims.iat < FRESH_SECONDS) return;
  const signed = await officeToken(false);
  if (!signed.ok) return;
  const answer = await askService({
    method: "GET",
    url: `${surroundings().origin}/api/policy?mailbox=${encodeURIComponent(mailbox)}`,
    token: signed.token,
    milliseconds: POLICY_MILLISECONDS,
  });
  if (answer.state !== "answered" || answer.status !== 200) return;
  const { policy, keys, now: service } = answer.body as Partial<SignedPolicy>;
  if (typeof policy === "string" && typeof keys === "string" && typeof service === "number")
    await takePolicy(call, item, mailbox, { policy, keys, now: service }, now);
}

/**
 * Keeps a policy that the service gave, if it holds; says how it stands. What does not hold is not
 * kept: it must not take the place of one that does.
 */
export async function takePolicy(
  call: Call,
  item: Office.MessageCompose,
  mailbox: string,
  signed: SignedPolicy,
  now: number,
): Promise<PolicyInForce> {
  const seen = await readSeen(call, item);
  const inForce = policyBy(signed, {
    configured: surroundings(),
    mailbox,
    seen,
    now: Math.floor(now / 1000),
  });
  if (inForce.claims === null) return inForce;
  await keepPolicy(call, item, mailbox, signed);
  const { policy, keysSerial } = inForce;
  const serials = { policySerial: policy.serial, keysSerial };
  return { ...inForce, seen: await raiseSeen(call, item, seen, { ...serials, now: signed.now }) };
}

/** The mailbox that the mail comes from, in normal form. */
export async function mailboxNow(call: Call, item: Office.MessageCompose): Promise<string | null> {
  const read = await call<Details>(
    offers(item.from, "getAsync") ? (done) => item.from.getAsync(done) : null,
  );
  const from = read.ok ? mailboxOf(read.value).address : "";
  return normalAddress(from === "" ? (signedIn()?.address ?? "") : from);
}
