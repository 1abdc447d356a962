import { readCompany, type CompanySettings } from "./company";
import { readIdentity, type Identity } from "./identity";
import { readKeys, type KeySettings } from "./keys";
import { readNotices, type NoticeSettings } from "./notices";
import type { BadSetting } from "./problem";
import { Settings, type Environment, type ReadFile } from "./settings";
import { readSite, type SiteSettings } from "./site";
import { readStorage, type StorageSettings } from "./storage";

/** Everything that the service is told from outside; docs/configuration.md says it for people. */
export interface ServiceConfiguration {
  readonly site: SiteSettings;
  readonly identity: Identity;
  readonly storage: StorageSettings;
  readonly keys: KeySettings;
  readonly notices: NoticeSettings;
  readonly company: CompanySettings;
}

export type ReadConfiguration =
  | { readonly ok: true; readonly configuration: ServiceConfiguration }
  | { readonly ok: false; readonly bad: readonly BadSetting[] };

/** Reads every variable before it answers, so that all bad ones are said at once. */
export function readConfiguration(
  environment: Environment,
  readFile?: ReadFile,
): ReadConfiguration {
  const settings = new Settings(environment, readFile);
  const site = readSite(settings);
  const identity = readIdentity(settings);
  const storage = readStorage(settings);
  const keys = readKeys(settings);
  const notices = readNotices(settings);
  const company = readCompany(settings);
  if (settings.bad.length > 0 || !site || !identity || !storage || !keys)
    return { ok: false, bad: settings.bad };
  return { ok: true, configuration: { site, identity, storage, keys, notices, company } };
}
