import { sql } from "kysely";
import type { ServiceConfiguration } from "./configuration/configuration";
import type { Readiness } from "./http/parts";
import type { HeadExport } from "./storage/head-export";
import { stuckNotices } from "./storage/outbox";
import type { Storage } from "./storage/storage";

const PATIENCE = 2_000;
/** A notice that failed so often is worth a look. */
const MANY_TRIES = 3;

/** Database and record are needed; notices that wait stop nobody. */
export function readinessOf(
  storage: Storage,
  heads: Pick<HeadExport, "isReady">,
  { notices }: ServiceConfiguration,
  clock: () => number,
): readonly Readiness[] {
  const { kysely } = storage.database;
  return [
    {
      name: "database",
      needed: true,
      check: () => inTime(async () => void (await sql`select 1`.execute(kysely)), "no-answer"),
    },
    {
      name: "record",
      needed: true,
      check: () => Promise.resolve(heads.isReady ? "ok" : "not-exported"),
    },
    {
      name: "notices",
      needed: false,
      async check() {
        if (notices.mail === null) return "not-configured";
        let stuck = 0;
        const state = await inTime(async () => {
          stuck = await stuckNotices(kysely, clock(), MANY_TRIES);
        }, "no-answer");
        return stuck > 0 ? "waiting" : state;
      },
    },
  ];
}

async function inTime(work: () => Promise<void>, otherwise: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE);
  });
  const done = work().then(
    () => "ok",
    () => otherwise,
  );
  const state = await Promise.race([done, late]);
  clearTimeout(timer);
  return state;
}
