import path from "node:path";
import type { CliTexts } from "../locales/cli";
import { progressBar } from "./progress-bar";
import { EXIT, errorName, type Terminal } from "./terminal";

/**
 * Does one file after the other; a file that fails is said on standard error and never ends the
 * run. Answers the highest exit status of all.
 */
export function runFiles(
  files: readonly string[],
  terminal: Terminal,
  texts: CliTexts,
  each: (file: string, bytes: Uint8Array) => number,
): number {
  let status: number = EXIT.clean;
  files.forEach((file, index) => {
    if (files.length > 1) terminal.progress(progressBar(index, files.length, path.basename(file)));
    status = Math.max(status, runFile(file, terminal, texts, each));
  });
  terminal.progress("");
  return status;
}

function runFile(
  file: string,
  terminal: Terminal,
  texts: CliTexts,
  each: (file: string, bytes: Uint8Array) => number,
): number {
  try {
    return each(file, terminal.read(file));
  } catch (error) {
    terminal.err(texts.unreadable(file, errorName(error)));
    return EXIT.unreadable;
  }
}
