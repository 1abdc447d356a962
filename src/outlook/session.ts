import { offers, type Call, type Called } from "./call";

/**
 * What lives as long as this mail is being written, and no longer. Null is "nothing there": clients
 * differ in how they say so, and one answers it for the first seconds of a reply.
 */
export async function readSession(
  call: Call,
  item: Office.MessageCompose,
  key: string,
): Promise<Called<string | null>> {
  const read = await call<string>(
    offers(item.sessionData, "getAsync") ? (done) => item.sessionData.getAsync(key, done) : null,
  );
  if (!read.ok) return read.name === "KeyNotFound" ? { ok: true, value: null } : read;
  return { ok: true, value: typeof read.value === "string" ? read.value : null };
}

export const writeSession = (call: Call, item: Office.MessageCompose, key: string, value: string) =>
  call<void>(
    offers(item.sessionData, "setAsync")
      ? (done) => item.sessionData.setAsync(key, value, done)
      : null,
  );
