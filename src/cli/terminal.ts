import type { CliFileReason } from "../locales/cli";

/** What the commands need from the machine; filled by src/entry/cli.ts, and by tests. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Bytes of a file; throws what node:fs throws. */
  read(file: string): Uint8Array;
  clock(): number;
  /** Redraws one line of progress; does nothing where nobody looks. */
  progress(line: string): void;
}

/** Exit statuses, worst last; wrong usage stands apart. */
export const EXIT = { clean: 0, found: 1, unreadable: 2, usage: 64 } as const;

/** Why a file gave nothing to look at; `reason` of its line in `--json`. */
export type FileReason = CliFileReason;

const REASONS: Readonly<Record<string, FileReason>> = {
  ENOENT: "file/missing",
  ENOTDIR: "file/missing",
  EISDIR: "file/folder",
  EACCES: "file/denied",
  EPERM: "file/denied",
};

/** By the error's own short name: never its text, which may quote content. */
export function fileReason(error: unknown): FileReason {
  const { code } = (error ?? {}) as { code?: unknown };
  return REASONS[String(code)] ?? "file/unreadable";
}

/** An error's own short name (ENOENT, EACCES …): never its text, which may quote content. */
export function errorName(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "failed";
}
