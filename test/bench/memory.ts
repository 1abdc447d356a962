import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Input } from "./inputs";
import { lookInto } from "./reading";
import type { Section } from "./table";

const KIB = 1024;
const MIB = 1024 * 1024;

/** In a process of its own, which has read the file and done nothing else: bytes above that. */
export function peakOf(input: Input, file: string): number {
  const bytes = new Uint8Array(readFileSync(file));
  const before = process.memoryUsage().rss;
  lookInto(input, bytes);
  return process.resourceUsage().maxRSS * KIB - before;
}

/** Peak of resident memory above the start, the file's own bytes not counted. */
export function memorySection(
  inputs: readonly Input[],
  fileOf: (input: Input) => string,
  bench: string,
): Section {
  const rows = inputs.map((input) => {
    const args = [bench, "--child", "memory", input.id, fileOf(input)];
    const peak = Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
    return { input: input.title, "peak MB above start": peak / MIB };
  });
  return { id: "memory", title: "Memory, each file in a process of its own", rows };
}
