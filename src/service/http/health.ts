import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Refused } from "../refused";
import type { Parts, Readiness } from "./parts";

const NO_DOCUMENT = { hide: true } as object;

interface Checked {
  readonly needed: boolean;
  readonly state: string;
}

/** For those who run it: alive, able to sign off, and what was counted. Nothing personal. */
export function addHealth(app: FastifyInstance, parts: Parts): void {
  const { readiness, site, metrics, metricsToken } = parts;
  app.get("/api/health", { schema: NO_DOCUMENT }, () => ({ status: "ok" }));
  app.get("/api/ready", { schema: NO_DOCUMENT }, async (_, reply) => {
    const checks = Object.fromEntries(await Promise.all(readiness.map(checkOne)));
    const isReady = Object.values(checks).every(({ needed, state }) => !needed || state === "ok");
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "not-ready", keys: site.keyIds, checks });
  });
  const isReader = readerBy(metricsToken);
  app.get("/metrics", { schema: NO_DOCUMENT }, async ({ headers }, reply) => {
    if (!isReader(headers.authorization)) throw new Refused("api/not-found");
    return reply.type(metrics.type).send(await metrics.text());
  });
}

/** To everybody else there is nothing here. */
function readerBy(token: string | null): (authorization: string | undefined) => boolean {
  if (token === null) return () => false;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  const right = hash(`Bearer ${token}`);
  return (authorization = "") => timingSafeEqual(hash(authorization), right);
}

async function checkOne(part: Readiness): Promise<[string, Checked]> {
  return [part.name, { needed: part.needed, state: await part.check() }];
}
