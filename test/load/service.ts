import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { readConfiguration } from "../../src/service/configuration/configuration";
import { createLogger } from "../../src/service/http/log";
import { startService } from "../../src/service/start";

/** The issuer's public keys, for this machine alone. */
async function serveKeys(jwk: object): Promise<URL> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
}

/**
 * A process of its own: the service as `serve` starts it, but for the issuer. Tells its parent where
 * it listens and the key that tokens are signed with.
 */
export async function runService(dist: string): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new Error(JSON.stringify(read.bad));
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "load", use: "sig", alg: "RS256" };
  const { site, identity, ...others } = read.configuration;
  const anyPort = { host: "127.0.0.1", port: 0 };
  const service = await startService({
    configuration: {
      ...others,
      site: { ...site, listen: anyPort, contentListen: anyPort },
      identity: { ...identity, keysAddress: await serveKeys(jwk) },
    },
    dist: path.resolve(dist),
    logger: createLogger("error"),
    fetch,
    clock: Date.now,
  });
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  process.send?.({ origin: service.addresses[0], key });
  const atStart = process.cpuUsage();
  process.once("message", () => {
    const { user, system } = process.cpuUsage(atStart);
    process.send?.({ cpuSeconds: (user + system) / 1e6 });
    void service.stop().then(() => process.disconnect());
  });
}
