import { cliTexts, type CliTexts } from "../locales/cli";
import type { Language } from "../locales/language";
import { parseArguments, type UsageProblem } from "./arguments";
import { checkCommand } from "./check";
import { inspectCommand } from "./inspect";
import { EXIT, type Terminal } from "./terminal";

const COMMANDS = { inspect: inspectCommand, check: checkCommand } as const;

/** Runs one command line and answers its exit status. */
export function main(
  argv: readonly string[],
  terminal: Terminal,
  language: Language,
  version: string,
): number {
  const parsed = parseArguments(argv, language);
  if (parsed.ok) return COMMANDS[parsed.command.name](parsed.command, terminal);
  const texts = cliTexts[language];
  if (parsed.problem === "help") {
    terminal.out(texts.usage);
    return EXIT.clean;
  }
  if (parsed.problem === "version") {
    terminal.out(`sekisho ${version}`);
    return EXIT.clean;
  }
  terminal.err(problemText(parsed.problem, parsed.detail, texts));
  terminal.err(texts.usage);
  return EXIT.usage;
}

type Mistake = Exclude<UsageProblem, "help" | "version">;

function problemText(problem: Mistake, detail: string, texts: CliTexts): string {
  switch (problem) {
    case "unknown-option":
      return texts.unknownOption(detail);
    case "option-value":
      return texts.optionValue(detail);
    case "check-only":
      return texts.checkOnly(detail);
    case "unknown-command":
      return texts.unknownCommand(detail);
    case "no-files":
      return texts.noFiles;
    case "no-command":
      return texts.noCommand;
  }
}
