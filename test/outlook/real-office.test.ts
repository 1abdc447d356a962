import { SEND_LIMITS } from "../../src/core/limits";
import { createCall } from "../../src/outlook/call";
import { showNotice } from "../../src/outlook/notice";
import { loadProperties, saveProperties } from "../../src/outlook/properties";
import { readMessage } from "../../src/outlook/read-message";
import { readSession, writeSession } from "../../src/outlook/session";
import { mayBeReopened } from "../../src/outlook/stored";
import { file, MailboxDouble, person } from "./mailbox-double";
import { officeDouble } from "./office-double";
import { loadRealOffice } from "./real-office";
import { win32Bridge } from "./win32-bridge";

/** What the real library makes of the same mail. */
async function realItem(mailbox: MailboxDouble) {
  const office = await loadRealOffice(win32Bridge(mailbox, "1.14").external);
  return office.context.mailbox.item as Office.MessageCompose;
}

const doubleItem = (mailbox: MailboxDouble) =>
  officeDouble({ mailbox }).context.mailbox.item as unknown as Office.MessageCompose;

const mail = () =>
  new MailboxDouble({
    to: [person("a@dealer.example.jp"), person("", "distributionList")],
    bcc: [person("b@gmail.com", "externalUser"), person("c@gmail.com", "other")],
    subject: "件名",
    html: "<p>本文</p>",
    composeType: "reply",
    attachments: [
      file("a.txt", "text"),
      file("mail", "x", { attachmentType: "item", format: "eml", content: "Subject: a" }),
      file("cloud", "x", { attachmentType: "cloud" }),
      file("broken", "x", { content: "%" }),
    ],
  });

const read = (item: Office.MessageCompose) =>
  readMessage({
    call: createCall(),
    item,
    sender: { name: "", address: "yamada@dealer.example.jp" },
    platform: "windows",
    limits: SEND_LIMITS,
    clock: Date.now,
    settle: 0,
  });

test("the real library and its stand-in give the same message", async () => {
  const real = await read(await realItem(mail()));
  expect(real.ok).toBe(true);
  expect(real).toEqual(await read(doubleItem(mail())));
});

test.each([
  ["the real library", realItem],
  ["the stand-in", (mailbox: MailboxDouble) => Promise.resolve(doubleItem(mailbox))],
])("%s keeps what is stored and shown", async (_title, open) => {
  const mailbox = new MailboxDouble({ customProperties: { known: "1" } });
  const item = await open(mailbox);
  const call = createCall();
  expect(await readSession(call, item, "k")).toEqual({ ok: true, value: null });
  await writeSession(call, item, "k", "v");
  expect(await readSession(call, item, "k")).toEqual({ ok: true, value: "v" });
  const loaded = await loadProperties(call, item);
  if (loaded.ok) await saveProperties(call, loaded.value, { mine: "2" });
  expect(mailbox.customProperties).toEqual({ known: "1", mine: "2" });
  expect(await mayBeReopened(call, item)).toBe(false);
  mailbox.itemId = "draft";
  expect(await mayBeReopened(call, item)).toBe(true);
  expect((await showNotice(call, item, "あ".repeat(200))).ok).toBe(true);
  expect(mailbox.notices.get("sekisho")?.message).toHaveLength(150);
});
