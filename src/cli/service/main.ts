import { serviceCommandTexts } from "../../locales/service-commands";
import type { Language } from "../../locales/language";
import { EXIT } from "../terminal";
import { addInCommand } from "./add-in";
import { parseServiceArguments, type ServiceCommand, type ServiceCommandName } from "./arguments";
import { keysCommand } from "./keys";
import { manifestCommand } from "./manifest";
import { directoryCommand, policyCommand, showPolicyCommand } from "./publish";
import { renewCommand, rotateCommand } from "./renew";
import type { ServiceTerminal } from "./terminal";

type Run = (command: ServiceCommand, terminal: ServiceTerminal) => number | Promise<number>;

const COMMANDS: Readonly<Record<ServiceCommandName, Run>> = {
  manifest: manifestCommand,
  addin: addInCommand,
  "keys init": keysCommand,
  "keys renew": renewCommand,
  "keys rotate": rotateCommand,
  "directory import": directoryCommand,
  "directory sync": directoryCommand,
  "policy show": showPolicyCommand,
  "policy publish": policyCommand,
};

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
