import { createCall } from "../../src/outlook/call";
import {
  isDarkTheme,
  onMailChanged,
  onThemeChanged,
  parseAlertContext,
  writtenMail,
} from "../../src/outlook/pane-events";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const CONTEXT = { nonce: "n", at: 1, rules: ["bulk"] };
const TEXT = JSON.stringify(CONTEXT);

const CONTEXTS: readonly [string, unknown, boolean][] = [
  ["what an alert wrote", TEXT, true],
  ["the same, quoted once more", JSON.stringify(TEXT), true],
  ["nothing", "", false],
  ["no text", undefined, false],
  ["an object", CONTEXT, false],
  ["broken", "{", false],
  ["null", "null", false],
  ["another add-in's", '{"page":1}', false],
  ["an unknown rule", JSON.stringify({ ...CONTEXT, rules: ["other"] }), false],
  ["no time", JSON.stringify({ ...CONTEXT, at: "1" }), false],
];

test.each(CONTEXTS)("alert context: %s", (_, text, isContext) => {
  expect(parseAlertContext(text)).toEqual(isContext ? CONTEXT : null);
});

const office = () =>
  (globalThis as unknown as { Office: { context: Record<string, unknown> } }).Office;

test("a received mail has plain lists and is not written", () => {
  const item = installOffice({ mailbox: new MailboxDouble() });
  expect(writtenMail()).toBe(item);
  (item as unknown as { to: unknown }).to = [];
  expect(writtenMail()).toBeNull();
});

test("changes are told of where the client tells of them", async () => {
  const item = installOffice({ mailbox: new MailboxDouble() });
  const types: unknown[] = [];
  Object.assign(office(), { EventType: { RecipientsChanged: "olkRecipientsChanged" } });
  Object.assign(item, {
    addHandlerAsync: (type: string, listener: () => void, done: (result: unknown) => void) => {
      types.push(type);
      listener();
      done({ status: "succeeded" });
    },
  });
  let heard = 0;
  await onMailChanged(createCall(), item, () => (heard += 1));
  expect(types).toEqual(["olkRecipientsChanged"]);
  expect(heard).toBe(1);
});

test("a change of the theme is told, also one that says nothing", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  Object.assign(office(), { EventType: { OfficeThemeChanged: "officeThemeChanged" } });
  const colours = ["#292929", "#ffffff", undefined];
  Object.assign(office().context.mailbox as object, {
    addHandlerAsync: (_: string, listener: (event: object) => void, done: (r: object) => void) => {
      for (const bodyBackgroundColor of colours) listener({ officeTheme: { bodyBackgroundColor } });
      done({ status: "succeeded" });
    },
  });
  const told: (boolean | null)[] = [];
  await onThemeChanged(createCall(), (isDark) => told.push(isDark));
  expect(told).toEqual([true, false, null]);
});

test("a client without that event is asked nothing", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  Object.assign(office(), { EventType: {} });
  const told: unknown[] = [];
  await onThemeChanged(createCall(), (isDark) => told.push(isDark));
  expect(told).toEqual([]);
});

test.each([
  ["#FFFFFF", false],
  ["#1f1f1f", true],
  ["292929", true],
  ["Window", null],
  [undefined, null],
])("theme %s: dark is %s", (bodyBackgroundColor, isDark) => {
  installOffice({ mailbox: new MailboxDouble() });
  office().context.officeTheme = { bodyBackgroundColor };
  expect(isDarkTheme()).toBe(isDark);
});
