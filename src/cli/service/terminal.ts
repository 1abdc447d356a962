import type { Environment } from "../../service/configuration/settings";
import type { Terminal } from "../terminal";

/** What the service's commands need besides; filled by src/entry/cli.ts, and by tests. */
export interface ServiceTerminal extends Terminal {
  readonly environment: Environment;
  /** The built files. */
  readonly dist: string;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly fetch: typeof globalThis.fetch;
  /** Makes a new file that only its owner reads; throws what node:fs throws, EEXIST too. */
  writeSecret(file: string, text: string): void;
  /** The same for a file that may be there: it is the old one or the new one, never a part. */
  replaceSecret(file: string, text: string): void;
  /** Does nothing where there is no such file. */
  remove(file: string): void;
  /** Writes a file that is no secret, and the folders that it lies in. */
  writePublic(file: string, bytes: Uint8Array): void;
  /** Makes a folder that only its owner enters; throws EEXIST where one is. */
  makeFolder(folder: string): void;
}
