import { cliTexts, type CliTexts } from "../locales/cli";
import type { Language } from "../locales/language";
import { parseArguments, type UsageProblem } from "./arguments";
import { checkCommand } from "./check";
import { inspectCommand } from "./inspect";
import { EXIT, type Terminal } from "./terminal";

const COMMANDS = { inspect: inspectCommand, check: checkCommand } as const;

/** Runs one command line and answers its exit status. */
export function main(argv: readonly string[], terminal: Terminal, language: Language): number {
  const parsed = parseArguments(argv, language);
  if (parsed.ok) return COMMANDS[parsed.command.name](parsed.command, terminal);
  const texts = cliTexts[language];
  if (parsed.problem === "help") {
    terminal.out(texts.usage);
    return EXIT.clean;
  }
  const said = problemText(parsed.problem, parsed.detail, texts);
  if (said) terminal.err(said);
  terminal.err(texts.usage);
  return EXIT.usage;
}

function problemText(problem: UsageProblem, detail: string, texts: CliTexts): string {
  switch (problem) {
    case "bad-option":
      return texts.badOption(detail);
    case "unknown-command":
      return texts.unknownCommand(detail);
    case "no-files":
      return texts.noFiles;
    case "no-command":
    case "help":
      return "";
  }
}
