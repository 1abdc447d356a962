import { RULE_IDS } from "../core/verdict";
import type { AlertContext } from "./answer";
import { offers, type Call } from "./call";
import { composeItem } from "./platform";
import { after } from "./timers";

const READY_MILLISECONDS = 10_000;

/** Resolves once the client answers; false where nothing of Outlook is there. */
export function outlookReady(): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = after(READY_MILLISECONDS, () => resolve(false));
    const settle = (isOutlook: boolean): void => {
      stop();
      resolve(isOutlook);
    };
    try {
      Office.onReady().then(
        ({ host }) => settle(String(host) === "Outlook"),
        () => settle(false),
      );
    } catch {
      settle(false);
    }
  });
}

export type WrittenMail = Office.MessageCompose;

/** The mail that is being written; null beside a received one, whose recipients are a plain list. */
export function writtenMail(): WrittenMail | null {
  const item = composeItem();
  return item !== null && offers(item.to, "getAsync") ? item : null;
}

/** What the alert's button handed over: null where the pane was opened in another way. */
export async function readAlertContext(
  call: Call,
  item: WrittenMail,
): Promise<AlertContext | null> {
  const read = await call<string>(
    offers(item, "getInitializationContextAsync")
      ? (done) => item.getInitializationContextAsync(done)
      : null,
  );
  return read.ok ? parseAlertContext(read.value) : null;
}

/** The client hands over whatever it has: only what an alert wrote counts. */
export function parseAlertContext(text: unknown): AlertContext | null {
  if (typeof text !== "string" || text === "") return null;
  try {
    const value = JSON.parse(text) as Partial<AlertContext> | string | null;
    // Some clients quote a string that was handed over as a string once more.
    if (typeof value === "string") return parseAlertContext(value);
    const isComplete =
      typeof value?.nonce === "string" &&
      typeof value.at === "number" &&
      Array.isArray(value.rules) &&
      value.rules.every((rule: unknown) => RULE_IDS.some((each) => each === rule));
    return isComplete ? (value as AlertContext) : null;
  } catch {
    return null;
  }
}

/** Names in the client's own enumeration, of which older ones lack the last. */
const CHANGES = ["RecipientsChanged", "AttachmentsChanged"];
const ALERT_AGAIN = "InitializationContextChanged";

/** Tells of each change that this client tells of; others are seen at the next check. */
export async function onMailChanged(
  call: Call,
  item: WrittenMail,
  listener: () => void,
): Promise<void> {
  for (const name of CHANGES) await handle(call, item, name, listener);
}

/** The alert's button was pressed again while the pane was open (Mailbox 1.15). */
export const onAlertAgain = (call: Call, item: WrittenMail, listener: () => void): Promise<void> =>
  handle(call, item, ALERT_AGAIN, listener);

const eventType = (name: string): Office.EventType | undefined =>
  (Office.EventType as unknown as Readonly<Record<string, Office.EventType>>)[name];

async function handle(
  call: Call,
  item: WrittenMail,
  name: string,
  listener: () => void,
): Promise<void> {
  const type = eventType(name);
  await call<void>(
    type !== undefined && offers(item, "addHandlerAsync")
      ? (done) => item.addHandlerAsync(type, listener, done)
      : null,
  );
}

const THEME_CHANGED = "OfficeThemeChanged";

/** Tells whether the client's theme is dark each time that the person changes it (Mailbox 1.14). */
export async function onThemeChanged(
  call: Call,
  listener: (isDark: boolean | null) => void,
): Promise<void> {
  const { mailbox } = Office.context;
  const type = eventType(THEME_CHANGED);
  const changed = (event: { officeTheme?: Office.OfficeTheme }): void =>
    listener(isDarkColour(event.officeTheme?.bodyBackgroundColor));
  await call<void>(
    type !== undefined && offers(mailbox, "addHandlerAsync")
      ? (done) => mailbox.addHandlerAsync(type, changed, done)
      : null,
  );
}

/** Whether the client's own theme is dark; null where it does not say. */
export function isDarkTheme(): boolean | null {
  try {
    return isDarkColour(Office.context.officeTheme.bodyBackgroundColor);
  } catch {
    return null;
  }
}

function isDarkColour(colour: string | undefined): boolean | null {
  const rgb = /^#?([0-9a-f]{6})/i.exec(String(colour))?.[1];
  return rgb === undefined ? null : brightness(parseInt(rgb, 16)) < 128;
}

/** Of 255, as the eye weighs the colours (ITU-R BT.601). */
const brightness = (rgb: number): number =>
  0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
