import type { FastifyInstance } from "fastify";
import path from "node:path";
import type { Logger } from "pino";
import { addInConfiguration } from "./configuration/add-in";
import { isDemoId } from "./configuration/demo-marks";
import type { ServiceConfiguration } from "./configuration/configuration";
import type { Listen } from "./configuration/site";
import { createDesk, type WholeDesk } from "./desk/create-desk";
import { noExpansion, type ExpandGroup } from "./desk/group-members";
import { openJudgeThread, type JudgeThread } from "./desk/judging";
import { directoryOf } from "./desk/people";
import { expansionBy } from "./directory/group-expansion";
import { graphDirectory } from "./directory/graph-directory";
import { openGraph } from "./directory/open-graph";
import { Housekeeping } from "./housekeeping";
import { linksInDatabase } from "./http/content-links";
import { createContentServer } from "./http/content-server";
import { errorFields } from "./http/log";
import { createMetrics, type Metrics } from "./http/metrics";
import type { Parts } from "./http/parts";
import { createService } from "./http/service";
import { accessTokens } from "./identity/access-token";
import { SigningKeys } from "./identity/signing-keys";
import { loadServiceKeys, signingIds, type ServiceKeys } from "./keys/service-keys";
import { noticeSender } from "./notices/sender";
import { noticeFacts } from "./notices/facts";
import { outboxOf } from "./notices/outbox";
import { NoticeWorker } from "./notices/worker";
import { DEFAULT_LIMITS } from "./http/limits";
import { readinessOf } from "./readiness";
import { HeadExport } from "./storage/head-export";
import { fileSink } from "./storage/heads";
import { openStorage } from "./storage/open";
import { secretsOf } from "./storage/secrets";
import type { Storage } from "./storage/storage";
import type { BrokenRow } from "./storage/work";

export interface StartOptions {
  readonly configuration: ServiceConfiguration;
  /** The built files. */
  readonly dist: string;
  readonly logger: Logger;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: () => number;
}

export interface RunningService {
  /** Where it listens, in the order: service, content. */
  readonly addresses: readonly string[];
  readonly sendsNotices: boolean;
  /** Takes no more calls, finishes those that it has, exports the heads of the record. */
  stop(): Promise<void>;
}

export type OpenStorage = Storage & { close(): Promise<void> };

/** Why it does not start, apart from what `StartRefused` says. */
export class NotStarted extends Error {
  override readonly name = "NotStarted";

  constructor(readonly code: "demo-people" | "record/sink" | "network/taken") {
    super(code);
  }
}

/** The whole service. What is open is closed again where it does not start. */
export async function startService(options: StartOptions): Promise<RunningService> {
  const { configuration, clock } = options;
  const { identity } = configuration;
  const keys = keysOf(configuration, clock);
  const metrics = createMetrics();
  const storage = await storageOf(configuration, clock, ({ tenant, table }) => {
    metrics.brokenSeal();
    options.logger.error({ tenant, table }, "ALARM: a row was altered");
  });
  const closing: (() => Promise<unknown>)[] = [() => storage.close()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse())
      await close().catch((error: unknown) =>
        options.logger.error(errorFields(error), "stopping failed"),
      );
  };
  try {
    for (const tenant of identity.tenants) await refuseDemoPeople(storage, tenant);
    return await run({ ...options, keys, storage, metrics }, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Opened extends StartOptions {
  readonly keys: ServiceKeys;
  readonly storage: OpenStorage;
  readonly metrics: Metrics;
}

async function run(
  opened: Opened,
  closing: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<RunningService> {
  const { configuration, storage, metrics, logger, clock, dist } = opened;
  const { site, identity, notices } = configuration;
  const heads = new HeadExport(
    storage.database.kysely,
    fileSink(configuration.storage.headsFile),
    clock,
  );
  await heads.start().catch(() => Promise.reject(new NotStarted("record/sink")));
  closing.push(() => heads.stop());

  const thread = openJudgeThread(path.join(dist, "judge-worker.js"));
  closing.push(() => thread.close());
  const desk = deskOf(opened, thread);
  const parts = partsOf(opened, desk, heads);
  const server = { trustProxy: site.trustProxy, tls: site.tls };
  const [service, content] = [
    await createService(parts, server),
    createContentServer(parts, server),
  ];
  closing.push(() => Promise.all([service.close(), content.close()]));

  const sweep = (tenant: string) => desk.sweep(tenant);
  const housekeeping = new Housekeeping({ storage, tenants: identity.tenants, sweep, logger });
  const sender = noticeSender(notices, opened);
  const worker =
    sender &&
    new NoticeWorker({
      outbox: outboxOf(storage.database.kysely),
      facts: noticeFacts(storage),
      sender,
      origin: site.origin,
      metrics,
      logger,
      clock,
    });
  const addresses = [await listen(service, site.listen), await listen(content, site.contentListen)];
  housekeeping.start();
  worker?.start();
  closing.push(() => Promise.all([housekeeping.stop(), worker?.stop()]));
  return { addresses, sendsNotices: worker !== null, stop };
}

const keysOf = ({ keys }: ServiceConfiguration, clock: () => number): ServiceKeys =>
  loadServiceKeys(
    {
      private: keys.private,
      keySet: keys.keySet,
      roots: [{ kid: keys.rootId, x: keys.rootKey }],
    },
    Math.floor(clock() / 1000),
  );

/** The databases, with the keys of this installation; throws `StartRefused` where they differ. */
export function storageOf(
  configuration: ServiceConfiguration,
  clock: () => number,
  alarm: (row: BrokenRow) => void = () => undefined,
): Promise<OpenStorage> {
  const { url, keyStoreUrl, masterSecret } = configuration.storage;
  const keys = keysOf(configuration, clock);
  return openStorage({
    url,
    keyStoreUrl,
    secrets: secretsOf(masterSecret),
    clock,
    alarm,
    identity: { serial: keys.serial, signing: signingIds(keys) },
  });
}

async function refuseDemoPeople(storage: Storage, tenant: string): Promise<void> {
  const { persons } = await storage.read(tenant, directoryOf);
  if (persons.some(({ id }) => isDemoId(id))) throw new NotStarted("demo-people");
}

function deskOf(opened: Opened, thread: JudgeThread): WholeDesk {
  const { storage, keys, configuration } = opened;
  const { company, identity, site } = configuration;
  const settings = { ...company, insideDomains: site.domains };
  return createDesk({
    storage,
    keys,
    settings: (tenant) => (identity.tenants.includes(tenant) ? { ...settings, tenant } : null),
    judge: thread.judge,
    readText: thread.readText,
    expand: expansionOf(configuration, opened),
  });
}

function expansionOf({ notices: { graph } }: ServiceConfiguration, opened: Opened): ExpandGroup {
  if (graph === null) return noExpansion;
  const entra = graphDirectory(openGraph(graph, opened));
  return expansionBy(entra, graph.tenant, opened.logger);
}

function partsOf(opened: Opened, desk: WholeDesk, heads: HeadExport): Parts {
  const { configuration, storage, metrics, logger, clock, fetch, dist, keys } = opened;
  const { identity } = configuration;
  const issuerKeys = new SigningKeys({ address: identity.keysAddress, fetch, clock });
  return {
    desk,
    mayRead: (caller, id) => desk.mayRead(caller, id),
    tokens: accessTokens({ rules: identity, keyFor: issuerKeys.keyFor, clock }),
    changes: storage.changes,
    links: linksInDatabase(storage.database.kysely),
    metrics,
    metricsToken: configuration.site.metricsToken,
    readiness: readinessOf(storage, heads, configuration, clock),
    logger,
    clock,
    limits: DEFAULT_LIMITS,
    site: siteOf(configuration, dist, keys),
  };
}

const siteOf = (
  configuration: ServiceConfiguration,
  dist: string,
  { verification }: ServiceKeys,
): Parts["site"] => ({
  dist,
  addIn: addInConfiguration(configuration),
  keyIds: verification.map(({ kid }) => kid),
  addInOrigins: configuration.site.addInOrigins,
  frameAncestors: configuration.site.frameAncestors,
  contentOrigin: configuration.site.contentOrigin,
});

async function listen(app: FastifyInstance, { host, port }: Listen): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isTaken = code === "EADDRINUSE" || code === "EACCES" || code === "EADDRNOTAVAIL";
    throw isTaken ? new NotStarted("network/taken") : error;
  }
}
