import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TSchema } from "typebox";
import { Check } from "typebox/value";
import { canonicalDigest, fieldDigests } from "../../src/approval/digest";
import { signKeySet } from "../../src/approval/tokens/key-set";
import { lookupId } from "../../src/approval/tokens/lookup";
import { signPolicy } from "../../src/approval/tokens/policy-token";
import { readTicket, signTicket } from "../../src/approval/tokens/ticket";
import { PROBLEM_STATUS, type ProblemCode } from "../../src/api/codes";
import type { DraftMail, RequestDetail, RequestSummary } from "../../src/api/requests";
import { LIVE_PATH, routes, type Route, type RouteName } from "../../src/api/routes";
import type { Configuration } from "../../src/core/configuration";
import { drive } from "../../src/core/drive";
import { BATCH_LIMITS } from "../../src/core/limits";
import type { Message } from "../../src/core/message";
import type { PolicyClaims, RequestState, TicketClaims } from "../../src/core/sign-off";
import { sha256Hex } from "../../src/inspection/digest";
import { judge } from "../../src/judgement/judge";
import { strictPolicy } from "../../src/policy/default";
import { parsePolicy } from "../../src/policy/schema";
import { normalAddress } from "../../src/text/address";
import { keys, policyKey, root, ticketKey, type KeyPair } from "../approval/tokens/keys";

/**
 * A stand-in for the service behind a real HTTP server: it checks every request by the shapes of
 * src/api, keeps what it is given in memory and signs real tokens with keys of the tests. It knows
 * one sender and one manager, and no rights.
 */
export const TENANT = "t-1";
export const TOKEN = "token-of-yamada";
export const LOOKUP_KEY = "A".repeat(43);
const DOMAIN = "dealer.example.jp";
const ORIGIN_OF_TIME = () => Math.floor(Date.now() / 1000);

interface Draft {
  readonly mail: DraftMail;
  readonly bytes: (Uint8Array | null)[];
}

interface Kept {
  readonly detail: RequestDetail;
  readonly message: Message;
  readonly item: string;
  readonly claims: TicketClaims | null;
  /** Nonce of the release that spent it. */
  readonly nonce: string | null;
}

interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

class Refusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

export type Cut = "refuse" | "hang" | "half" | "500" | "503" | "html" | "429" | "400" | "403";

export class ServiceDouble {
  /** Every call that arrived: method and path. */
  readonly calls: string[] = [];
  readonly told: unknown[] = [];
  readonly events: unknown[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly requests = new Map<string, Kept>();
  /** What happens to calls whose path matches; null answers them. */
  cut: (path: string) => Cut | null = () => null;
  /** Alters an answer on its way. */
  alter: (path: string, answer: unknown) => unknown = (_path, answer) => answer;
  policy: Partial<PolicyClaims> = {};
  ticketKey: KeyPair = ticketKey;
  offlineSeconds = 3600;
  knowsSender = true;
  /** Requests on one page of a list. */
  page = 50;
  private server: Server | null = null;
  private readonly streams = new Set<ServerResponse>();

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.receive(request, response));
    // A busy machine must not meet a connection just as it is closed for being idle.
    this.server.keepAliveTimeout = 120_000;
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  get configuration(): Configuration {
    return {
      origin: this.origin,
      tenant: TENANT,
      domains: [DOMAIN],
      rootKey: root.x,
      keys: this.keySet(),
      authority: "",
      clientId: "",
      scope: "",
    };
  }

  keySet(): string {
    const iat = ORIGIN_OF_TIME() - 3600;
    return signKeySet({ serial: 3, keys, iat, exp: iat + 30 * 86_400 }, root.kid, root.sign);
  }

  signedPolicy(mailbox: string): string {
    const iat = ORIGIN_OF_TIME() - 60;
    const claims: PolicyClaims = {
      tenant: TENANT,
      person: "p-yamada",
      mailbox,
      unit: "u-1",
      role: "staff",
      policy: { ...strictPolicy, serial: 7 },
      lookupKey: LOOKUP_KEY,
      iat,
      notAfter: iat + 6 * 86_400,
      minBundle: 1,
      ...this.policy,
    };
    return signPolicy(claims, policyKey.kid, policyKey.sign, parsePolicy);
  }

  /** The newest request; there has to be one. */
  get newest(): Kept {
    const last = [...this.requests.values()].pop();
    if (last === undefined) throw new Error("nothing was asked");
    return last;
  }

  approve(over: Partial<TicketClaims> = {}): void {
    const kept = this.newest;
    const decided = { ...DECIDED, decision: "approve" as const, comment: "", at: Date.now() };
    this.keep({ ...this.moved(kept, "approved", [decided]), claims: this.claimsFor(kept, over) });
  }

  reject(comment: string): void {
    const decided = { ...DECIDED, decision: "reject" as const, comment, at: Date.now() };
    this.keep(this.moved(this.newest, "rejected", [decided]));
  }

  become(state: RequestState): void {
    this.keep(this.moved(this.newest, state));
  }

  /** As if nobody had sent it yet; not so where it is not approved. */
  unspend(): void {
    const kept = this.newest;
    const { state } = kept.detail;
    this.keep({ ...this.moved(kept, state === "released" ? "approved" : state), nonce: null });
  }

  /** Ends every live stream, as a restart does. */
  dropStreams(): void {
    for (const stream of this.streams) stream.destroy();
  }

  get listeners(): number {
    return this.streams.size;
  }

  private claimsFor({ detail, message, item }: Kept, over: Partial<TicketClaims>): TicketClaims {
    const jti = newId();
    const fields = fieldDigests(message, TENANT, digestsOf(message), jti);
    if (fields.state === "refused") throw new Error(fields.code);
    const iat = ORIGIN_OF_TIME() - 5;
    return {
      jti,
      tenant: TENANT,
      digest: detail.digest,
      sender: normalAddress(message.sender.address) ?? "",
      item,
      approvers: ["p-manager"],
      covers: detail.rules,
      policySerial: 7,
      record: { sequence: 1, head: "0".repeat(64) },
      fields: fields.digests,
      iat,
      exp: iat + 86_400,
      offlineUntil: iat + this.offlineSeconds,
      ...over,
    };
  }

  private moved(kept: Kept, state: RequestState, decisions = kept.detail.decisions): Kept {
    return { ...kept, detail: { ...kept.detail, state, decisions } };
  }

  private keep(kept: Kept): void {
    this.requests.set(kept.detail.id, kept);
    const data = JSON.stringify({ changed: kept.detail.id });
    for (const stream of this.streams) stream.write(`data: ${data}\n\n`);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", "http://double");
    const body = await bytesOf(request);
    const cross = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    const methods = { "access-control-allow-methods": "GET, POST, PUT" };
    if (request.method === "OPTIONS")
      return void response.writeHead(204, { ...cross, ...methods }).end();
    this.calls.push(`${request.method} ${url.pathname}`);
    const send = (status: number, value: unknown, type = "application/json"): void => {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      response.writeHead(status, { ...cross, "content-type": type }).end(text);
    };
    const cut = this.cut(url.pathname);
    if (cut !== null) return this.fail(cut, response, send);
    if (url.pathname === LIVE_PATH) return this.stream(request, response, cross);
    try {
      const value = this.answer(request, url, body);
      send(200, this.alter(url.pathname, value));
    } catch (error) {
      const code = error instanceof Refusal ? error.code : "api/internal";
      if (!(error instanceof Refusal)) console.error(error);
      const status = PROBLEM_STATUS[code];
      send(status, { type: "about:blank", title: code, status, code }, "application/problem+json");
    }
  }

  private fail(
    cut: Cut,
    response: ServerResponse,
    send: (status: number, value: unknown, type?: string) => void,
  ): void {
    if (cut === "refuse") return void response.destroy();
    if (cut === "hang") return;
    if (cut === "half") {
      response.writeHead(200, { "content-length": "500" }).write('{"ticket":"');
      return void setTimeout(() => response.destroy(), 20);
    }
    if (cut === "html") return send(200, "<h1>Hotel</h1>", "text/html");
    send(Number(cut), cut === "429" ? { code: "api/too-many" } : { code: "api/invalid" });
  }

  private stream(request: IncomingMessage, response: ServerResponse, cross: object): void {
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return void response.writeHead(401, { ...cross }).end();
    response.writeHead(200, { ...cross, "content-type": "text/event-stream" }).write(":\n\n");
    this.streams.add(response);
    response.on("close", () => this.streams.delete(response));
  }

  private answer(request: IncomingMessage, url: URL, bytes: Uint8Array): unknown {
    const [name, params] = routeOf(request.method ?? "", url.pathname);
    const route: Route = routes[name];
    if (route.auth === "bearer" && request.headers.authorization !== `Bearer ${TOKEN}`)
      throw new Refusal("identity/missing");
    const body = route.body === "bytes" ? bytes : jsonOf(bytes);
    if (route.body !== undefined && route.body !== "bytes") demand(route.body, body);
    const answer = this.operate(name, { params, query: url.searchParams, body });
    if (!Check(route.answer, answer))
      throw new Error(`The double's answer to ${name} is no ${name}`);
    return answer;
  }

  private operate(name: RouteName, { params, query, body }: Asked): unknown {
    const id = params.id ?? "";
    if (!this.knowsSender && name === "me") throw new Refusal("identity/unknown-person");
    switch (name) {
      case "me":
        return ME;
      case "policy": {
        const mailbox = query.get("mailbox") ?? "";
        return { policy: this.signedPolicy(mailbox), keys: this.keySet(), now: ORIGIN_OF_TIME() };
      }
      case "keys":
        return { keys: this.keySet(), now: ORIGIN_OF_TIME() };
      case "beginDraft":
        return this.beginDraft(body as DraftMail);
      case "putAttachment":
        return this.putAttachment(id, Number(params.index), body as Uint8Array);
      case "ask":
        return this.ask(
          id,
          body as { reason: RequestDetail["reason"]; note: string; urgent: boolean },
        );
      case "requests":
        return this.list(query.get("item"), query.get("after"));
      case "request":
        return this.known(id).detail;
      case "withdraw":
        this.keep(this.moved(this.known(id), "withdrawn"));
        return this.known(id).detail;
      case "ticket":
        return { state: this.known(id).detail.state, ticket: this.ticketOf(this.known(id)) };
      case "release":
        return this.release(body as { lookup: string; nonce: string });
      case "offlineRelease":
        this.told.push(body);
        return {};
      case "reopen":
        this.keep({ ...this.moved(this.known(id), "approved"), nonce: null });
        return { state: "approved", ticket: this.ticketOf(this.known(id)) };
      case "sendEvent":
        this.events.push(body);
        return {};
      default:
        throw new Refusal("api/not-found");
    }
  }

  private beginDraft(mail: DraftMail): unknown {
    const id = newId();
    this.drafts.set(id, { mail, bytes: mail.attachments.map(() => null) });
    return { id, missing: mail.attachments.map((_, index) => index) };
  }

  private putAttachment(id: string, index: number, bytes: Uint8Array): unknown {
    const draft = this.drafts.get(id);
    if (draft === undefined || index >= draft.bytes.length) throw new Refusal("api/not-found");
    draft.bytes[index] = bytes;
    return { id, missing: draft.bytes.flatMap((each, at) => (each === null ? [at] : [])) };
  }

  private ask(
    id: string,
    said: { reason: RequestDetail["reason"]; note: string; urgent: boolean },
  ): RequestDetail {
    const draft = this.drafts.get(id);
    if (draft === undefined) throw new Refusal("api/not-found");
    if (draft.bytes.includes(null)) throw new Refusal("approval/incomplete");
    const message = messageOf(draft);
    const digest = canonicalDigest(message, TENANT, digestsOf(message));
    if (digest.state === "refused") throw new Refusal("approval/not-askable");
    for (const kept of this.requests.values())
      if (kept.item === draft.mail.item && kept.detail.state === "requested")
        this.keep(this.moved(kept, "superseded"));
    const detail = detailOf(message, draft.mail, digest.digest, said);
    this.keep({ detail, message, item: draft.mail.item, claims: null, nonce: null });
    return detail;
  }

  /** The newest first, `page` at a time. */
  private list(item: string | null, after: string | null): unknown {
    const all = [...this.requests.values()]
      .filter((each) => item === null || each.item === item)
      .map(({ detail }) => summaryOf(detail))
      .reverse();
    const start = all.findIndex(({ id }) => id === after) + 1;
    const requests = all.slice(start, start + this.page);
    const goesOn = all.length > start + this.page;
    return { requests, next: goesOn ? requests[requests.length - 1]?.id : null };
  }

  private known(id: string): Kept {
    const kept = this.requests.get(id);
    if (kept === undefined) throw new Refusal("api/not-found");
    return kept;
  }

  ticketOf({ claims }: Kept): string | null {
    return claims === null ? null : signTicket(claims, this.ticketKey.kid, this.ticketKey.sign);
  }

  private release({ lookup, nonce }: { lookup: string; nonce: string }): unknown {
    const found = [...this.requests.values()].find(
      ({ detail, item, claims }) =>
        claims !== null && lookupId(LOOKUP_KEY, detail.digest, item) === lookup,
    );
    const state = found?.detail.state;
    if (found === undefined || (state !== "approved" && state !== "released"))
      throw new Refusal("release/unknown");
    if (found.nonce !== null && found.nonce !== nonce) throw new Refusal("release/used");
    this.keep({ ...this.moved(found, "released"), nonce });
    return { ticket: this.ticketOf(found), now: ORIGIN_OF_TIME() };
  }

  /** Whether a ticket that was told is one of ours. */
  isGenuine(ticket: string): boolean {
    return readTicket(ticket, { keys, tenant: TENANT, now: ORIGIN_OF_TIME() }).state === "valid";
  }
}

const DECIDED = { by: { id: "p-manager", name: "佐々木 店長" } };

const ME = {
  id: "p-yamada",
  name: "山田 太郎",
  unit: { id: "u-1", name: "港店" },
  addresses: ["yamada@dealer.example.jp"],
  role: "staff",
  decides: false,
  admin: false,
  privacyOfficer: false,
};

const newId = (): string => randomBytes(16).toString("base64url");

const digestsOf = ({ attachments }: Message): string[] =>
  attachments.map(({ content }) => (content.state === "read" ? sha256Hex(content.bytes) : ""));

function messageOf({ mail, bytes }: Draft): Message {
  return {
    ...mail,
    cappedFields: [],
    attachments: mail.attachments.map(({ name, inline, contentId }, index) => ({
      id: "",
      name,
      inline,
      contentId,
      content: { state: "read", bytes: bytes[index] ?? new Uint8Array() },
    })),
  };
}

function detailOf(
  message: Message,
  mail: DraftMail,
  digest: string,
  said: { reason: RequestDetail["reason"]; note: string; urgent: boolean },
): RequestDetail {
  const { report, decision } = drive(
    judge({
      message,
      history: mail.history,
      role: "staff",
      policy: strictPolicy,
      insideDomains: [DOMAIN],
      tenant: TENANT,
      limits: BATCH_LIMITS,
      clock: Date.now,
    }),
  );
  const part = {
    status: report.status,
    persons: 0,
    others: 0,
    kinds: {},
    findings: [],
    refusals: [],
  };
  return {
    id: newId(),
    state: "requested",
    sender: { id: ME.id, name: ME.name },
    unit: ME.unit,
    askedAt: Date.now(),
    expiresAt: Date.now() + 3 * 86_400_000,
    ...said,
    verdict: decision.verdict,
    persons: report.persons,
    others: report.others,
    outside: decision.recipients.external,
    files: mail.attachments.length,
    rules: decision.results.map(({ rule }) => rule),
    unusual: [],
    required: { managers: 1, outsideUnit: false, privacyOfficer: false },
    decisions: [],
    mayDecide: false,
    typedNumber: false,
    supersedes: null,
    digest,
    from: mail.from,
    subject: mail.subject,
    recipients: [],
    body: part,
    attachments: [],
    results: [],
    changes: [],
    ticks: [],
    rejectedBefore: null,
    erased: false,
  };
}

const SUMMARY = Object.keys(
  (routes.requests.answer.properties.requests as unknown as { items: { properties: object } }).items
    .properties,
);

const summaryOf = (detail: RequestDetail): RequestSummary =>
  Object.fromEntries(
    Object.entries(detail).filter(([name]) => SUMMARY.includes(name)),
  ) as RequestSummary;

function routeOf(method: string, path: string): [RouteName, Record<string, string>] {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const pattern = new RegExp(`^${route.path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match !== null) return [name, { ...match.groups }];
  }
  throw new Refusal("api/not-found");
}

function jsonOf(bytes: Uint8Array): unknown {
  return bytes.length === 0 ? undefined : JSON.parse(Buffer.from(bytes).toString("utf8"));
}

function demand(shape: TSchema, value: unknown): void {
  if (!Check(shape, value)) throw new Refusal("api/invalid");
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}
