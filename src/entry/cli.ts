import { readFileSync } from "node:fs";
import path from "node:path";
import { languageOfEnvironment } from "../cli/locale";
import { main } from "../cli/main";
import type { Terminal } from "../cli/terminal";

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
const language = languageOfEnvironment({ LC_ALL, LC_MESSAGES, LANG });
const { version } = JSON.parse(readFileSync(path.join(__dirname, "../package.json"), "utf8")) as {
  version: string;
};
process.exitCode = main(process.argv.slice(2), terminal, language, version);
