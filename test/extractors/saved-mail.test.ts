import { readSavedMail } from "../../src/extractors/msg/saved-mail";
import { compoundFile, type Folder } from "./fixtures/compound-file";
import { bytesOf } from "./reading";

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const text = (tag: string, value: string): Folder => ({ [`__substg1.0_${tag}001F`]: wide(value) });

function recipient(number: number, type: number, name: string): Folder {
  const fixed = Buffer.alloc(24);
  fixed.writeUInt32LE(0x0c150003, 8);
  fixed.writeUInt32LE(type, 16);
  return {
    [`__recip_version1.0_#${String(number)}`]: {
      "__properties_version1.0": new Uint8Array(fixed),
      ...text("3001", name),
      ...text("39FE", `${name}@example.jp`),
    },
  };
}

const attachment = (number: number, folder: Folder): Folder => ({
  [`__attach_version1.0_#${String(number)}`]: { "__properties_version1.0": new Uint8Array(8), ...folder }, // prettier-ignore
});

test("people, texts and files of a saved mail", () => {
  const mail = readSavedMail(
    compoundFile({
      "__properties_version1.0": new Uint8Array(32),
      ...text("0037", "件名"),
      ...text("1000", "本文"),
      ...text("0042", "山田"),
      ...text("5D02", "yamada@example.jp"),
      ...recipient(0, 1, "a"),
      ...recipient(1, 2, "b"),
      ...recipient(2, 3, "c"),
      ...attachment(0, { ...text("3707", "a.txt"), "__substg1.0_37010102": bytesOf("佐藤") }),
      ...attachment(1, { ...text("3001", "転送"), "__substg1.0_3701000D": {} }),
    }),
  );
  expect(mail).toMatchObject({
    from: { name: "山田", address: "yamada@example.jp" },
    sender: null,
    to: [{ name: "a", address: "a@example.jp" }],
    cc: [{ address: "b@example.jp" }],
    bcc: [{ address: "c@example.jp" }],
    subject: "件名",
    html: null,
    text: "本文",
    attachments: [
      { name: "a.txt", content: { state: "read", bytes: bytesOf("佐藤") } },
      { name: "転送", content: { state: "refused", code: "attachment/item" } },
    ],
  });
});

test("a body of rich text alone is a file to be inspected", () => {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(9, 4);
  head.write("MELA", 8);
  const rich = new Uint8Array(Buffer.concat([head, Buffer.from("{\\rtf1 a}")]));
  const mail = readSavedMail(
    compoundFile({ "__properties_version1.0": new Uint8Array(32), "__substg1.0_10090102": rich }),
  );
  expect(mail?.attachments).toMatchObject([{ name: "body.rtf", content: { state: "read" } }]);
});

test.each([
  ["a text", bytesOf("From: a")],
  ["another compound file", compoundFile({ Workbook: new Uint8Array(8) })],
  ["a damaged one", compoundFile({ "__properties_version1.0": new Uint8Array(32) }).slice(0, 600)],
])("%s is none", (_, bytes) => {
  expect(readSavedMail(bytes)).toBeNull();
});
