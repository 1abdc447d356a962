import { hash } from "@stablelib/sha256";
import { hexOfBytes } from "../approval/hex";
import type { Baseline, History } from "../core/history";
import { parseBaseline, serialiseBaseline } from "../judgement/baseline-text";
import { encodeUtf8 } from "../text/utf8";
import { offers, type Call } from "./call";
import { loadProperties, propertyText, saveProperties } from "./properties";
import { readSession, writeSession } from "./session";

const BASELINE_KEY = "sekisho.baseline";
/** Digest of the id of the draft that the stored baseline belongs to. */
const OWNER_KEY = "sekisho.item";

const UNKNOWN: History = { state: "unknown" };

const known = (text: string | null): History => {
  const baseline = text === null ? null : parseBaseline(text);
  return baseline === null ? UNKNOWN : { state: "known", baseline };
};

/**
 * How the mail looked when composing began. The session's own word counts. A draft that was opened
 * again has none; then the item's counts if it was stored for exactly this item: a forward, a
 * resent or a copied mail carries its parent's properties, but never its parent's id.
 */
export async function readHistory(call: Call, item: Office.MessageCompose): Promise<History> {
  const session = await readSession(call, item, BASELINE_KEY);
  if (session.ok && session.value !== null) return known(session.value);
  const own = await itemDigest(call, item);
  const properties = own === null ? null : await loadProperties(call, item);
  if (!properties?.ok || propertyText(properties.value, OWNER_KEY) !== own) return UNKNOWN;
  return known(propertyText(properties.value, BASELINE_KEY));
}

export const hasSessionBaseline = async (
  call: Call,
  item: Office.MessageCompose,
): Promise<boolean> => {
  const session = await readSession(call, item, BASELINE_KEY);
  return session.ok && session.value !== null;
};

/** Stores where the session and, once it is saved, the reopened draft find it. */
export async function storeBaseline(
  call: Call,
  item: Office.MessageCompose,
  baseline: Baseline,
): Promise<void> {
  const text = serialiseBaseline(baseline);
  await writeSession(call, item, BASELINE_KEY, text);
  const properties = await loadProperties(call, item);
  if (!properties.ok) return;
  const owner = (await itemDigest(call, item)) ?? "";
  await saveProperties(call, properties.value, { [BASELINE_KEY]: text, [OWNER_KEY]: owner });
}

/** Binds the stored baseline to the draft as soon as that has an id. */
export async function bindBaseline(call: Call, item: Office.MessageCompose): Promise<void> {
  const session = await readSession(call, item, BASELINE_KEY);
  const owner = session.ok && session.value !== null ? await itemDigest(call, item) : null;
  const properties = owner === null ? null : await loadProperties(call, item);
  if (!session.ok || owner === null || !properties?.ok) return;
  const stored = known(propertyText(properties.value, BASELINE_KEY));
  const current = known(session.value);
  const isOurs = nonceOf(stored) !== null && nonceOf(stored) === nonceOf(current);
  if (isOurs && propertyText(properties.value, OWNER_KEY) !== owner)
    await saveProperties(call, properties.value, { [OWNER_KEY]: owner });
}

const nonceOf = (history: History): string | null =>
  history.state === "known" ? history.baseline.nonce : null;

/** Whether the client keeps this mail under an id already, so that it may have been written before. */
export async function mayBeReopened(call: Call, item: Office.MessageCompose): Promise<boolean> {
  const id = await readItemId(call, item);
  return id.ok || id.name !== "ItemNotSaved";
}

const readItemId = (call: Call, item: Office.MessageCompose) =>
  call<string>(offers(item, "getItemIdAsync") ? (done) => item.getItemIdAsync(done) : null);

/** Digest of the id that the client keeps this item under; null before it is saved. */
export async function itemDigest(call: Call, item: Office.MessageCompose): Promise<string | null> {
  const id = await readItemId(call, item);
  return id.ok && typeof id.value === "string" && id.value !== ""
    ? hexOfBytes(hash(encodeUtf8(id.value)))
    : null;
}
