import type { Logger } from "pino";
import { JAPANESE_HOURS, USUAL_PATIENCE } from "../../approval/deciding/business-time";
import type { Configuration } from "../../core/configuration";
import { DEMO_TENANT } from "../../service/configuration/demo-marks";
import type { WholeDesk } from "../../service/desk/create-desk";
import type { TenantSettings } from "../../service/desk/parts";
import { linksInDatabase } from "../../service/http/content-links";
import { DEFAULT_LIMITS } from "../../service/http/limits";
import type { Metrics } from "../../service/http/metrics";
import type { Parts } from "../../service/http/parts";
import { accessTokens } from "../../service/identity/access-token";
import { SigningKeys } from "../../service/identity/signing-keys";
import type { ServiceKeys } from "../../service/keys/service-keys";
import { COMPANY_DOMAIN } from "../seed/people";
import type { TlsFiles } from "./certificate";
import type { DemoStorage } from "./demo-storage";
import { OIDC_MOUNT, SERVICE_CLIENT, SERVICE_SCOPE, serviceScope } from "./identity-provider";
import { trusting } from "./issuer-keys";

/** Nobody who tries the demo at night should wait for the morning. */
const SETTINGS: TenantSettings = {
  tenant: DEMO_TENANT,
  insideDomains: [COMPANY_DOMAIN],
  hours: { ...JAPANESE_HOURS, days: [0, 1, 2, 3, 4, 5, 6], opens: 0, closes: 24 * 60 },
  patience: USUAL_PATIENCE,
  offlineSeconds: 60 * 60,
  carryOver: true,
  minBundle: 0,
};

export const demoSettings = (tenant: string): TenantSettings | null =>
  tenant === DEMO_TENANT ? SETTINGS : null;

/** What the add-in's pages and bundle are told. */
export const demoConfiguration = (
  origin: string,
  rootKey: string,
  { keySet }: ServiceKeys,
): Configuration => ({
  origin,
  tenant: DEMO_TENANT,
  domains: [COMPANY_DOMAIN],
  rootKey,
  keys: keySet,
  authority: origin + OIDC_MOUNT,
  clientId: SERVICE_CLIENT,
  scope: serviceScope(origin),
});

export interface DemoPartsOptions {
  readonly desk: WholeDesk;
  readonly storage: DemoStorage;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly tls: TlsFiles;
  readonly site: {
    readonly dist: string;
    readonly configuration: Configuration;
    readonly keys: ServiceKeys;
    readonly contentOrigin: string;
    readonly addInOrigins: readonly string[];
  };
}

/** What the service's HTTP side stands on. */
export function demoParts(options: DemoPartsOptions): Parts {
  const { desk, storage, metrics, logger, tls, site } = options;
  const { dist, configuration, keys, contentOrigin, addInOrigins } = site;
  return {
    desk,
    mayRead: (caller, id) => desk.mayRead(caller, id),
    tokens: tokensOf(configuration.origin, tls),
    changes: storage.changes,
    links: linksInDatabase(storage.database.kysely),
    metrics,
    metricsToken: null,
    readiness: [],
    logger,
    clock: Date.now,
    limits: DEFAULT_LIMITS,
    site: {
      dist,
      addIn: configuration,
      keyIds: keys.verification.map(({ kid }) => kid),
      addInOrigins,
      frameAncestors: [configuration.origin],
      // Another host name than the pages': nothing that is opened there is one of them.
      contentOrigin: contentOrigin.replace("localhost", "127.0.0.1"),
    },
  };
}

const tokensOf = (origin: string, tls: TlsFiles) =>
  accessTokens({
    rules: {
      issuer: origin + OIDC_MOUNT,
      tenants: [DEMO_TENANT],
      audience: SERVICE_CLIENT,
      scope: SERVICE_SCOPE,
    },
    keyFor: new SigningKeys({
      address: new URL(`${origin + OIDC_MOUNT}/jwks`),
      fetch: trusting(tls.cert),
      clock: Date.now,
    }).keyFor,
    clock: Date.now,
  });
