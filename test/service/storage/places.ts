import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newPostgresDatabase, onPostgres, type ServerKind } from "./postgres";

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

export async function newPlace(name: DatabaseName, kind?: ServerKind): Promise<Place> {
  const directory = mkdtempSync(path.join(tmpdir(), "sekisho-storage-"));
  directories.push(directory);
  if (name === "sqlite") {
    const file = (base: string) => `file:${path.join(directory, base)}`;
    return { name, url: file("sekisho.db"), keyStoreUrl: file("keys.db"), directory };
  }
  const [url, keyStoreUrl] = [await newPostgresDatabase(kind), await newPostgresDatabase(kind)];
  return { name, url, keyStoreUrl, directory };
}

export function removePlaces(): void {
  for (const directory of directories.splice(0))
    rmSync(directory, { recursive: true, force: true });
}

let emptied: Place | null = null;

/** As `newPlace`; on PostgreSQL, where a database is dear, the same one again, emptied. */
export async function emptyPlace(name: DatabaseName): Promise<Place> {
  if (name === "sqlite") return newPlace(name);
  const before = emptied;
  if (before === null) return (emptied = await newPlace(name));
  for (const url of [before.url, before.keyStoreUrl]) {
    await onPostgres(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      );
      const names = rows.map((each) => each.name).filter((each) => each !== "instance");
      if (names.length > 0) await client.query(`truncate ${names.join(", ")}`);
      await client.query("delete from instance where name <> 'schema'");
    });
  }
  return before;
}
