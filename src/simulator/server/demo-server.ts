import staticFiles from "@fastify/static";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply } from "fastify";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import {
  ALLOWED_SCRIPTS_PATH,
  allowedScripts,
  configurationLine,
  WITHOUT_SERVICE,
} from "../../service/http/add-in-line";
import { manifestFor } from "../../service/http/manifest";
import { COMPANY_DOMAIN } from "../seed/people";
import { localCertificate } from "./certificate";
import { AJAX_STAND_IN } from "./microsoft-ajax";
import { AJAX_PATH, localPage } from "./rewrite";

export const DEFAULT_PORT = 3443;
const PORTS_TRIED = 20;
const HOST = "127.0.0.1";
/** No service, no directory: a mail file judged on the command line gets the same digest. */
const DEMO_TENANT = "";

/** Everything from here; frames of this origin only, and nothing else may frame it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-cache",
} as const;

export interface DemoServerOptions {
  /** The first port to try; 0 takes any free one. */
  readonly port: number;
  /** The built files. */
  readonly dist: string;
  /** Holds `node_modules` and `.local`; the folder around `dist` unless given. */
  readonly home?: string;
  /** In the add-in's configuration; the seeded company's own domain unless given. */
  readonly domains?: readonly string[];
}

export interface DemoServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** One origin for the simulated client, the add-in's files and office.js; on this machine only. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  for (let attempt = 0; ; attempt++) {
    const app = await createApp(options);
    try {
      await app.listen({ host: HOST, port: options.port === 0 ? 0 : options.port + attempt });
      return { origin: originOf(app), close: () => app.close() };
    } catch (error) {
      await app.close();
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || attempt + 1 >= PORTS_TRIED) throw error;
    }
  }
}

function originOf(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("server has no port");
  return `https://localhost:${address.port}`;
}

async function createApp(options: DemoServerOptions): Promise<FastifyInstance> {
  const home = options.home ?? path.dirname(options.dist);
  const app = fastify({
    https: await localCertificate(path.join(home, ".local"), new Date()),
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  app.addHook("onSend", (_request, reply, payload, done) => {
    reply.headers(HEADERS);
    done(null, payload);
  });
  addPages(app, options.dist);
  addAddinFiles(app, options);
  await app.register(staticFiles, { root: options.dist, cacheControl: false });
  await app.register(staticFiles, {
    root: path.join(home, "node_modules/@microsoft/office-js/dist"),
    prefix: "/office-js/",
    decorateReply: false,
    cacheControl: false,
  });
  return app;
}

function addPages(app: FastifyInstance, dist: string): void {
  const read = (file: string) => localPage(readFileSync(path.join(dist, file), "utf8"));
  for (const file of readdirSync(dist).filter((each) => each.endsWith(".html")))
    app.get(`/${file}`, (_, reply) => send(reply, "text/html", read(file)));
  app.get("/", (_, reply) => send(reply, "text/html", read("simulator.html")));
}

function addAddinFiles(
  app: FastifyInstance,
  { dist, domains = [COMPANY_DOMAIN] }: DemoServerOptions,
): void {
  const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
  const line = () =>
    configurationLine({ origin: originOf(app), tenant: DEMO_TENANT, domains, ...WITHOUT_SERVICE });
  app.get("/configuration.js", (_, reply) => send(reply, "text/javascript", line()));
  app.get("/launchevent.js", (_, reply) =>
    send(reply, "text/javascript", line() + read("launchevent.js")),
  );
  app.get(AJAX_PATH, (_, reply) => send(reply, "text/javascript", AJAX_STAND_IN));
  app.get("/manifest.xml", (_, reply) =>
    send(reply, "application/xml", manifestFor(read("manifest.xml"), originOf(app))),
  );
  app.get(ALLOWED_SCRIPTS_PATH, () => allowedScripts(originOf(app)));
}

const send = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.type(`${type}; charset=utf-8`).send(text);
