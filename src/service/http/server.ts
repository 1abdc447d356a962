import fastify, { LogController, type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { observe } from "./observe";
import type { Parts } from "./parts";
import { sendProblem } from "./problem";
import "./requests";
import { Refused } from "../refused";

export interface ServerOptions {
  /** Addresses of the proxies in front, whose word about the caller's address is believed. */
  readonly trustProxy: readonly string[];
  readonly tls: { readonly key: string; readonly cert: string } | null;
}

/** Milliseconds in which a request has to arrive, and a connection may lie idle. */
const REQUEST_TIMEOUT = 120_000;
const IDLE_TIMEOUT = 72_000;

/** A server that logs, counts and refuses as all of ours do. */
export function createServer(
  parts: Pick<Parts, "logger" | "metrics">,
  { trustProxy, tls }: ServerOptions,
): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.logger,
    // Their lines quote addresses; `observe` writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: IDLE_TIMEOUT,
    bodyLimit: 64 * 1024,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    ...(tls ? { https: tls } : {}),
  } as object) as unknown as FastifyInstance;
  observe(app, parts);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new Refused("api/not-found")),
  );
  return app;
}
