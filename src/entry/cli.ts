import { readFileSync } from "node:fs";
import path from "node:path";
import { languageOfEnvironment } from "../cli/locale";
import { main } from "../cli/main";
import { isServiceCommand } from "../cli/service/arguments";
import { disk } from "../cli/service/disk";
import type { ServiceTerminal } from "../cli/service/terminal";

const onTerminal = process.stderr.isTTY;

const terminal: ServiceTerminal = {
  ...disk,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  clock: () => performance.now(),
  progress: (line) => {
    if (onTerminal) process.stderr.write(`\r\u001b[K${line}`);
  },
  environment: process.env,
  dist: __dirname,
  fetch: globalThis.fetch,
  now: () => Date.now(),
};

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG });
const { version } = JSON.parse(readFileSync(path.join(__dirname, "../package.json"), "utf8")) as {
  version: string;
};
const argv = process.argv.slice(2);

/** The service's libraries are loaded for the commands that need them. */
async function run(): Promise<number> {
  if (argv[0] === "audit") {
    const { auditCommand } = await import(/* webpackChunkName: "audit" */ "../cli/audit");
    return auditCommand(argv.slice(1), process.env, terminal, language);
  }
  if (!isServiceCommand(argv[0])) return main(argv, terminal, language, version);
  const { serviceMain } = await import(
    /* webpackChunkName: "service-commands" */ "../cli/service/main"
  );
  return serviceMain(argv, terminal, language);
}

void run().then((status) => {
  process.exitCode = status;
});
