import { openDatabase } from "./database";
import { claimKeys, claimKeyStore, type KeyIdentity } from "./instance";
import { localChanges, postgresChanges } from "./changes";
import { createKeyStore } from "./key-store";
import { KEY_MIGRATIONS, migrate, MIGRATIONS } from "./migrate";
import { StartRefused } from "./start-refused";
import { createStorage, type Storage } from "./storage";
import type { KeyTables, Tables } from "./tables";
import type { StorageParts } from "./work";

export interface StorageOptions extends Omit<StorageParts, "keys"> {
  /** `postgres://…` or `file:…`. */
  readonly url: string;
  /** Of the key store: another database than `url`. */
  readonly keyStoreUrl: string;
  readonly identity: Omit<KeyIdentity, "master">;
}

/** Opens both databases, brings them up to date and makes sure that they are used with these keys. */
export async function openStorage(
  options: StorageOptions,
): Promise<Storage & { close(): Promise<void> }> {
  const { url, keyStoreUrl, identity, ...parts } = options;
  if (url === keyStoreUrl) throw new StartRefused("storage/same-key-store");
  const database = openDatabase<Tables>(url);
  const keyDatabase = openDatabase<KeyTables>(keyStoreUrl);
  const changes = database.dialect === "postgres" ? postgresChanges(url) : localChanges();
  const close = async () => {
    await changes.close();
    await database.close();
    await keyDatabase.close();
  };
  try {
    await migrate(database, MIGRATIONS);
    await migrate(keyDatabase, KEY_MIGRATIONS);
    await claimKeys(database, { ...identity, master: parts.secrets.id });
    await claimKeyStore(keyDatabase.kysely, parts.secrets.id);
  } catch (error) {
    await close();
    throw error;
  }
  const keys = createKeyStore(keyDatabase, parts.secrets);
  return { ...createStorage(database, { ...parts, keys }, changes), close };
}
