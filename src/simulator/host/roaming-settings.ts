import { isFields, parseJson } from "./envelope";

/** An add-in's share of a mailbox, as documented. */
const CHARACTERS = 32 * 1024;

/** The part of the browser's Storage that is used. */
export type SettingsStorage = Pick<Storage, "getItem" | "setItem">;

/**
 * Settings that an add-in keeps in a person's mailbox: each value is JSON. Pages read them once,
 * when they start; what one page saves, the next page reads.
 */
export class RoamingSettings {
  readonly #storage: SettingsStorage;
  readonly #key: string;

  constructor(storage: SettingsStorage, key: string) {
    this.#storage = storage;
    this.#key = key;
  }

  read(): Readonly<Record<string, string>> {
    const kept = parseJson(this.#storage.getItem(this.#key));
    return isFields(kept) ? (kept as Record<string, string>) : {};
  }

  /** False where it is more than a mailbox holds; what was there stays. */
  write(settings: unknown): boolean {
    const text = JSON.stringify(settings);
    if (!isFields(settings) || text.length > CHARACTERS) return false;
    this.#storage.setItem(this.#key, text);
    return true;
  }
}
