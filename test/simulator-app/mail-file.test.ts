import PostalMime from "postal-mime";
import { mailFile } from "../../src/simulator/app/mail-file";
import type { MailContent } from "../../src/simulator/app/mail-file";
import { storedFile } from "../../src/simulator/seed/stored-file";

const PLAIN: MailContent = {
  from: { name: "佐々木 健", address: "k.sasaki@sakura-motors.example" },
  to: [],
  cc: [],
  bcc: [],
  subject: "夏のご案内",
  html: "<p>こんにちは</p>",
  files: [],
  date: Date.UTC(2019, 6, 18, 0, 12, 0),
};
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (file: Uint8Array) => Buffer.from(file).toString("latin1");
const read = (mail: Partial<MailContent>) =>
  PostalMime.parse(mailFile({ ...PLAIN, ...mail }), { attachmentEncoding: "arraybuffer" });
const content = (value: unknown) => Buffer.from(value as ArrayBuffer);

test("addresses of every field, Bcc too, with names as written", async () => {
  const many = Array.from({ length: 29 }, (_, index) => ({
    name: `山田 ${index}号, "様"`,
    address: `demo${index}@gmail.com`,
  }));
  const mail = await read({
    to: [{ name: "", address: "a@x.example" }],
    cc: many,
    bcc: [{ name: "Hidden One", address: "b@x.example" }],
  });
  expect(mail.from).toMatchObject({ name: "佐々木 健", address: "k.sasaki@sakura-motors.example" });
  expect(mail.to).toMatchObject([{ address: "a@x.example" }]);
  expect(mail.cc?.map(({ name, address }) => ({ name, address }))).toEqual(many);
  expect(mail.bcc).toMatchObject([{ name: "Hidden One", address: "b@x.example" }]);
  expect(mail.date).toBe("2019-07-18T00:12:00.000Z");
});

test.each([
  "Summer",
  " 前後に空白 ",
  "長い件名".repeat(60),
  "絵文字😀と𠮷野家の".repeat(9),
  "改行\r\nBcc: someone@x.example",
])("subject %#", async (subject) => {
  const mail = await read({ subject });
  expect(mail.subject).toBe(subject.replace(/\r\n/g, " "));
  expect(mail.bcc).toBeUndefined();
});

test("the body's bytes are unchanged", () => {
  const html = "<html>\r\n<body>\n行末 \t\r<p>.\n--=_part_1\n</p></body></html>";
  const [, encoded = ""] = text(mailFile({ ...PLAIN, html })).split("\r\n\r\n");
  expect(Buffer.from(encoded, "base64").toString("utf8")).toBe(html);
});

test("attachments and pictures of the body", async () => {
  const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const mail = await read({
    html: '<img src="cid:logo@1">',
    files: [
      storedFile("顧客一覧 (最新)'s.xlsx", all),
      { ...storedFile("logo.png", bytes("png")), inline: true, contentId: "logo@1" },
    ],
  });
  const [logo, list] = mail.attachments;
  expect(mail.html?.trim()).toBe('<img src="cid:logo@1">');
  expect(logo).toMatchObject({
    filename: "logo.png",
    contentId: "<logo@1>",
    mimeType: "image/png",
  });
  expect(list?.filename).toBe("顧客一覧 (最新)'s.xlsx");
  expect(content(list?.content).equals(Buffer.from(all))).toBe(true);
});

test("a mail in a mail in a mail keeps its own attachment", async () => {
  const inner = mailFile({ ...PLAIN, subject: "内側", files: [storedFile("a.txt", bytes("あ"))] });
  const item = (file: Uint8Array) => ({ ...storedFile("m.eml", file), isItem: true });
  const middle = mailFile({ ...PLAIN, subject: "中", files: [item(inner)] });
  const outer = mailFile({ ...PLAIN, files: [item(middle), storedFile("b.txt", bytes("b"))] });
  const open = (file: Uint8Array) => PostalMime.parse(file, { forceRfc822Attachments: true });
  const first = await open(outer);
  expect(first.attachments.map(({ filename }) => filename)).toEqual(["m.eml", "b.txt"]);
  const second = await open(content(first.attachments[0]?.content));
  const third = await open(content(second.attachments[0]?.content));
  expect(second.subject).toBe("中");
  expect(third.subject).toBe("内側");
  expect(content(third.attachments[0]?.content).toString("utf8")).toBe("あ");
});

test("lines stay within 998 bytes and 7 bits", () => {
  const files = [storedFile("あ".repeat(255), new Uint8Array(5000).fill(255))];
  const file = text(mailFile({ ...PLAIN, subject: "あ".repeat(500), files }));
  expect(Math.max(...file.split("\r\n").map((line) => line.length))).toBeLessThan(998);
  expect(/[^\r\n\t\x20-\x7e]/.test(file)).toBe(false);
});

test.each([1, 20, 255])("a file name of %i characters", async (length) => {
  const name = "名".repeat(length);
  const mail = await read({ files: [storedFile(name, bytes("x"))] });
  expect(mail.attachments[0]?.filename).toBe(name);
});

test("an attached mail in 8 bits says so", () => {
  const item = { ...storedFile("m.eml", bytes("Subject: あ\r\n\r\nい")), isItem: true };
  expect(text(mailFile({ ...PLAIN, files: [item] }))).toContain("Content-Transfer-Encoding: 8bit");
});
