import { createPrivateKey, sign } from "node:crypto";
import { createClient, type ApiClient, type Answered } from "../../src/api/client";
import { lookupId } from "../../src/approval/tokens/lookup";
import { good } from "../service/configuration/settings";
import { asDetail, sending } from "../service/whole-mail";
import { addressOf, MANAGERS, oidOf } from "./people";

export interface LoadOptions {
  readonly origin: string;
  /** PKCS #8 in PEM: signs tokens of everybody. */
  readonly key: string;
  readonly people: number;
  readonly seconds: number;
  /** Calls a second. */
  readonly perSecond: number;
}

/** Milliseconds of one kind of call. */
export interface Times {
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export interface LoadReport {
  readonly seconds: number;
  /** As they were begun, and answered. */
  readonly callsPerSecond: number;
  readonly all: Times;
  readonly byCall: Readonly<Record<string, Times>>;
  /** Calls without an answer, and with another one than wanted. */
  readonly lost: number;
  readonly failed: number;
  /** One person beyond the limit: calls, and how many were told to wait. */
  readonly flood: { readonly calls: number; readonly refused: number };
}

/** One mail from draft to release takes so many calls. */
const CALLS_A_MAIL = 6;
const FLOOD = 700;

/** Whole sign-offs at an even rate, whether or not the earlier ones have ended; then one flood. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const measured = new Measured();
  const managers = Array.from({ length: MANAGERS }, (_, m) => clientOf(`m${m}`, options));
  const lookupKey = await lookupKeyOf(clientOf("m0", options), addressOf("m0"));
  const count = Math.floor((options.seconds * options.perSecond) / CALLS_A_MAIL);
  const every = (CALLS_A_MAIL * 1000) / options.perSecond;
  const start = performance.now();
  const mails: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    await at(start + index * every);
    const manager = managers[index % MANAGERS];
    if (manager) mails.push(signOff(index, options, manager, lookupKey, measured));
  }
  await Promise.all(mails);
  const seconds = (performance.now() - start) / 1000;
  return { ...measured.report(seconds), flood: await flood(options) };
}

const at = async (moment: number): Promise<void> => {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
};

class Measured {
  private readonly times = new Map<string, number[]>();
  lost = 0;
  failed = 0;

  async call<T>(name: string, work: Promise<Answered<T>>): Promise<T | null> {
    const start = performance.now();
    const answered = await work;
    const list = this.times.get(name) ?? [];
    list.push(performance.now() - start);
    this.times.set(name, list);
    if (answered.ok) return answered.value;
    if (answered.code === "network") this.lost += 1;
    else this.failed += 1;
    return null;
  }

  report(seconds: number): Omit<LoadReport, "flood"> {
    const all = [...this.times.values()].flat();
    return {
      seconds: Math.round(seconds * 10) / 10,
      callsPerSecond: Math.round((all.length / seconds) * 10) / 10,
      all: timesOf(all),
      byCall: Object.fromEntries([...this.times].map(([name, list]) => [name, timesOf(list)])),
      lost: this.lost,
      failed: this.failed,
    };
  }
}

function timesOf(list: readonly number[]): Times {
  const sorted = [...list].sort((a, b) => a - b);
  const share = (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
  const longest = Math.round(sorted[sorted.length - 1] ?? 0);
  return { calls: list.length, p50: share(0.5), p95: share(0.95), p99: share(0.99), longest };
}

/** Draft, attachment, request, decision, ticket, release: the calls of one mail. */
async function signOff(
  index: number,
  options: LoadOptions,
  manager: ApiClient,
  lookupKey: string,
  measured: Measured,
): Promise<void> {
  const id = `p${index % options.people}`;
  const sender = clientOf(id, options);
  const from = { name: id, address: addressOf(id) };
  const item = `item-${index}`;
  const { mail, files } = sending({ sender: from, from, item }, 3, index * 3);
  const draft = await measured.call("draft", sender.call("beginDraft", { body: mail }));
  const [bytes] = files;
  if (draft === null || bytes === undefined) return;
  const params = { id: draft.id, index: 0 };
  await measured.call("attachment", sender.call("putAttachment", { params, body: bytes }));
  const reason = { reason: "quotation" as const, note: "", urgent: false };
  const asked = await measured.call(
    "request",
    sender.call("ask", { params: { id: draft.id }, body: reason }),
  );
  if (asked === null) return;
  const { digest, ticks, typedNumber, others } = asDetail({ ok: true, value: asked });
  await measured.call(
    "decision",
    manager.call("decide", {
      params: { id: asked.id },
      body: {
        decision: "approve",
        digest,
        ticks,
        comment: "",
        number: typedNumber ? others : null,
      },
    }),
  );
  await measured.call("ticket", sender.call("ticket", { params: { id: asked.id } }));
  const lookup = lookupId(lookupKey, digest, item);
  const [tenant] = [good().SEKISHO_TENANTS];
  const body = { tenant, lookup, nonce: `nonce-${item}-0123456789`, jti: null };
  await measured.call("release", sender.call("release", { body }));
}

async function flood(options: LoadOptions): Promise<LoadReport["flood"]> {
  const client = clientOf("flooder", options);
  let refused = 0;
  for (let call = 0; call < FLOOD; call++) {
    const answered = await client.call("me", {});
    if (!answered.ok && answered.code === "api/too-many") refused += 1;
  }
  return { calls: FLOOD, refused };
}

async function lookupKeyOf(client: ApiClient, mailbox: string): Promise<string> {
  const answered = await client.call("policy", { query: { mailbox } });
  if (!answered.ok) throw new Error(answered.code);
  const claims = Buffer.from(answered.value.policy.split(".")[1] ?? "", "base64url");
  return (JSON.parse(claims.toString("utf8")) as { lookupKey: string }).lookupKey;
}

function clientOf(id: string, { origin, key }: LoadOptions): ApiClient {
  const token = tokenOf(id, key);
  return createClient({ origin, token: () => Promise.resolve(token), fetch, timeout: 30_000 });
}

/** An access token as Entra ID issues it, for ten minutes. */
function tokenOf(id: string, key: string): string {
  const { SEKISHO_TENANTS: tid, SEKISHO_AUDIENCE: aud } = good();
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    iss: `https://login.microsoftonline.com/${tid}/v2.0`,
    aud,
    tid,
    oid: oidOf(id),
    scp: "access_as_user",
    ver: "2.0",
    iat: now,
    exp: now + 600,
    auth_time: now,
  };
  const input = `${part({ alg: "RS256", typ: "JWT", kid: "load" })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(input), createPrivateKey(key));
  return `${input}.${signature.toString("base64url")}`;
}
