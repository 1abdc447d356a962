import { readFileSync } from "node:fs";
import { main } from "../cli/main";
import type { Terminal } from "../cli/terminal";
import { languageOf } from "../locales/language";

const onTerminal = process.stderr.isTTY;

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  read: (file) => readFileSync(file),
  clock: () => performance.now(),
  progress: (line) => {
    if (onTerminal) process.stderr.write(`\r\u001b[K${line}`);
  },
};

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const locale = (LC_ALL ?? LC_MESSAGES ?? LANG ?? "").replace(/^(C|POSIX)\b.*/, "");
const argv = process.argv.slice(2);
const language = languageOf(locale);

/** The databases' libraries are loaded for the one command that needs them. */
async function audit(): Promise<number> {
  const { auditCommand } = await import(/* webpackChunkName: "audit" */ "../cli/audit");
  return auditCommand(argv.slice(1), process.env, terminal, language);
}

if (argv[0] === "audit") void audit().then((status) => (process.exitCode = status));
else process.exitCode = main(argv, terminal, language);
