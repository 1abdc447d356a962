import path from "node:path";
import type { Configuration } from "../../core/configuration";
import { JAPANESE_HOURS, USUAL_PATIENCE } from "../../approval/deciding/business-time";
import { DEMO_TENANT } from "../../service/configuration/demo-marks";
import { createDesk } from "../../service/desk/create-desk";
import { openJudgeThread } from "../../service/desk/judging";
import type { TenantSettings } from "../../service/desk/parts";
import { linksInMemory } from "../../service/http/content-links";
import { createContentServer } from "../../service/http/content-server";
import { DEFAULT_LIMITS } from "../../service/http/limits";
import { createLogger } from "../../service/http/log";
import { createMetrics } from "../../service/http/metrics";
import type { Parts } from "../../service/http/parts";
import { createService } from "../../service/http/service";
import { accessTokens } from "../../service/identity/access-token";
import { SigningKeys } from "../../service/identity/signing-keys";
import { COMPANY_DOMAIN } from "../seed/people";
import type { TlsFiles } from "./certificate";
import type { DemoKeys } from "./demo-keys";
import { demoNotices } from "./demo-notices";
import { demoServiceKeys } from "./demo-service-keys";
import { demoStorage } from "./demo-storage";
import { listen } from "./https";
import { OIDC_MOUNT, SERVICE_CLIENT, serviceScope } from "./identity-provider";
import { trusting } from "./issuer-keys";
import type { MailSink } from "./mail-sink";
import { ServicePart } from "./service-part";

export interface DemoServiceOptions {
  readonly origin: string;
  readonly tls: TlsFiles;
  /** The built files. */
  readonly dist: string;
  /** The databases' own. */
  readonly folder: string;
  readonly keep: boolean;
  readonly keys: DemoKeys;
  readonly sink: MailSink;
}

export interface DemoService {
  readonly part: ServicePart;
  readonly configuration: Configuration;
}

const UNPROXIED = { trustProxy: [], tls: null };

/** Nobody who tries the demo at night should wait for the morning. */
const SETTINGS: TenantSettings = {
  tenant: DEMO_TENANT,
  insideDomains: [COMPANY_DOMAIN],
  hours: { ...JAPANESE_HOURS, days: [0, 1, 2, 3, 4, 5, 6], opens: 0, closes: 24 * 60 },
  patience: USUAL_PATIENCE,
  offlineSeconds: 60 * 60,
  minBundle: 0,
};

/** The whole service as `serve` runs it, with the demo's company, keys, provider and mail server. */
export async function demoService(options: DemoServiceOptions): Promise<DemoService> {
  const { origin, tls, dist, sink } = options;
  const { keys, rootKey } = demoServiceKeys(options.keys, Math.floor(Date.now() / 1000));
  const logger = createLogger("warn", process.stderr);
  const metrics = createMetrics({ process: false });
  const storage = await demoStorage({
    folder: options.folder,
    keep: options.keep,
    master: options.keys.master,
    keys,
    alarm: ({ table, id }) => logger.error({ table, id }, "a row is not as it was written"),
  });
  const thread = openJudgeThread(path.join(dist, "judge-worker.js"));
  const desk = createDesk({
    storage,
    keys,
    settings: (tenant) => (tenant === DEMO_TENANT ? SETTINGS : null),
    judge: thread.judge,
  });
  const notices = demoNotices({ storage, sink, origin, metrics, logger });
  const configuration: Configuration = {
    origin,
    tenant: DEMO_TENANT,
    domains: [COMPANY_DOMAIN],
    rootKey,
    keys: keys.keySet,
    authority: origin + OIDC_MOUNT,
    clientId: SERVICE_CLIENT,
    scope: serviceScope(origin),
  };
  const content = await listen(0, tls);
  const parts: Parts = {
    desk,
    mayRead: (caller, id) => desk.mayRead(caller, id),
    tokens: tokensOf(origin, tls),
    changes: storage.changes,
    links: linksInMemory(),
    metrics,
    readiness: [],
    logger,
    clock: Date.now,
    limits: DEFAULT_LIMITS,
    site: {
      dist,
      addIn: configuration,
      keyIds: keys.verification.map(({ kid }) => kid),
      addInOrigins: [],
      frameAncestors: [origin],
      // Another host name than the pages': nothing that is opened there is one of them.
      contentOrigin: content.origin.replace("localhost", "127.0.0.1"),
    },
  };
  const app = await createService(parts, UNPROXIED);
  const contentApp = createContentServer(parts, UNPROXIED);
  await Promise.all([app.ready(), contentApp.ready()]);
  content.serve((request, response) => contentApp.routing(request, response));
  notices.start();
  const close = async (): Promise<void> => {
    await notices.stop();
    await Promise.all([content.close(), app.close(), contentApp.close()]);
    await thread.close();
    await storage.close();
  };
  return { part: new ServicePart(app, close), configuration };
}

const tokensOf = (origin: string, tls: TlsFiles) =>
  accessTokens({
    rules: {
      issuer: origin + OIDC_MOUNT,
      tenants: [DEMO_TENANT],
      audience: SERVICE_CLIENT,
      scope: "access_as_user",
    },
    keyFor: new SigningKeys({
      address: new URL(`${origin + OIDC_MOUNT}/jwks`),
      fetch: trusting(tls.cert),
      clock: Date.now,
    }).keyFor,
    clock: Date.now,
  });
