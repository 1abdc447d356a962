import path from "node:path";
import type { CliTexts } from "../locales/cli";
import { progressBar } from "./progress-bar";
import { EXIT, fileReason, type FileReason, type Terminal } from "./terminal";

export interface FileWork {
  /** Says what is in the file; its exit status, or why there was nothing to look at. */
  readonly each: (file: string, bytes: Uint8Array) => number | FileReason;
  /** The line of `--json` for a file that gave nothing to look at; null without `--json`. */
  readonly unreadLine: ((file: string, reason: FileReason) => string) | null;
}

/**
 * Does one file after the other; a file that fails is said on standard error and never ends the
 * run. Answers the highest exit status of all.
 */
export function runFiles(
  files: readonly string[],
  terminal: Terminal,
  texts: CliTexts,
  work: FileWork,
): number {
  let status: number = EXIT.clean;
  files.forEach((file, index) => {
    if (files.length > 1) terminal.progress(progressBar(index, files.length, path.basename(file)));
    const outcome = runFile(file, terminal, work);
    terminal.progress("");
    if (typeof outcome === "number") {
      status = Math.max(status, outcome);
      return;
    }
    status = EXIT.unreadable;
    terminal.err(texts.unreadable(file, outcome, index < files.length - 1));
    if (work.unreadLine !== null) terminal.out(work.unreadLine(file, outcome));
  });
  return status;
}

function runFile(file: string, terminal: Terminal, { each }: FileWork): number | FileReason {
  try {
    return each(file, terminal.read(file));
  } catch (error) {
    return fileReason(error);
  }
}
