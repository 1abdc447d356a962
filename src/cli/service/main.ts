import { serviceCommandTexts } from "../../locales/service-commands";
import type { Language } from "../../locales/language";
import { EXIT } from "../terminal";
import { parseServiceArguments } from "./arguments";
import { keysCommand } from "./keys";
import { manifestCommand } from "./manifest";
import { directoryCommand, policyCommand } from "./publish";
import type { ServiceTerminal } from "./terminal";

const COMMANDS = {
  manifest: manifestCommand,
  keys: keysCommand,
  directory: directoryCommand,
  policy: policyCommand,
} as const;

/** Runs one command that sets a service up, and answers its exit status. */
export async function serviceMain(
  argv: readonly string[],
  terminal: ServiceTerminal,
  language: Language,
): Promise<number> {
  const parsed = parseServiceArguments(argv, language);
  if (parsed.ok) return COMMANDS[parsed.command.name](parsed.command, terminal);
  const texts = serviceCommandTexts[language];
  terminal.err(texts.badOption(parsed.detail));
  terminal.err(texts.usage);
  return EXIT.usage;
}
