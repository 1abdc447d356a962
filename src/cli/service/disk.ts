import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ServiceTerminal } from "./terminal";

type Disk = Pick<
  ServiceTerminal,
  "read" | "writeSecret" | "replaceSecret" | "remove" | "makeFolder" | "writePublic"
>;

const OWNER_ONLY = { mode: 0o600, flag: "wx" } as const;

/** The machine's own files, for the commands. */
export const disk: Disk = {
  read: (file) => readFileSync(file),
  writeSecret: (file, text) => writeFileSync(file, text, OWNER_ONLY),
  replaceSecret(file, text) {
    const next = `${file}.new`;
    rmSync(next, { force: true });
    writeFileSync(next, text, OWNER_ONLY);
    renameSync(next, file);
  },
  remove: (file) => rmSync(file, { force: true }),
  makeFolder: (folder) => void mkdirSync(folder, { mode: 0o700 }),
  writePublic(file, bytes) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  },
};
