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
process.exitCode = main(process.argv.slice(2), terminal, languageOf(locale));
