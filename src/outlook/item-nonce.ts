import { hash } from "@stablelib/sha256";
import { hexOfBytes } from "../approval/hex";
import type { History } from "../core/history";
import { encodeUtf8 } from "../text/utf8";
import type { Call } from "./call";
import { loadProperties, propertyText, saveProperties } from "./properties";
import { readSession, writeSession } from "./session";
import { itemDigest } from "./stored";

const NONCE_KEY = "sekisho.nonce";

/**
 * What tells this item from every other one, above all from a copy, a reply or a forward of it:
 * a sign-off is for one item. The baseline's nonce where the beginning is known; otherwise one that
 * the pane made, bound to the item's id. Null where there is none (yet).
 */
export async function readItemNonce(
  call: Call,
  item: Office.MessageCompose,
  history: History,
): Promise<string | null> {
  if (history.state === "known") return history.baseline.nonce;
  const session = await readSession(call, item, NONCE_KEY);
  if (session.ok && session.value !== null) return isNonce(session.value) ? session.value : null;
  const id = await itemDigest(call, item);
  const properties = id === null ? null : await loadProperties(call, item);
  if (id === null || !properties?.ok) return null;
  return nonceFor(propertyText(properties.value, NONCE_KEY), id);
}

/** Makes sure that the item has one and that it stays; null where that cannot be had. */
export async function ensureItemNonce(
  call: Call,
  item: Office.MessageCompose,
  history: History,
  fresh: string,
): Promise<string | null> {
  const present = await readItemNonce(call, item, history);
  const nonce = present ?? fresh;
  if (history.state === "known") return nonce;
  const written = await writeSession(call, item, NONCE_KEY, nonce);
  const read = await readSession(call, item, NONCE_KEY);
  if (!written.ok || !read.ok || read.value !== nonce) return null;
  await keepForReopening(call, item, nonce);
  return nonce;
}

/** A draft that is closed and opened again has lost its session. */
async function keepForReopening(
  call: Call,
  item: Office.MessageCompose,
  nonce: string,
): Promise<void> {
  const id = await itemDigest(call, item);
  const properties = id === null ? null : await loadProperties(call, item);
  if (id === null || !properties?.ok) return;
  await saveProperties(call, properties.value, { [NONCE_KEY]: `${nonce} ${boundTo(nonce, id)}` });
}

function nonceFor(text: string | null, id: string): string | null {
  const [nonce = "", bound = ""] = (text ?? "").split(" ");
  return isNonce(nonce) && bound === boundTo(nonce, id) ? nonce : null;
}

const isNonce = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** Custom properties have little room: 16 digits of a digest over both. */
const boundTo = (nonce: string, id: string): string =>
  hexOfBytes(hash(encodeUtf8(`${nonce} ${id}`))).slice(0, 16);
