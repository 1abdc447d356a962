import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { World } from "../world";
import type { TlsFiles } from "./certificate";
import { demoKeys } from "./demo-keys";
import { startDemoServer } from "./demo-server";
import type { DemoServer } from "./demo-server";
import { demoService } from "./demo-service";
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
import type { ServicePart } from "./service-part";
import { worldPart } from "./world-part";

export interface DemoOptions {
  readonly port: number;
  /** The built files. */
  readonly dist: string;
  /** Holds `node_modules` and `.local`; the folder around `dist` unless given. */
  readonly home?: string;
  /** The databases' own; within `.local` unless given. */
  readonly folder?: string;
  /** Goes on with the databases of the last time. */
  readonly keep?: boolean;
  /** Another host that serves the add-in's files to the simulated client. */
  readonly addInOrigin?: string;
}

export interface RunningDemo extends DemoServer {
  readonly service: Pick<ServicePart, "stop" | "start">;
  /** Where anybody on this machine may hand in mail for the demo's inboxes. */
  readonly mail: Pick<MailSink, "host" | "port">;
}

/** The whole product on one origin: simulated client, add-in, provider, service, mail server. */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { dist, home = path.dirname(dist), keep = false, addInOrigin } = options;
  const local = path.join(home, ".local");
  const folder = options.folder ?? path.join(local, "demo");
  const keys = demoKeys(local);
  const sink = await MailSink.start();
  let part: ServicePart | null = null;
  const assemble = async (origin: string, tls: TlsFiles) => {
    const identity = { origin, signingKey: keys.identity, cookieKey: keys.cookies };
    const addInOrigins = addInOrigin === undefined ? [] : [addInOrigin];
    const service = await demoService({
      origin,
      tls,
      dist,
      folder,
      keep,
      keys,
      sink,
      addInOrigins,
    });
    part = service.part;
    return {
      parts: [
        identityPart({ ...identity, mount: OIDC_MOUNT }),
        identityPart({ ...identity, mount: OUTLOOK_MOUNT }),
        service.part,
        worldPart(worldOf(origin, folder)),
        mailPart(sink),
      ],
      configuration: service.configuration,
    };
  };
  const server = await startDemoServer({ ...options, home, assemble });
  return { ...server, service: part as unknown as ServicePart, mail: sink };
}

const worldOf = (origin: string, folder: string): World => ({
  id: worldId(path.join(folder, "world")),
  issuer: origin + OIDC_MOUNT,
  door: origin + OUTLOOK_MOUNT,
  clientId: OUTLOOK_CLIENT,
  returnTo: origin + OUTLOOK_RETURN,
  scope: serviceScope(origin),
});

/** As old as the databases beside it. */
function worldId(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    const id = randomUUID();
    writeFileSync(file, id);
    return id;
  }
}
