import type { FastifyInstance } from "fastify";
import { errorFields } from "./log";
import type { Parts } from "./parts";
import { refusedBy, sendProblem } from "./problem";

/** A line and a count for each answer, by the route's pattern: ids of content stay out of both. */
export function observe(app: FastifyInstance, { metrics }: Pick<Parts, "metrics">): void {
  app.decorateRequest("caller", null);
  app.decorateReply("problem", null);
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "(none)";
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.answered(route, request.method, reply.statusCode, ms / 1000);
    if (reply.problem !== null) metrics.problem(route, reply.problem);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms,
        tenant: request.caller?.tenant,
        code: reply.problem ?? undefined,
      },
      "answered",
    );
    done();
  });
  app.setErrorHandler((error, request, reply) => {
    const refused = refusedBy(error);
    if (refused.code === "api/internal") request.log.error(errorFields(error), "failed");
    return sendProblem(request, reply, refused);
  });
}
