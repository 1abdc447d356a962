import type { FastifyInstance } from "fastify";
import { LIVE_PATH } from "../../api/routes";
import { Refused } from "../refused";

/**
 * More calls at once than can be answered in time are refused at once, not kept waiting: a client
 * at Send then goes on with its ticket as if there were no service (503), instead of hanging.
 */
export function addOverload(app: FastifyInstance, most: number): void {
  let open = 0;
  app.addHook("onRequest", (request, reply, done) => {
    // Streams stay open for an hour and cost nothing meanwhile.
    if (request.routeOptions.url === LIVE_PATH) return done();
    open += 1;
    reply.raw.once("close", () => {
      open -= 1;
    });
    done(open > most ? new Refused("api/unavailable") : undefined);
  });
}
