import { existsSync } from "node:fs";
import { openDatabase } from "./database";
import { localChanges } from "./changes";
import { createKeyStore } from "./key-store";
import type { Secrets } from "./secrets";
import { StartRefused } from "./start-refused";
import { createStorage, type Storage } from "./storage";
import type { KeyTables, Tables } from "./tables";

/** Opens what is there and changes nothing: no migration, no new file. */
export function openForAudit(
  url: string,
  keyStoreUrl: string,
  secrets: Secrets,
): Storage & { close(): Promise<void> } {
  for (const each of [url, keyStoreUrl])
    if (each.startsWith("file:") && !existsSync(each.slice("file:".length)))
      throw new StartRefused("storage/url");
  const database = openDatabase<Tables>(url);
  const keyDatabase = openDatabase<KeyTables>(keyStoreUrl);
  const keys = createKeyStore(keyDatabase, secrets);
  const parts = { secrets, keys, clock: Date.now, alarm: () => undefined };
  return {
    ...createStorage(database, parts, localChanges()),
    close: async () => {
      await database.close();
      await keyDatabase.close();
    },
  };
}
