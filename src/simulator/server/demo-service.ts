import path from "node:path";
import type { Logger } from "pino";
import type { Configuration } from "../../core/configuration";
import { DEMO_TENANT } from "../../service/configuration/demo-marks";
import { createDesk } from "../../service/desk/create-desk";
import type { WholeDesk } from "../../service/desk/create-desk";
import { noExpansion } from "../../service/desk/group-members";
import { openJudgeThread } from "../../service/desk/judging";
import { Housekeeping } from "../../service/housekeeping";
import { createContentServer } from "../../service/http/content-server";
import { createLogger } from "../../service/http/log";
import { createMetrics } from "../../service/http/metrics";
import { createService } from "../../service/http/service";
import { HeadExport } from "../../service/storage/head-export";
import { fileSink } from "../../service/storage/heads";
import type { TlsFiles } from "./certificate";
import { demoConfiguration, demoParts, demoSettings } from "./demo-configuration";
import type { DemoKeys } from "./demo-keys";
import { demoNotices } from "./demo-notices";
import { demoServiceKeys } from "./demo-service-keys";
import { demoStorage } from "./demo-storage";
import type { DemoStorage } from "./demo-storage";
import { listen } from "./https";
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
  /** Other hosts that serve the add-in's files. */
  readonly addInOrigins: readonly string[];
}

export interface DemoService {
  readonly part: ServicePart;
  readonly configuration: Configuration;
}

const UNPROXIED = { trustProxy: [], tls: null };

/** The whole service as `serve` runs it, with the demo's company, keys, provider and mail server. */
export async function demoService(options: DemoServiceOptions): Promise<DemoService> {
  const { origin, tls, dist, folder, keep, sink, addInOrigins } = options;
  const { keys, rootKey } = demoServiceKeys(options.keys, Math.floor(Date.now() / 1000));
  const logger = createLogger("warn", process.stderr);
  const metrics = createMetrics({ process: false });
  const { master } = options.keys;
  const alarm = ({ table, id }: { readonly table: string; readonly id: string }) =>
    logger.error({ table, id }, "ALARM: a row was altered");
  const storage = await demoStorage({ folder, keep, master, keys, alarm });
  const thread = openJudgeThread(path.join(dist, "judge-worker.js"));
  const { judge, readText } = thread;
  const desk = createDesk({
    storage,
    keys,
    settings: demoSettings,
    judge,
    readText,
    expand: noExpansion,
  });
  const stopAlone = await runAlone({ storage, desk, folder, logger });
  const notices = demoNotices({ storage, sink, origin, metrics, logger });

  const content = await listen(0, tls);
  const configuration = demoConfiguration(origin, rootKey, keys);
  const contentOrigin = content.origin;
  const site = { dist, configuration, keys, contentOrigin, addInOrigins };
  const parts = demoParts({ desk, storage, metrics, logger, tls, site });
  const app = await createService(parts, UNPROXIED);
  const contentApp = createContentServer(parts, UNPROXIED);
  await Promise.all([app.ready(), contentApp.ready()]);
  content.serve((request, response) => contentApp.routing(request, response));
  notices.start();

  const close = async (): Promise<void> => {
    await Promise.all([notices.stop(), stopAlone()]);
    await Promise.all([content.close(), app.close(), contentApp.close(), thread.close()]);
    await storage.close();
  };
  return { part: new ServicePart(app, close), configuration };
}

interface Alone {
  readonly storage: DemoStorage;
  readonly desk: WholeDesk;
  readonly folder: string;
  readonly logger: Logger;
}

/** What the service does unasked: ends and erases what has had its time, exports the record's heads. */
async function runAlone({ storage, desk, folder, logger }: Alone): Promise<() => Promise<void>> {
  const sink = fileSink(path.join(folder, "heads.jsonl"));
  const heads = new HeadExport(storage.database.kysely, sink, Date.now);
  const sweep = (tenant: string) => desk.sweep(tenant);
  const housekeeping = new Housekeeping({ storage, tenants: [DEMO_TENANT], sweep, logger });
  await heads.start();
  housekeeping.start();
  return async () => {
    await housekeeping.stop();
    await heads.stop();
  };
}
