import { SEND_LIMITS } from "../../src/core/limits";
import { createCall } from "../../src/outlook/call";
import { platform, signedIn } from "../../src/outlook/platform";
import { readMessage } from "../../src/outlook/read-message";
import { file, MailboxDouble, person } from "./mailbox-double";
import { installOffice } from "./office-double";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function read(mailbox: MailboxDouble, clientPlatform = "PC") {
  const item = installOffice({ mailbox, platform: clientPlatform });
  const reading = readMessage({
    call: createCall(),
    item,
    sender: signedIn(),
    platform: platform(),
    limits: SEND_LIMITS,
    clock: Date.now,
  });
  await jest.advanceTimersByTimeAsync(60_000);
  return reading;
}

async function message(mailbox: MailboxDouble, clientPlatform = "PC") {
  const result = await read(mailbox, clientPlatform);
  if (!result.ok) throw new Error(result.cause);
  return result.message;
}

test("a plain mail is read once", async () => {
  const mailbox = new MailboxDouble({
    to: [person("a@dealer.example.jp")],
    cc: [person("b@gmail.com", "externalUser")],
    subject: "見積もり",
    html: "<p>こんにちは</p>",
    attachments: [file("a.txt", "text")],
  });
  expect(await message(mailbox)).toEqual({
    sender: { name: "山田 太郎", address: "yamada@dealer.example.jp" },
    from: { name: "山田 太郎", address: "yamada@dealer.example.jp" },
    recipients: [
      { name: "a", address: "a@dealer.example.jp", field: "to", group: false },
      { name: "b", address: "b@gmail.com", field: "cc", group: false },
    ],
    cappedFields: [],
    subject: "見積もり",
    bodyHtml: "<p>こんにちは</p>",
    attachments: [
      {
        id: "id-a.txt",
        name: "a.txt",
        inline: false,
        contentId: "",
        content: { state: "read", bytes: new Uint8Array(Buffer.from("text")) },
      },
    ],
    composeType: "new",
  });
  expect(mailbox.calls.filter(({ name }) => name === "body.get")).toHaveLength(1);
});

test.each([
  ["a distribution list", person("sales@dealer.example.jp", "distributionList"), true],
  ["something without address", person("", "other"), true],
  ["an unresolved address", person("x@gmail.com", "other"), false],
  ["a person without address", person("", "user"), false],
])("%s: group %s", async (_title, recipient, group) => {
  const { recipients } = await message(new MailboxDouble({ to: [recipient] }));
  expect(recipients[0]?.group).toBe(group);
});

test.each([
  ["PC", 499, false],
  ["PC", 500, true],
  ["PC", 501, false],
  ["PC", 1000, true],
  ["PC", 1001, true],
  ["OfficeOnline", 500, false],
  ["OfficeOnline", 1000, true],
  ["Mac", 1000, false],
  ["iOS", 100, true],
  ["Universal", 100, true],
  ["Universal", 99, false],
])("%s with %i recipients: cut off %s", async (client, count, capped) => {
  const to = Array.from({ length: count }, (_, index) => person(`p${index}@dealer.example.jp`));
  const { cappedFields } = await message(new MailboxDouble({ to }), client);
  expect(cappedFields).toEqual(capped ? ["to"] : []);
});

const contents: [string, Partial<ReturnType<typeof file>>, unknown][] = [
  ["a cloud link", { attachmentType: "cloud" }, "attachment/cloud"],
  ["an answer of a link", { format: "url", content: "https://x.example/a" }, "attachment/cloud"],
  ["damaged base64", { content: "%%%" }, "attachment/unreadable"],
  ["an unknown format", { format: "pdf" as "url" }, "attachment/unreadable"],
  ["nothing for a file that has a size", { content: "", size: 9 }, "attachment/unreadable"],
  ["nothing for a file of unknown size", { content: "", size: -1 }, "attachment/unreadable"],
  ["more than the limit", { size: 26 * 1024 * 1024 }, "extract/too-large"],
];

test.each(contents)("%s is refused", async (_title, more, code) => {
  const mailbox = new MailboxDouble({ attachments: [file("a.bin", "x", more)] });
  const { attachments } = await message(mailbox);
  expect(attachments[0]?.content).toEqual({ state: "refused", code });
});

test("an attached mail in text becomes its bytes", async () => {
  const eml = { attachmentType: "item", format: "eml", content: "Subject: 件名\r\n" } as const;
  const mailbox = new MailboxDouble({ attachments: [file("mail", "x", eml)] });
  const { attachments } = await message(mailbox);
  const bytes = new Uint8Array(Buffer.from("Subject: 件名\r\n"));
  expect(attachments[0]?.content).toEqual({ state: "read", bytes });
});

test("an attached mail that differs at every read is refused", async () => {
  const eml = { attachmentType: "item", format: "eml", content: "Date: 1" } as const;
  const mailbox = new MailboxDouble({ attachments: [file("mail", "x", eml)] });
  mailbox.before = (_call, index) => void (mailbox.attachments[0]!.content = `Date: ${index}`);
  const { attachments } = await message(mailbox);
  expect(attachments[0]?.content).toEqual({ state: "refused", code: "attachment/item" });
});

test("a forward's attachment that comes late is read", async () => {
  const mailbox = new MailboxDouble({ composeType: "forward" });
  mailbox.before = ({ name }) => {
    const lists = mailbox.calls.filter((each) => each.name === "attachments.list").length;
    if (name === "attachments.list" && lists === 2) mailbox.attachments = [file("late.csv", "1")];
  };
  const { attachments } = await message(mailbox);
  expect(attachments.map(({ name }) => name)).toEqual(["late.csv"]);
});

test("a reply whose body appears between two reads is read until it rests", async () => {
  const mailbox = new MailboxDouble({ composeType: "reply", html: "<p></p>" });
  mailbox.before = () => {
    if (mailbox.calls.length === 8) mailbox.html = "<p>quoted</p>";
  };
  expect((await message(mailbox)).bodyHtml).toBe("<p>quoted</p>");
});

test.each(["reply", "forward"] as const)("a %s that never rests is unreadable", async (type) => {
  const mailbox = new MailboxDouble({ composeType: type });
  mailbox.before = (_call, index) => void (mailbox.html = `<p>${index}</p>`);
  expect(await read(mailbox)).toEqual({
    ok: false,
    code: "message/unreadable",
    cause: "outlook/changing",
  });
});

test("a new mail with an image that is not listed is read twice", async () => {
  const mailbox = new MailboxDouble({ html: '<img src="cid:logo@1">' });
  await message(mailbox);
  expect(mailbox.calls.filter(({ name }) => name === "body.get")).toHaveLength(2);
});

test("a listed image is no reason to read twice", async () => {
  const logo = file("logo.png", "x", { isInline: true, contentId: "<LOGO@1>" });
  const mailbox = new MailboxDouble({ html: '<img src="cid:logo@1">', attachments: [logo] });
  await message(mailbox);
  expect(mailbox.calls.filter(({ name }) => name === "body.get")).toHaveLength(1);
});

test("an unknown compose type is handled like a forward", async () => {
  const mailbox = new MailboxDouble();
  mailbox.faults.set(1, "fail");
  const read = await message(mailbox);
  expect(read.composeType).toBe("unknown");
  expect(mailbox.calls.filter(({ name }) => name === "body.get")).toHaveLength(2);
});

test("a shared mailbox's mail keeps the person who presses Send as its sender", async () => {
  const from = person("info@dealer.example.jp");
  const { sender, from: claimed } = await message(new MailboxDouble({ from }));
  expect([sender.address, claimed.address]).toEqual([
    "yamada@dealer.example.jp",
    "info@dealer.example.jp",
  ]);
});

test("without any sender a mail is unreadable", async () => {
  const mailbox = new MailboxDouble({ profile: { displayName: "", emailAddress: "" } });
  expect(await read(mailbox)).toMatchObject({ ok: false, cause: "outlook/no-sender" });
});
