import type { FastifyInstance } from "fastify";
import type { Site } from "./parts";

const METHODS = "GET, POST, PUT";
const ALLOWED_HEADERS = "authorization, content-type";
const READABLE_HEADERS = "retry-after, x-request-id";
/** Seconds; browsers keep an answer no longer than two hours. */
const KEPT_FOR = "7200";

/**
 * The add-in's files may lie on another host than the service, and classic Outlook calls as that
 * host too. No cookies: authority is a header that another page cannot know.
 */
export function addCors(app: FastifyInstance, { addIn, addInOrigins }: Site): void {
  const allowed = new Set([addIn.origin, ...addInOrigins]);
  app.addHook("onRequest", (request, reply, done) => {
    if (!request.url.startsWith("/api/")) return done();
    const { origin } = request.headers;
    reply.header("vary", "origin");
    if (origin === undefined || !allowed.has(origin)) return done();
    reply
      .header("access-control-allow-origin", origin)
      .header("access-control-expose-headers", READABLE_HEADERS);
    done();
  });
  app.options("/api/*", { schema: { hide: true } }, (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && allowed.has(origin))
      reply
        .header("access-control-allow-methods", METHODS)
        .header("access-control-allow-headers", ALLOWED_HEADERS)
        .header("access-control-max-age", KEPT_FOR);
    return reply.code(204).send();
  });
}
