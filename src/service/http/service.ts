import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { addAddInFiles } from "./add-in-files";
import { addApi } from "./api";
import { addCors } from "./cors";
import { addHeaders } from "./headers";
import { addHealth } from "./health";
import { MOST_KEYS } from "./limits";
import { addLive } from "./live";
import { addOpenApi } from "./openapi";
import { addOverload } from "./overload";
import type { Parts } from "./parts";
import { createServer, type ServerOptions } from "./server";

/** The service's own origin: calls, live updates, pages and the add-in's files. */
export async function createService(
  parts: Parts,
  options: ServerOptions,
): Promise<FastifyInstance> {
  const app = createServer(parts, options);
  addHeaders(app, parts.site);
  addCors(app, parts.site);
  addOverload(app, parts.limits.atOnce);
  await app.register(rateLimit, { global: false, cache: MOST_KEYS });
  await addOpenApi(app, parts.site.addIn.origin);
  const buckets = addApi(app, parts);
  addLive(app, parts, buckets);
  addHealth(app, parts);
  await addAddInFiles(app, parts.site);
  return app;
}
