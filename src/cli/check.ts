import path from "node:path";
import type { Judgement, Progress } from "../core/judgement";
import { BATCH_LIMITS } from "../core/limits";
import type { Message } from "../core/message";
import type { Policy } from "../core/policy";
import type { RuleResult } from "../core/verdict";
import { readSavedMail } from "../extractors/msg/saved-mail";
import { judge } from "../judgement/judge";
import { cliTexts } from "../locales/cli";
import type { Language } from "../locales/language";
import { nextSteps, rulesTexts } from "../locales/rules";
import { strictPolicy } from "../policy/default";
import { parsePolicy } from "../policy/schema";
import { splitAddress } from "../text/address";
import { messageFromMail } from "../text/mime/message";
import { readMail } from "../text/mime/read-mail";
import type { Command } from "./arguments";
import { driveTelling } from "./drive-telling";
import { runFiles } from "./run-files";
import { EXIT, fileReason, type FileReason, type Terminal } from "./terminal";

/** `sekisho check`: may this mail leave? Nobody saw a mail file being written: unknown history. */
export function checkCommand(command: Command, terminal: Terminal): number {
  const texts = cliTexts[command.language];
  const policy =
    command.policy === undefined ? strictPolicy : readPolicy(command.policy, command, terminal);
  if (policy === null) return EXIT.usage;
  const each = (file: string, bytes: Uint8Array): number | FileReason => {
    const start = terminal.clock();
    const mail = readMail(bytes) ?? readSavedMail(bytes);
    if (mail === null) return "file/not-mail";
    const work = judging(messageFromMail(mail), policy, command, terminal);
    const judgement = driveTelling(work, terminal, path.basename(file));
    terminal.progress("");
    const ms = Math.round(terminal.clock() - start);
    terminal.out(
      command.json
        ? jsonLine(file, judgement, command.language, ms)
        : plainLines(file, judgement, command),
    );
    return judgement.decision.verdict === "allow" ? EXIT.clean : EXIT.found;
  };
  const unreadLine = command.json ? unreadMail : null;
  return runFiles(command.files, terminal, texts, { each, unreadLine });
}

/** The fields of a judged mail, so that scripts need not look twice; no verdict is never "allow". */
const unreadMail = (file: string, reason: FileReason): string =>
  JSON.stringify({
    file,
    ...{ verdict: null, rules: [], persons: 0, others: 0, recipients: null, digest: null, ms: 0 },
    reason,
  });

function judging(
  message: Message,
  policy: Policy,
  command: Command,
  terminal: Terminal,
): Generator<Progress, Judgement, void> {
  const own = splitAddress(message.from.address)?.domain;
  return judge({
    message,
    history: { state: "unknown" },
    role: command.role,
    policy,
    insideDomains: own === undefined ? [] : [own],
    tenant: command.tenant,
    limits: BATCH_LIMITS,
    clock: () => terminal.clock(),
  });
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
        : texts.unreadable(file, fileReason(error), false),
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
    `    ${rulesTexts[language][result.rule].toDo(result.facts)}`,
  ]);
  const [first] = decision.results;
  const next = first === undefined ? "" : nextSteps[language](first.facts);
  const last = next === "" ? [] : [`  ${next}`];
  return [cliTexts[language].verdict(file, decision.verdict), ...lines, ...last].join("\n");
}
