import { offers, type Call, type Called } from "./call";

/**
 * What stays with the item when it is closed. Classic Outlook copies a parent's properties into its
 * forward, so nothing here may be believed without asking whose it is.
 */
export const loadProperties = (call: Call, item: Office.MessageCompose) =>
  call<Office.CustomProperties>(
    offers(item, "loadCustomPropertiesAsync")
      ? (done) => item.loadCustomPropertiesAsync(done)
      : null,
  );

export function propertyText(properties: Office.CustomProperties, key: string): string | null {
  const value: unknown = properties.get(key);
  return typeof value === "string" ? value : null;
}

export function saveProperties(
  call: Call,
  properties: Office.CustomProperties,
  values: Readonly<Record<string, string>>,
): Promise<Called<void>> {
  return call<void>((done) => {
    for (const key of Object.keys(values)) properties.set(key, values[key] ?? "");
    properties.saveAsync(done);
  });
}
