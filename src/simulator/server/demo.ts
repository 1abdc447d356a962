import { randomUUID } from "node:crypto";
import path from "node:path";
import { WITHOUT_SERVICE } from "../../service/http/add-in-line";
import { DEMO_TENANT } from "../../service/configuration/demo-marks";
import { demoKeys } from "./demo-keys";
import { startDemoServer } from "./demo-server";
import type { Assembly, DemoServer } from "./demo-server";
import { identityPart } from "./identity-part";
import {
  OIDC_MOUNT,
  OUTLOOK_CLIENT,
  OUTLOOK_MOUNT,
  OUTLOOK_RETURN,
  serviceScope,
} from "./identity-provider";
import { mailPart } from "./mail-part";
import { MailSink } from "./mail-sink";
import { worldPart } from "./world-part";

export interface DemoOptions {
  readonly port: number;
  readonly dist: string;
  readonly home?: string;
  /** Goes on with the databases of the last time. */
  readonly keep?: boolean;
}

export type RunningDemo = DemoServer;

export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const home = options.home ?? path.dirname(options.dist);
  const keys = demoKeys(path.join(home, ".local"));
  const sink = await MailSink.start();
  const assemble = (origin: string): Promise<Assembly> => {
    const identity = { origin, signingKey: keys.identity, cookieKey: keys.cookies };
    const world = {
      id: randomUUID(),
      issuer: origin + OIDC_MOUNT,
      door: origin + OUTLOOK_MOUNT,
      clientId: OUTLOOK_CLIENT,
      returnTo: origin + OUTLOOK_RETURN,
      scope: serviceScope(origin),
    };
    return Promise.resolve({
      parts: [
        identityPart({ ...identity, mount: OIDC_MOUNT }),
        identityPart({ ...identity, mount: OUTLOOK_MOUNT }),
        mailPart(sink),
        worldPart(world),
      ],
      configuration: { tenant: DEMO_TENANT, ...WITHOUT_SERVICE },
    });
  };
  return startDemoServer({ ...options, home, assemble });
}
