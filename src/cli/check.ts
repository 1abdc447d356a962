import { drive } from "../core/drive";
import type { Judgement } from "../core/judgement";
import { BATCH_LIMITS } from "../core/limits";
import type { Message } from "../core/message";
import type { Policy } from "../core/policy";
import type { RuleResult } from "../core/verdict";
import { judge } from "../judgement/judge";
import { cliTexts } from "../locales/cli";
import type { Language } from "../locales/language";
import { rulesTexts } from "../locales/rules";
import { strictPolicy } from "../policy/default";
import { parsePolicy } from "../policy/schema";
import { splitAddress } from "../text/address";
import { messageFromMail } from "../text/mime/message";
import { readMail } from "../text/mime/read-mail";
import type { Command } from "./arguments";
import { runFiles } from "./run-files";
import { EXIT, errorName, type Terminal } from "./terminal";

/** `sekisho check`: may this mail leave? Nobody saw a mail file being written: unknown history. */
export function checkCommand(command: Command, terminal: Terminal): number {
  const texts = cliTexts[command.language];
  const policy =
    command.policy === undefined ? strictPolicy : readPolicy(command.policy, command, terminal);
  if (policy === null) return EXIT.usage;
  return runFiles(command.files, terminal, texts, (file, bytes) => {
    const start = terminal.clock();
    const mail = readMail(bytes);
    if (mail === null) {
      terminal.err(texts.notMail(file));
      return EXIT.unreadable;
    }
    const judgement = judgeMail(messageFromMail(mail), policy, command, terminal);
    const ms = Math.round(terminal.clock() - start);
    terminal.out(
      command.json
        ? jsonLine(file, judgement, command.language, ms)
        : plainLines(file, judgement, command),
    );
    return judgement.decision.verdict === "allow" ? EXIT.clean : EXIT.found;
  });
}

function judgeMail(
  message: Message,
  policy: Policy,
  command: Command,
  terminal: Terminal,
): Judgement {
  const own = splitAddress(message.from.address)?.domain;
  return drive(
    judge({
      message,
      history: { state: "unknown" },
      role: command.role,
      policy,
      insideDomains: own === undefined ? [] : [own],
      tenant: command.tenant,
      limits: BATCH_LIMITS,
      clock: () => terminal.clock(),
    }),
  );
}

function readPolicy(file: string, command: Command, terminal: Terminal): Policy | null {
  const texts = cliTexts[command.language];
  try {
    const parsed = parsePolicy(JSON.parse(new TextDecoder().decode(terminal.read(file))));
    if ("policy" in parsed) return parsed.policy;
    terminal.err(texts.badPolicy(file, parsed.error.path));
  } catch (error) {
    terminal.err(
      error instanceof SyntaxError
        ? texts.badPolicy(file, "")
        : texts.unreadable(file, errorName(error)),
    );
  }
  return null;
}

const sentence = ({ rule, facts }: RuleResult, language: Language): string =>
  rulesTexts[language][rule].title(facts);

function jsonLine(file: string, judgement: Judgement, language: Language, ms: number): string {
  const { report, decision, digest } = judgement;
  return JSON.stringify({
    file,
    verdict: decision.verdict,
    rules: decision.results.map((result) => ({
      id: result.rule,
      verdict: result.verdict,
      message: sentence(result, language),
    })),
    persons: report.persons,
    others: report.others,
    recipients: decision.recipients,
    digest: digest.state === "computed" ? digest.digest : null,
    ms,
  });
}

function plainLines(file: string, { decision }: Judgement, { language }: Command): string {
  const lines = decision.results.flatMap((result) => [
    `  ${sentence(result, language)}`,
    `    ${rulesTexts[language][result.rule].remedy(result.facts)}`,
  ]);
  return [cliTexts[language].verdict(file, decision.verdict), ...lines].join("\n");
}
