import { Compile } from "typebox/compile";
import { DirectoryDocument } from "../../api/people";
import type { Directory } from "../../core/directory";

/** A directory as a file has it: its version comes from the service. */
export type ReadDirectory = Omit<Directory, "version">;

/** Why a file is no directory, and in which line (CSV) or at which path (JSON). */
export class UnreadableDirectory extends Error {
  override readonly name = "UnreadableDirectory";

  constructor(
    readonly code: string,
    readonly place: number | string,
  ) {
    super(code);
  }
}

const shape = Compile(DirectoryDocument);

/** JSON in the shape of `PUT /api/directory`, with or without a version. */
export function directoryFromJson(bytes: Uint8Array): ReadDirectory {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UnreadableDirectory("directory/not-json", "");
  }
  const document = { version: 0, ...(value as object) };
  const [error] = shape.Errors(document);
  if (error !== undefined) throw new UnreadableDirectory("directory/shape", error.instancePath);
  const { units, persons, mailboxes, dutyPool } = document as Directory;
  return { units, persons, mailboxes, dutyPool };
}
