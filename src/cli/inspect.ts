import path from "node:path";
import type { Kind, KindCounts } from "../core/kind";
import { BATCH_LIMITS } from "../core/limits";
import { inspectFile, type FileReport } from "../inspection/inspect-file";
import { cliTexts } from "../locales/cli";
import { kindsTexts } from "../locales/kinds";
import { placeText, placesTexts } from "../locales/places";
import { refusalsTexts } from "../locales/refusals";
import type { Command } from "./arguments";
import { grouped } from "../locales/grouped";
import { driveTelling } from "./drive-telling";
import { runFiles } from "./run-files";
import { EXIT, type FileReason, type Terminal } from "./terminal";

const STATUS = { clean: EXIT.clean, found: EXIT.found, uninspectable: EXIT.unreadable } as const;

/** `sekisho inspect`: how many persons' data is in each file. */
export function inspectCommand(command: Command, terminal: Terminal): number {
  const texts = cliTexts[command.language];
  const each = (file: string, bytes: Uint8Array): number => {
    const start = terminal.clock();
    const options = { insideDomains: [], limits: BATCH_LIMITS, clock: () => terminal.clock() };
    const name = path.basename(file);
    const report = driveTelling(inspectFile(name, bytes, options), terminal, name);
    terminal.progress("");
    const ms = Math.round(terminal.clock() - start);
    terminal.out(command.json ? jsonLine(file, report, ms) : plainLines(file, report, command));
    return STATUS[report.status];
  };
  const unreadLine = command.json ? unreadFile : null;
  return runFiles(command.files, terminal, texts, { each, unreadLine });
}

const unreadFile = (file: string, reason: FileReason): string =>
  JSON.stringify({
    file,
    status: "uninspectable",
    reason,
    ...{ persons: 0, others: 0, kinds: {}, bytes: 0, ms: 0 },
  });

function jsonLine(file: string, report: FileReport, ms: number): string {
  const { status, persons, others, kinds, bytes, refusals } = report;
  const reason = refusals[0]?.code ?? null;
  return JSON.stringify({ file, status, reason, persons, others, kinds, bytes, ms });
}

function plainLines(file: string, report: FileReport, { language }: Command): string {
  const texts = cliTexts[language];
  const lines: string[] = [];
  if (report.status === "clean") lines.push(texts.clean(file));
  if (report.status === "found") {
    lines.push(texts.found(file, grouped(report.persons), kindList(report.kinds, language)));
  }
  for (const { kind, place, sample } of report.findings) {
    const where = placeText(place, placesTexts[language]);
    lines.push(`  ${kindsTexts[language][kind]}  ${sample}  ${where}`);
  }
  for (const { code } of report.refusals) {
    const { what, remedy } = refusalsTexts[language][code];
    lines.push(texts.couldNotLook(file, what, remedy));
  }
  return lines.join("\n");
}

function kindList(kinds: KindCounts, language: Command["language"]): string {
  const entries = Object.entries(kinds) as [Kind, number][];
  return entries
    .map(([kind, count]) => `${kindsTexts[language][kind]} ${grouped(count)}`)
    .join(", ");
}
