import { CANONICAL_FIELDS } from "../../approval/canonical";
import { fieldDigests } from "../../approval/digest";
import { readTicket } from "../../approval/tokens/ticket";
import type { ApiClient, Answered } from "../../api/client";
import type { Live, LiveOptions } from "../../api/live";
import type { RequestDetail } from "../../api/requests";
import type { SignedField } from "../../locales/alert";
import type { SignInProblem } from "../../outlook/access-token";
import { createCall, type Call } from "../../outlook/call";
import { readItemNonce } from "../../outlook/item-nonce";
import { tellOfflineReleases } from "../../outlook/offline-releases";
import type { WrittenMail } from "../../outlook/pane-events";
import { readPolicyInForce } from "../../outlook/policy-in-force";
import { mailboxNow, takePolicy } from "../../outlook/refresh-policy";
import { keepAsked, keepTicket, readAsked, readSessionTicket } from "../../outlook/ticket-store";
import type { SignIn } from "../sign-in/sign-in";
import type { Checked } from "../review/state";
import { approvalLine } from "./approval-line";
import { handOver } from "./hand-over";
import { createOpenList } from "./open-list";
import type { Connected, SignOffPorts, TicketTaken } from "./ports";
import { attachmentDigests, prepare } from "./prepare";
import { digestOf } from "./state";

export interface ServiceAccess {
  readonly api: ApiClient;
  /** With more time, for bytes of attachments. */
  readonly uploads: ApiClient;
  readonly live: (listener: Pick<LiveOptions, "changed" | "opened" | "state">) => Live;
}

/** Asking for a sign-off, filled with the mail that is being written in Outlook. */
export function outlookSignOff(
  item: WrittenMail,
  signIn: SignIn,
  { api, uploads, live }: ServiceAccess,
): SignOffPorts {
  // A queue of its own beside the review's: each stays in order, and neither holds the other up.
  const call = createCall();
  const line = approvalLine(call, item);
  return {
    connect: (mayAsk) => connect({ call, item, signIn, api }, mayAsk),
    newest: async (checked) => {
      const answered = await newest(call, item, api, checked);
      if (answered.ok) line.stands(standsFor(answered.value, checked));
      return answered;
    },
    open: createOpenList(api, Date.now),
    prepare: (checked, handing) => prepare(call, item, checked, handing),
    handOver: async (ready, ask, handing) => {
      const handed = await handOver(uploads, ready, ask, handing);
      if (handed.state === "asked") await remember(call, item, handed.request, ready.job);
      return handed;
    },
    withdraw: (id) => api.call("withdraw", { params: { id }, body: {} }),
    reopen: (id) => api.call("reopen", { params: { id }, body: {} }),
    takeTicket: async (request) => {
      const taken = await takeTicket(call, item, api, request);
      if (taken.state === "stored") line.approved();
      return taken;
    },
    changedSince: (request, checked) => changedSince(call, item, request, checked),
    live,
  };
}

const standsFor = (request: RequestDetail | null, checked: Checked): boolean =>
  request?.digest === digestOf(checked) &&
  (request?.state === "approved" || request?.state === "released");

interface Connecting {
  readonly call: Call;
  readonly item: WrittenMail;
  readonly signIn: SignIn;
  readonly api: ApiClient;
}

async function connect(connecting: Connecting, mayAsk: boolean): Promise<Connected> {
  const { signIn, api } = connecting;
  const problem = mayAsk ? await signInNow(signIn) : null;
  if (problem !== null) return { state: "signed-out", problem };
  const me = await api.call("me", {});
  if (!me.ok && me.status === 401) return { state: "signed-out", problem: null };
  if (!me.ok) return { state: "failed", code: me.code };
  void tellOfflineReleases();
  return { state: "on", me: me.value, isPolicyNew: await refreshPolicy(connecting) };
}

async function signInNow(signIn: SignIn): Promise<SignInProblem | null> {
  const outcome = await signIn.interactive();
  return outcome.ok ? null : outcome.problem;
}

/** Whether another policy stands now than before. One that cannot be had leaves the present one. */
async function refreshPolicy({ call, item, api }: Connecting): Promise<boolean> {
  const mailbox = await mailboxNow(call, item);
  const signed = mailbox === null ? null : await api.call("policy", { query: { mailbox } });
  if (mailbox === null || !signed?.ok) return false;
  const before = await readPolicyInForce(call, item, mailbox, Date.now());
  const after = await takePolicy(call, item, mailbox, signed.value, Date.now());
  if (after.claims === null) return false;
  const { role, policy } = after.claims;
  return (
    before.claims?.role !== role || JSON.stringify(before.claims.policy) !== JSON.stringify(policy)
  );
}

async function newest(
  call: Call,
  item: WrittenMail,
  api: ApiClient,
  { job }: Checked,
): Promise<Answered<RequestDetail | null>> {
  const own = await readItemNonce(call, item, job.history);
  if (own === null) return { ok: true, value: null };
  const listed = await api.call("requests", { query: { box: "mine", item: own } });
  if (!listed.ok) return listed;
  const [first] = [...listed.value.requests].sort((a, b) => b.askedAt - a.askedAt);
  return first === undefined
    ? { ok: true, value: null }
    : api.call("request", { params: { id: first.id } });
}

const remember = (
  call: Call,
  item: WrittenMail,
  request: RequestDetail,
  { message, tenant }: Checked["job"],
) => {
  const now = fieldDigests(message, tenant, attachmentDigests(message), request.id);
  const fields = now.state === "computed" ? now.digests : {};
  return keepAsked(call, item, { request: request.id, digest: request.digest, fields });
};

async function takeTicket(
  call: Call,
  item: WrittenMail,
  api: ApiClient,
  { id }: RequestDetail,
): Promise<TicketTaken> {
  const issued = await api.call("ticket", { params: { id } });
  if (!issued.ok) return { state: "refused", code: issued.code };
  const { ticket } = issued.value;
  const claims = ticket === null ? null : await ownClaims(call, item, ticket);
  if (ticket === null || claims === null) return { state: "not-stored" };
  const isKept = await keepTicket(call, item, ticket);
  return isKept ? { state: "stored", sendUntil: claims.exp * 1000 } : { state: "not-stored" };
}

/** The ticket as Send will verify it: one that does not hold is not put there. */
async function ownClaims(call: Call, item: WrittenMail, ticket: string) {
  const mailbox = await mailboxNow(call, item);
  const inForce = await readPolicyInForce(call, item, mailbox ?? "", Date.now());
  const now = Math.floor(Date.now() / 1000);
  const tenant = inForce.claims?.tenant ?? "";
  const read = readTicket(ticket, { keys: inForce.keys, tenant, now });
  return read.state === "valid" ? read.claims : null;
}

/** By the ticket where there is one, else by what was kept when it was asked. */
async function changedSince(
  call: Call,
  item: WrittenMail,
  request: RequestDetail,
  { job }: Checked,
): Promise<readonly SignedField[]> {
  const before = await fieldsBefore(call, item, request);
  if (before === null) return [];
  const { message, tenant } = job;
  const now = fieldDigests(message, tenant, attachmentDigests(message), before.salt);
  if (now.state === "refused") return [];
  return CANONICAL_FIELDS.filter((field) => now.digests[field] !== before.fields[field]);
}

async function fieldsBefore(call: Call, item: WrittenMail, request: RequestDetail) {
  const asked = await readAsked(call, item);
  if (asked?.request === request.id) return { salt: asked.request, fields: asked.fields };
  const ticket = await readSessionTicket(call, item);
  const claims = ticket === null ? null : await ownClaims(call, item, ticket);
  return claims?.digest === request.digest ? { salt: claims.jti, fields: claims.fields } : null;
}
