import { offers, type Call, type Called } from "./call";

/** The line above the mail. Outlook takes 150 characters and five lines for an add-in. */
const LONGEST = 150;
const KEY = "sekisho";
/** A line of its own: it stays whatever is said of the mail. */
export const POLICY_NOTICE = "sekisho-policy";

/** Id of a `bt:Image` in manifest.xml. */
export const NOTICE_ICON = "Icon.16";

const shortened = (message: string): string =>
  message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 1)}…`;

const detailsOf = (message: string): Office.NotificationMessageDetails => ({
  type: "informationalMessage",
  message: shortened(message),
  icon: NOTICE_ICON,
  persistent: false,
});

/** Puts our line there or changes it. Clients differ in whether replacing may be the first. */
export async function showNotice(
  call: Call,
  item: Office.MessageCompose,
  message: string,
  key = KEY,
): Promise<Called<void>> {
  const lines = item.notificationMessages;
  const details = detailsOf(message);
  const replaced = await call<void>(
    offers(lines, "replaceAsync") ? (done) => lines.replaceAsync(key, details, done) : null,
  );
  if (replaced.ok || replaced.code === "outlook/timeout") return replaced;
  return call<void>(
    offers(lines, "addAsync") ? (done) => lines.addAsync(key, details, done) : null,
  );
}

export async function hideNotice(
  call: Call,
  item: Office.MessageCompose,
  key = KEY,
): Promise<Called<void>> {
  const lines = item.notificationMessages;
  const removed = await call<void>(
    offers(lines, "removeAsync") ? (done) => lines.removeAsync(key, done) : null,
  );
  const wasAbsent = !removed.ok && removed.name === "NotificationKeyNotFound";
  return wasAbsent ? { ok: true, value: undefined } : removed;
}
