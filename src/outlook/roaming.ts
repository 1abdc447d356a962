import { offers, type Call, type Called } from "./call";

/**
 * What the mailbox keeps for the add-in over all its mails (32 KB in all). Read once when a page or
 * a bundle starts: what another window stored since is not seen.
 */
export function readRoaming(key: string): string | null {
  try {
    const value: unknown = Office.context.roamingSettings.get(key);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** Nothing that is sent may depend on its success. */
export function writeRoaming(
  call: Call,
  values: Readonly<Record<string, string>>,
  milliseconds?: number,
): Promise<Called<void>> {
  const settings = roamingSettings();
  return call<void>(
    offers(settings, "saveAsync")
      ? (done) => {
          for (const key of Object.keys(values)) settings?.set(key, values[key]);
          settings?.saveAsync(done);
        }
      : null,
    milliseconds,
  );
}

function roamingSettings(): Office.RoamingSettings | null {
  try {
    return Office.context.roamingSettings;
  } catch {
    return null;
  }
}
