import type { FastifyInstance } from "fastify";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createContentServer } from "../../src/service/http/content-server";
import { linksInMemory } from "../../src/service/http/content-links";
import { DEFAULT_LIMITS } from "../../src/service/http/limits";
import { createLogger } from "../../src/service/http/log";
import { createMetrics } from "../../src/service/http/metrics";
import type { Parts } from "../../src/service/http/parts";
import type { Change } from "../../src/service/storage/changes";
import { createService } from "../../src/service/http/service";
import type { AccessTokens, VerifiedCaller } from "../../src/service/identity/access-token";
import { Refused } from "../../src/service/refused";
import { DeskDouble } from "./desk-double";
import { TENANT } from "./identity-provider";

export const METRICS_TOKEN = "reader-of-metrics-0123456789-0123456789";
export const ADD_IN_HOST = "https://addin.sakura-motors.example";

/** Tokens of the form "oid" or "oid.anything": what is tried here is not how they are signed. */
export const plainTokens = (lifetime = 3600): AccessTokens => {
  const seen = new Map<string, VerifiedCaller>();
  const callerOf = (token: string): VerifiedCaller => ({
    tenant: TENANT,
    oid: token.split(".")[0] ?? "",
    authTime: 1,
    expiresAt: Math.floor(Date.now() / 1000) + lifetime,
  });
  return {
    known: (token) => seen.get(token) ?? null,
    verify(token) {
      if (!/^[0-9a-f-]{36}(\.|$)/.test(token))
        return Promise.reject(new Refused("identity/invalid"));
      const caller = callerOf(token);
      seen.set(token, caller);
      return Promise.resolve(caller);
    },
  };
};

export interface Called {
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service on a free port of this machine, over a double of the desk. */
export class World {
  readonly log: string[] = [];
  readonly desk = new DeskDouble();
  readonly listeners = new Set<(change: Change) => void>();
  readonly metrics = createMetrics({ process: false });
  origin = "";
  contentOrigin = "";
  app!: FastifyInstance;
  private content!: FastifyInstance;
  private readonly folder = mkdtempSync(path.join(tmpdir(), "service-"));

  static async start(over: Partial<Parts> = {}, frameAncestors: string[] = []): Promise<World> {
    const world = new World();
    await world.begin(over, frameAncestors);
    return world;
  }

  private async begin(over: Partial<Parts>, frameAncestors: string[]): Promise<void> {
    this.writeFiles();
    const site = {
      dist: this.folder,
      addIn: {
        origin: "https://sekisho.sakura-motors.example",
        tenant: TENANT,
        domains: ["sakura-motors.example"],
        rootKey: "root",
        keys: "keys.of.root",
        authority: `https://login.microsoftonline.com/${TENANT}`,
        clientId: "client",
        scope: "api://client/access_as_user",
      },
      keyIds: ["ticket-1"],
      addInOrigins: [ADD_IN_HOST],
      frameAncestors,
      contentOrigin: "",
    };
    const parts: Parts = {
      desk: this.desk,
      mayRead: () => Promise.resolve(true),
      tokens: plainTokens(),
      changes: {
        subscribe: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
      links: linksInMemory(),
      metrics: this.metrics,
      metricsToken: METRICS_TOKEN,
      readiness: [],
      logger: createLogger("info", { write: (line: string) => this.log.push(line) }),
      clock: Date.now,
      limits: DEFAULT_LIMITS,
      site,
      ...over,
    };
    const options = { trustProxy: [], tls: null };
    this.content = createContentServer(parts, options);
    this.contentOrigin = await listen(this.content);
    site.contentOrigin = this.contentOrigin;
    this.app = await createService(parts, options);
    this.origin = await listen(this.app);
  }

  private writeFiles(): void {
    mkdirSync(path.join(this.folder, "assets"));
    const files = {
      "taskpane.html": "<!doctype html><title>pane</title><p>pane</p>",
      "review.html": "<!doctype html><title>review</title><p>review</p>",
      "launchevent.html": "<!doctype html><title>launch</title>",
      "launchevent.js": "handlers();",
      "taskpane.js": "pane();",
      "server.js": "secret server",
      "cli.js": "secret cli",
      "simulator.html": "secret simulator",
      ".built-from": "secret stamp",
      "manifest.xml": `<OfficeApp><Id>x</Id><IconUrl DefaultValue="https://sekisho.example.com/a.png"/></OfficeApp>`,
      "assets/icon-16.png": "png",
    };
    for (const [name, text] of Object.entries(files))
      writeFileSync(path.join(this.folder, name), text);
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  /** JSON in and out unless bytes are given. */
  async call(address: string, { token = null, method = "GET", body, headers }: Called = {}) {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(this.origin + address, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || isBytes ? {} : { "content-type": "application/json" }),
        ...(isBytes ? { "content-type": "application/octet-stream" } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isBytes || typeof body === "string" ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    const json = (isJson && text !== "" ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, text, json };
  }

  async stop(): Promise<void> {
    await Promise.all([this.app.close(), this.content.close()]);
    rmSync(this.folder, { recursive: true });
  }
}

async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: "127.0.0.1", port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}
