import { createCall } from "../../src/outlook/call";
import { newMessage } from "../../src/outlook/new-message";
import { MailboxDouble } from "./mailbox-double";
import { installOffice } from "./office-double";

const draft = { subject: "ご案内", text: "A & <B>\r\nC", to: [], bcc: [] };

test("opens a form with words only", async () => {
  const mailbox = new MailboxDouble();
  installOffice({ mailbox });
  const bcc = [{ name: "A", address: "a@gmail.com" }];
  expect(await newMessage(createCall(), { ...draft, bcc })).toEqual({ ok: true });
  expect(mailbox.forms).toEqual([
    {
      toRecipients: [],
      bccRecipients: ["a@gmail.com"],
      subject: "ご案内",
      htmlBody: "A &amp; &lt;B&gt;<br>C",
    },
  ]);
});

test("refuses what the form would cut off", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  const text = "あ".repeat(40_000);
  expect(await newMessage(createCall(), { ...draft, text })).toEqual({
    ok: false,
    code: "outlook/too-long",
  });
});

test("says so where the client cannot open one", async () => {
  installOffice({ mailbox: new MailboxDouble() });
  Object.assign(Office.context.mailbox, { displayNewMessageFormAsync: undefined });
  expect(await newMessage(createCall(), draft)).toEqual({
    ok: false,
    code: "outlook/unsupported",
  });
});
