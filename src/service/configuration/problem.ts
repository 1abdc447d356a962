/** What is wrong with one setting; the words are in `locales/configuration.ts`. */
export const SETTING_PROBLEMS = [
  "missing",
  "not-origin",
  "not-address",
  "not-list",
  "not-guid",
  "not-listen",
  "not-database",
  "not-secret",
  "not-key",
  "not-mailbox",
  "not-smtp",
  "not-level",
  "not-hours",
  "not-number",
  "unreadable-file",
  "both-given",
  "same-origin",
  "same-database",
  "loopback",
  "empty-tenants",
  "demo-issuer",
  "demo-tenant",
  "demo-keys",
  "demo-people",
] as const;
export type SettingProblem = (typeof SETTING_PROBLEMS)[number];

/** One bad variable. The value is not repeated: it may be a secret. */
export interface BadSetting {
  readonly code: SettingProblem;
  readonly variable: string;
}
