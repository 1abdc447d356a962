import path from "node:path";
import { drive } from "../core/drive";
import type { Kind, KindCounts } from "../core/kind";
import { BATCH_LIMITS } from "../core/limits";
import { inspectFile, type FileReport } from "../inspection/inspect-file";
import { cliTexts } from "../locales/cli";
import { kindsTexts } from "../locales/kinds";
import { placeText, placesTexts } from "../locales/places";
import { refusalsTexts } from "../locales/refusals";
import type { Command } from "./arguments";
import { grouped } from "../locales/grouped";
import { runFiles } from "./run-files";
import { EXIT, type Terminal } from "./terminal";

const STATUS = { clean: EXIT.clean, found: EXIT.found, uninspectable: EXIT.unreadable } as const;

/** `sekisho inspect`: how many persons' data is in each file. */
export function inspectCommand(command: Command, terminal: Terminal): number {
  const texts = cliTexts[command.language];
  return runFiles(command.files, terminal, texts, (file, bytes) => {
    const start = terminal.clock();
    const options = { insideDomains: [], limits: BATCH_LIMITS, clock: () => terminal.clock() };
    const report = drive(inspectFile(path.basename(file), bytes, options));
    const ms = Math.round(terminal.clock() - start);
    terminal.out(command.json ? jsonLine(file, report, ms) : plainLines(file, report, command));
    return STATUS[report.status];
  });
}

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
    lines.push(texts.couldNotLook(file, refusalsTexts[language][code].what));
  }
  return lines.join("\n");
}

function kindList(kinds: KindCounts, language: Command["language"]): string {
  const entries = Object.entries(kinds) as [Kind, number][];
  return entries
    .map(([kind, count]) => `${kindsTexts[language][kind]} ${grouped(count)}`)
    .join(", ");
}
