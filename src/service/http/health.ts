import type { FastifyInstance } from "fastify";
import type { Parts, Readiness } from "./parts";

const NO_DOCUMENT = { hide: true } as object;

interface Checked {
  readonly needed: boolean;
  readonly state: string;
}

/** For those who run it: alive, able to sign off, and what was counted. Nothing personal. */
export function addHealth(app: FastifyInstance, parts: Parts): void {
  const { readiness, site, metrics } = parts;
  app.get("/api/health", { schema: NO_DOCUMENT }, () => ({ status: "ok" }));
  app.get("/api/ready", { schema: NO_DOCUMENT }, async (_, reply) => {
    const checks = Object.fromEntries(await Promise.all(readiness.map(checkOne)));
    const isReady = Object.values(checks).every(({ needed, state }) => !needed || state === "ok");
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "not-ready", keys: site.keyIds, checks });
  });
  app.get("/metrics", { schema: NO_DOCUMENT }, async (_, reply) =>
    reply.type(metrics.type).send(await metrics.text()),
  );
}

async function checkOne(part: Readiness): Promise<[string, Checked]> {
  return [part.name, { needed: part.needed, state: await part.check() }];
}
