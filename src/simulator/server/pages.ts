import staticFiles from "@fastify/static";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply } from "fastify";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Configuration } from "../../core/configuration";
import {
  ALLOWED_SCRIPTS_PATH,
  allowedScripts,
  configurationLine,
} from "../../service/http/add-in-line";
import { manifestFor } from "../../service/http/manifest";
import { AJAX_STAND_IN } from "./microsoft-ajax";
import { AJAX_PATH, localPage } from "./rewrite";

/** Everything from here; frames of this origin and the add-in's, and nothing else may frame it. */
const contentSecurityPolicy = (addInOrigin: string): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${addInOrigin}`,
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `frame-src 'self' blob: ${addInOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-cache",
} as const;

export interface PagesOptions {
  /** The built files. */
  readonly dist: string;
  /** Holds `node_modules`. */
  readonly home: string;
  readonly configuration: Configuration;
  /** Of the host that serves the add-in's files: this one, or another. */
  readonly addInOrigin: string;
}

/** The simulated client's page, the add-in's files, and office.js from its package. */
export async function pages({
  dist,
  home,
  configuration,
  addInOrigin,
}: PagesOptions): Promise<FastifyInstance> {
  const app = fastify();
  app.addHook("onSend", (_request, reply, payload, done) => {
    reply.headers({ ...HEADERS, "content-security-policy": contentSecurityPolicy(addInOrigin) });
    done(null, payload);
  });
  addPages(app, dist);
  addAddinFiles(app, dist, configuration, addInOrigin);
  await app.register(staticFiles, { root: dist, cacheControl: false });
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
  dist: string,
  configuration: Configuration,
  addInOrigin: string,
): void {
  const read = (file: string) => readFileSync(path.join(dist, file), "utf8");
  const line = configurationLine(configuration);
  const { origin } = configuration;
  app.get("/configuration.js", (_, reply) => send(reply, "text/javascript", line));
  app.get("/launchevent.js", (_, reply) =>
    send(reply, "text/javascript", line + read("launchevent.js")),
  );
  app.get(AJAX_PATH, (_, reply) => send(reply, "text/javascript", AJAX_STAND_IN));
  app.get("/manifest.xml", (_, reply) =>
    send(reply, "application/xml", manifestFor(read("manifest.xml"), addInOrigin)),
  );
  app.get(ALLOWED_SCRIPTS_PATH, () => allowedScripts(origin));
}

const send = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.type(`${type}; charset=utf-8`).send(text);
