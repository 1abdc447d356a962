import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Value } from "typebox/value";
import { PROBLEM_STATUS, type ProblemCode } from "../../src/api/codes";
import type { Decision, RequestDetail } from "../../src/api/requests";
import { LIVE_PATH, routes, type AnswerOf, type RouteName } from "../../src/api/routes";
import { summaryOf } from "./sign-off/requests";

const dist = path.join(__dirname, "../../dist");

interface Line {
  readonly place: unknown;
  readonly text: string;
}

/**
 * A double of the service for the manager's screens: real HTTP, answers checked against the shapes
 * of `src/api`, requests in memory, the page's files with the content policy that it is served with.
 */
export class ServiceDouble {
  readonly requests = new Map<string, RequestDetail>();
  readonly decided: RequestDetail[] = [];
  /** Every call that came in, as method and path. */
  readonly calls: string[] = [];
  readonly decisions: (Decision & { readonly id: string })[] = [];
  /** What the next decision is answered with instead of being taken. */
  readonly revoked: { readonly id: string; readonly comment: string }[] = [];
  /** Requests whose decisions are refused, whatever is decided. */
  readonly refuse = new Map<string, ProblemCode>();
  refuseNext: { readonly code: ProblemCode; readonly state?: RequestDetail["state"] } | null = null;
  lines: Record<string, readonly Line[]> = {};
  /** OpenID provider that the page is told of. */
  authority = "";
  readonly #streams = new Set<ServerResponse>();
  #links = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ServiceDouble> {
    const holder: { double?: ServiceDouble } = {};
    const server = createServer((asked, answer) => void holder.double?.answer(asked, answer));
    const double = new ServiceDouble(server);
    holder.double = double;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return double;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get listeners(): number {
    return this.#streams.size;
  }

  seed(...requests: readonly RequestDetail[]): void {
    this.requests.clear();
    this.decided.length = 0;
    this.calls.length = 0;
    this.decisions.length = 0;
    this.revoked.length = 0;
    this.refuse.clear();
    this.lines = {};
    this.refuseNext = null;
    for (const each of requests) this.requests.set(each.id, each);
  }

  /** Tells everybody who listens; `change` happens first. */
  change(id: string, change: Partial<RequestDetail> | null): void {
    const before = this.requests.get(id);
    if (before !== undefined && change !== null) this.requests.set(id, { ...before, ...change });
    for (const stream of this.#streams)
      stream.write(`data: ${JSON.stringify({ changed: id })}\n\n`);
  }

  dropStreams(): void {
    for (const stream of this.#streams) stream.end();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(asked.url ?? "/", this.origin);
    if (!url.pathname.startsWith("/api/")) return this.page(url, answer);
    this.calls.push(`${asked.method} ${url.pathname}${url.search}`);
    if (!/^Bearer .+/.test(asked.headers.authorization ?? ""))
      return problem(answer, "identity/missing");
    if (url.pathname === LIVE_PATH) return this.live(answer);
    const [, id = "", what = "", index = ""] =
      /^\/api\/requests(?:\/([^/]+)(?:\/(text|decision|revoke|attachments)(?:\/(\d+)\/link)?)?)?$/.exec(
        url.pathname,
      ) ?? [];
    if (id === "") return this.list(url, answer);
    const detail = this.find(id);
    if (detail === undefined) return problem(answer, "api/not-found");
    if (what === "text") return this.text(url, answer);
    if (what === "attachments") return this.link(Number(index), answer);
    if (what === "decision") return this.decide(detail, await bodyOf(asked), answer);
    if (what === "revoke") return this.revoke(detail, await bodyOf(asked), answer);
    return send(answer, "request", detail);
  }

  private find(id: string): RequestDetail | undefined {
    return this.requests.get(id) ?? this.decided.find((each) => each.id === id);
  }

  private list(url: URL, answer: ServerResponse): void {
    const isOpen = url.searchParams.get("box") === "to-decide";
    const open = [...this.requests.values()].filter(
      ({ state, mayDecide }) => state === "requested" && mayDecide,
    );
    const all = isOpen ? open : this.decided;
    send(answer, "requests", { requests: all.map(summaryOf), next: null });
  }

  private text(url: URL, answer: ServerResponse): void {
    const isRevealed = url.searchParams.get("reveal") === "true";
    const known = this.lines[url.searchParams.get("part") ?? ""];
    const lines = known ?? [
      { place: { steps: [{ type: "body" }], row: 1 }, text: "山田様" },
      {
        place: { steps: [{ type: "body" }], row: 2 },
        text: `お電話は ${isRevealed ? "090-1234-5612" : "090-****-**12"} でよろしいでしょうか。`,
      },
    ];
    send(answer, "requestText", { lines: [...lines], next: null });
  }

  private link(index: number, answer: ServerResponse): void {
    // Another origin: the same port by another name.
    const url = `${this.origin.replace("127.0.0.1", "localhost")}/content/${index}-${++this.#links}`;
    send(answer, "contentLink", { url, expiresAt: Date.now() + 60_000 });
  }

  private decide(detail: RequestDetail, body: unknown, answer: ServerResponse): void {
    if (!Value.Check(routes.decide.body, body)) return problem(answer, "api/invalid");
    this.decisions.push({ ...body, id: detail.id });
    const code = this.refuse.get(detail.id);
    const refused = code === undefined ? this.refuseNext : { code };
    this.refuseNext = null;
    if (refused !== null) return problem(answer, refused.code, refused.state);
    if (detail.state !== "requested") return problem(answer, "approval/state", detail.state);
    if (body.digest !== detail.digest) return problem(answer, "approval/digest-mismatch");
    if (body.decision === "approve") {
      if (String([...body.ticks].sort()) !== String([...detail.ticks].sort()))
        return problem(answer, "approval/ticks-mismatch");
      if (detail.typedNumber && body.number !== detail.others)
        return problem(answer, "approval/number-mismatch");
    }
    const after = decidedAs(detail, body);
    this.requests.set(detail.id, after);
    this.decided.unshift(after);
    send(answer, "request", after);
  }

  private revoke(detail: RequestDetail, body: unknown, answer: ServerResponse): void {
    if (!Value.Check(routes.revoke.body, body)) return problem(answer, "api/invalid");
    this.revoked.push({ ...body, id: detail.id });
    if (detail.state !== "approved") return problem(answer, "approval/state", detail.state);
    const after: RequestDetail = { ...detail, state: "revoked" };
    this.requests.set(detail.id, after);
    this.decided.splice(0, this.decided.length, after);
    send(answer, "request", after);
  }

  private live(answer: ServerResponse): void {
    answer.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    answer.write(": here\n\n");
    this.#streams.add(answer);
    answer.on("close", () => this.#streams.delete(answer));
  }

  private page({ pathname }: URL, answer: ServerResponse): void {
    if (pathname.startsWith("/content/")) {
      answer.writeHead(200, {
        "content-type": "application/octet-stream",
        "content-disposition": "attachment; filename=file.bin",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
      });
      return void answer.end("bytes");
    }
    const name = pathname === "/review" ? "review.html" : pathname.slice(1);
    if (name === "configuration.js")
      return void answer
        .writeHead(200, { "content-type": "text/javascript" })
        .end(`var SEKISHO=${JSON.stringify(this.configuration())};\n`);
    if (!/^[\w.-]+\.(html|js)$/.test(name)) return void answer.writeHead(404).end();
    const type = name.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript";
    answer.writeHead(200, { "content-type": type, "content-security-policy": this.policy() });
    answer.end(readFileSync(path.join(dist, name)));
  }

  private configuration(): object {
    const { origin, authority } = this;
    return { origin, tenant: "t", domains: [], authority, clientId: "sekisho", scope: "sign-off" };
  }

  /** As the service serves it. */
  private policy(): string {
    return [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ${this.authority === "" ? "" : new URL(this.authority).origin}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; ");
  }
}

function decidedAs(detail: RequestDetail, body: Decision): RequestDetail {
  const approvals = detail.decisions.filter(({ decision }) => decision === "approve").length + 1;
  const isApproved = body.decision === "approve" && approvals >= detail.required.managers;
  const by = { id: "sato", name: "佐藤 花子" };
  const { decision, comment } = body;
  return {
    ...detail,
    state: body.decision === "reject" ? "rejected" : isApproved ? "approved" : "requested",
    mayDecide: false,
    decisions: [...detail.decisions, { by, decision, comment, at: Date.now() }],
  };
}

async function bodyOf(asked: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const piece of asked) text += String(piece);
  return JSON.parse(text) as unknown;
}

/** An answer that the real service could not give is a mistake of the test. */
function send<N extends RouteName>(answer: ServerResponse, name: N, value: AnswerOf<N>): void {
  if (!Value.Check(routes[name].answer, value))
    throw new Error(
      `not an answer of ${name}: ${JSON.stringify(Value.Errors(routes[name].answer, value))}`,
    );
  answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function problem(answer: ServerResponse, code: ProblemCode, state?: string): void {
  const status = PROBLEM_STATUS[code];
  const body = { type: "about:blank", title: code, status, code, ...(state ? { state } : {}) };
  answer.writeHead(status, { "content-type": "application/problem+json" });
  answer.end(JSON.stringify(body));
}
