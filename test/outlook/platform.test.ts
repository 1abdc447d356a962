import {
  diagnostics,
  displayLanguage,
  platform,
  signedIn,
  supportsMailbox,
} from "../../src/outlook/platform";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const mailbox = new MailboxDouble();

test.each([
  ["PC", "windows"],
  ["OfficeOnline", "web"],
  ["Mac", "mac"],
  ["iOS", "mobile"],
  ["Android", "mobile"],
  ["Universal", "unknown"],
])("%s is %s", (client, expected) => {
  installOffice({ mailbox, platform: client });
  expect(platform()).toBe(expected);
});

test.each([
  ["1.14", "1.14", true],
  ["1.13", "1.14", false],
  [null, "1.12", false],
])("a client of Mailbox %s: %s is %s", (mailboxSet, version, expected) => {
  installOffice({ mailbox, mailboxSet });
  expect(supportsMailbox(version)).toBe(expected);
});

test.each([
  ["ja-JP", "ja"],
  ["en-US", "en"],
  [undefined, "ja"],
  [1033 as unknown as string, "ja"],
])("%s is written in %s", (tag, expected) => {
  installOffice({ mailbox });
  Object.assign(Office.context, { displayLanguage: tag });
  expect(displayLanguage()).toBe(expected);
});

test("a client without anything is asked without harm", () => {
  (globalThis as Record<string, unknown>).Office = {};
  expect([platform(), displayLanguage(), signedIn()]).toEqual(["unknown", "ja", null]);
  expect(diagnostics()).toEqual({ platform: "", host: "", version: "", mailbox: "" });
});

test("what support is told names no person", () => {
  installOffice({ mailbox });
  expect(diagnostics()).toEqual({
    platform: "PC",
    host: "Outlook",
    version: "16.0.1",
    mailbox: "1.14",
  });
});
