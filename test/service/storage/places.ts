import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newPostgresDatabase } from "./postgres";

export const DATABASES = ["sqlite", "postgres"] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Addresses of a new, empty database and of its key store. */
export interface Place {
  readonly name: DatabaseName;
  readonly url: string;
  readonly keyStoreUrl: string;
  readonly directory: string;
}

const directories: string[] = [];

export async function newPlace(name: DatabaseName): Promise<Place> {
  const directory = mkdtempSync(path.join(tmpdir(), "sekisho-storage-"));
  directories.push(directory);
  if (name === "sqlite") {
    const file = (base: string) => `file:${path.join(directory, base)}`;
    return { name, url: file("sekisho.db"), keyStoreUrl: file("keys.db"), directory };
  }
  const [url, keyStoreUrl] = [await newPostgresDatabase(), await newPostgresDatabase()];
  return { name, url, keyStoreUrl, directory };
}

export function removePlaces(): void {
  for (const directory of directories.splice(0))
    rmSync(directory, { recursive: true, force: true });
}
