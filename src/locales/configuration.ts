import { configurationEn } from "./en/configuration";
import { configurationJa } from "./ja/configuration";
import type { Language } from "./language";

/** What is wrong with a setting, or why the service does not start. */
export type ConfigurationWord =
  | "missing"
  | "not-origin"
  | "not-address"
  | "not-list"
  | "not-guid"
  | "not-listen"
  | "not-database"
  | "not-secret"
  | "not-key"
  | "not-mailbox"
  | "not-smtp"
  | "not-level"
  | "not-hours"
  | "not-number"
  | "unreadable-file"
  | "both-given"
  | "same-origin"
  | "same-database"
  | "loopback"
  | "empty-tenants"
  | "demo-issuer"
  | "demo-tenant"
  | "demo-keys"
  | "demo-people"
  | "storage/url"
  | "storage/newer-schema"
  | "storage/half-migrated"
  | "storage/other-keys"
  | "storage/older-keys"
  | "storage/same-key-store"
  | "keys/invalid"
  | "record/sink"
  | "network/taken"
  | "failed";

export interface ConfigurationTexts {
  /** One line a problem: what is wrong with this variable, and what to do. */
  readonly problems: Readonly<Record<ConfigurationWord, string>>;
  readonly notStarted: string;
  started(origin: string): string;
  readonly noticesWait: string;
  /** The key set ends in so many days (0: today). */
  keySetEnds(days: number): string;
}

export const configurationTexts: Readonly<Record<Language, ConfigurationTexts>> = {
  ja: configurationJa,
  en: configurationEn,
};
