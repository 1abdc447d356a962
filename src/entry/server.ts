import path from "node:path";
import { configurationTexts, type ConfigurationTexts } from "../locales/configuration";
import { languageOf } from "../locales/language";
import { readConfiguration } from "../service/configuration/configuration";
import type { KeySettings } from "../service/configuration/keys";
import { createLogger, errorFields } from "../service/http/log";
import { readAnySet } from "../service/keys/key-set";
import { NotStarted, startService } from "../service/start";
import { StartRefused } from "../service/storage/start-refused";

/** EX_CONFIG of sysexits.h: starting it again changes nothing. */
const MISCONFIGURED = 78;
/** Milliseconds for the calls that are under way when it is told to stop. */
const GRACE = 25_000;
const DAY = 24 * 3600 * 1000;
/** The key set's last days, in which each start says so. */
const WARNED_DAYS = 30;

/** Which setting is behind a problem that shows only while starting. */
const VARIABLES: Readonly<Record<string, string>> = {
  "keys/invalid": "SEKISHO_SIGNING_KEYS, SEKISHO_KEY_SET, SEKISHO_ROOT_KEY",
  "record/sink": "SEKISHO_HEADS_FILE",
  "network/taken": "SEKISHO_LISTEN, SEKISHO_CONTENT_LISTEN",
};

async function main(): Promise<void> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = (LC_ALL ?? LC_MESSAGES ?? LANG ?? "").replace(/^(C|POSIX)\b.*/, "");
  const texts = configurationTexts[languageOf(locale)];
  const read = readConfiguration(process.env);
  if (!read.ok) return refuse(read.bad, texts);
  const { configuration } = read;
  const logger = createLogger(configuration.site.logLevel);
  try {
    const service = await startService({
      configuration,
      dist: path.dirname(path.resolve(process.argv[1] ?? "dist/server.js")),
      logger,
      fetch,
      clock: Date.now,
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        setTimeout(() => process.exit(1), GRACE).unref();
        void service.stop().then(() => logger.info("stopped"));
      });
    logger.info({ addresses: service.addresses }, "started");
    process.stderr.write(`${texts.started(configuration.site.origin)}\n`);
    const days = daysLeft(configuration.keys);
    if (days <= WARNED_DAYS) process.stderr.write(`${texts.keySetEnds(days)}\n`);
    if (!service.sendsNotices) process.stderr.write(`${texts.noticesWait}\n`);
  } catch (error) {
    const isKnown = error instanceof StartRefused || error instanceof NotStarted;
    if (!isKnown) logger.fatal(errorFields(error), "not started");
    const code = isKnown ? error.code : "failed";
    refuse([{ code, variable: VARIABLES[code] ?? "DATABASE_URL" }], texts);
  }
}

function daysLeft({ keySet, rootId, rootKey }: KeySettings): number {
  const set = readAnySet(keySet, { kid: rootId, x: rootKey });
  return Math.floor(((set?.exp ?? 0) * 1000 - Date.now()) / DAY);
}

function refuse(
  bad: readonly {
    readonly code: keyof ConfigurationTexts["problems"];
    readonly variable: string;
  }[],
  texts: ConfigurationTexts,
): void {
  process.stderr.write(`${texts.notStarted}\n`);
  for (const { code, variable } of bad)
    process.stderr.write(`  ${variable}: ${texts.problems[code]} [${code}]\n`);
  process.exitCode = MISCONFIGURED;
}

void main();
