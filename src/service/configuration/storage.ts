import type { Settings } from "./settings";

export interface StorageSettings {
  /** `postgres://…` or `file:…`. */
  readonly url: string;
  readonly keyStoreUrl: string;
  /** 32 bytes. */
  readonly masterSecret: Uint8Array;
  /** Where the heads of the record are exported to. */
  readonly headsFile: string;
}

const MASTER_BYTES = 32;

export function readStorage(settings: Settings): StorageSettings | null {
  const url = settings.required(
    "DATABASE_URL",
    databaseOf,
    "not-database",
    settings.secret("DATABASE_URL"),
  );
  const keyStoreUrl = settings.required(
    "SEKISHO_KEY_STORE_URL",
    databaseOf,
    "not-database",
    settings.secret("SEKISHO_KEY_STORE_URL"),
  );
  const masterSecret = settings.required(
    "SEKISHO_MASTER_SECRET",
    secretOf,
    "not-secret",
    settings.secret("SEKISHO_MASTER_SECRET"),
  );
  const headsFile = settings.required("SEKISHO_HEADS_FILE", (text) => text, "missing");
  if (url !== null && url === keyStoreUrl)
    return settings.refuse("same-database", "SEKISHO_KEY_STORE_URL");
  if (url === null || keyStoreUrl === null || masterSecret === null || headsFile === null)
    return null;
  return { url, keyStoreUrl, masterSecret, headsFile };
}

const databaseOf = (text: string): string | null =>
  /^(postgres(ql)?:\/\/[^/]+\/.+|file:.+)$/.test(text) ? text : null;

/** Base64url (or base64) of exactly 32 bytes. */
export function secretOf(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_+/-]{43}=?$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === MASTER_BYTES ? new Uint8Array(bytes) : null;
}
