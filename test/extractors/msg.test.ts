import { compoundFile, type Folder } from "./fixtures/compound-file";
import { zipFile } from "./fixtures/zip-file";
import { bytesOf, read, type Reading } from "./reading";

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const sjis = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const YAMADA = sjis(0x8e, 0x52, 0x93, 0x63);

/** Fixed properties by their tags, behind a head of this length. */
function fixed(head: number, values: Readonly<Record<number, number>> = {}): Uint8Array {
  const tags = Object.keys(values).map(Number);
  const buffer = Buffer.alloc(head + 16 * tags.length);
  tags.forEach((tag, i) => {
    buffer.writeUInt32LE(tag, head + 16 * i);
    buffer.writeUInt32LE(values[tag] ?? 0, head + 16 * i + 8);
  });
  return new Uint8Array(buffer);
}

const PAGE_OF_MESSAGE = 0x3ffd0003;
const PAGE_OF_HTML = 0x3fde0003;
const METHOD = 0x37050003;
const variable = (properties: Readonly<Record<string, Uint8Array>>): Folder => {
  const folder: Record<string, Uint8Array> = {};
  for (const tag of Object.keys(properties)) folder[`__substg1.0_${tag}`] = properties[tag] as Uint8Array; // prettier-ignore
  return folder;
};

const item = (properties: Readonly<Record<string, Uint8Array>>, rest: Folder = {}): Folder => ({
  "__properties_version1.0": fixed(32),
  ...variable(properties),
  ...rest,
});
const mail = (properties: Readonly<Record<string, Uint8Array>>, rest: Folder = {}): Reading =>
  read(compoundFile(item(properties, rest)), "mail.msg");

describe("texts", () => {
  test("subject, people, body, and what else is written in it", () => {
    const recipient = {
      "__properties_version1.0": fixed(8),
      ...variable({ "3001001F": wide("佐藤花子"), "39FE001F": wide("sato@example.jp") }),
    };
    expect(
      mail(
        {
          "0037001F": wide("件名です"),
          "0C1A001F": wide("山田太郎"),
          "5D01001F": wide("yamada@example.jp"),
          "1000001F": wide("一行目\r\n二行目"),
          "3A1C001F": wide("090-1234-5678"),
          "8001101F": new Uint8Array(8),
          "8001101F-00000000": wide("分類"),
          "001A001F": wide("IPM.Note"),
        },
        { "__recip_version1.0_#00000000": recipient },
      ),
    ).toEqual({
      cells: [
        "1=件名です",
        "1=From: 山田太郎 <yamada@example.jp>",
        "3=To: 佐藤花子 <sato@example.jp>",
        "1=一行目",
        "1=二行目",
        "1=090-1234-5678",
        "2=分類",
      ],
      layouts: ["prose subject", "prose header", "prose body", "prose property"],
      refusals: [],
    });
  });

  test("in the code page of the message", () => {
    const properties = { "__properties_version1.0": fixed(32, { [PAGE_OF_MESSAGE]: 932 }) };
    expect(mail({ "1000001E": YAMADA }, properties).cells).toEqual(["1=山田"]);
    const other = { "__properties_version1.0": fixed(32, { [PAGE_OF_MESSAGE]: 1251 }) };
    expect(mail({ "1000001E": YAMADA }, other).refusals).toEqual(["extract/unsupported @ body"]);
  });

  test("a page in its own code page", () => {
    const properties = { "__properties_version1.0": fixed(32, { [PAGE_OF_HTML]: 932 }) };
    const page = new Uint8Array(Buffer.concat([Buffer.from("<p>"), YAMADA, Buffer.from("</p>")]));
    expect(mail({ "10130102": page }, properties).cells).toEqual(["1=山田"]);
  });

  test("rich text, packed and not", () => {
    // The example of the specification (MS-OXRTFCP 3.1.1).
    const packed = Buffer.from(
      "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232" +
        "0af32068656c090020627705b06c647d0a800fa0",
      "hex",
    );
    expect(mail({ "10090102": new Uint8Array(packed) }).cells).toEqual(["1=hello world"]);
    const plain = Buffer.from("{\\rtf1\\ansi a}");
    const head = Buffer.alloc(16);
    head.writeUInt32LE(plain.length, 4);
    head.write("MELA", 8);
    expect(mail({ "10090102": new Uint8Array(Buffer.concat([head, plain])) }).cells).toEqual(["1=a"]); // prettier-ignore
  });
});

describe("attachments", () => {
  const attached = (properties: Readonly<Record<string, Uint8Array>>, rest: Folder = {}): Folder => ({ "__attach_version1.0_#00000000": { "__properties_version1.0": fixed(8), ...variable(properties), ...rest } }); // prettier-ignore

  test("are read as files, under their long names", () => {
    const zip = zipFile([{ name: "名簿.txt", content: "山田太郎" }]);
    const { layouts, cells } = mail({}, attached({ "3707001F": wide("名簿.zip"), "37010102": zip })); // prettier-ignore
    expect(layouts).toContain("prose file 名簿.zip > file 名簿.txt");
    expect(cells).toContain("1=山田太郎");
  });

  test("mails within mails, files within those", () => {
    const inner: Folder = {
      "__properties_version1.0": fixed(24, { [PAGE_OF_MESSAGE]: 932 }),
      ...variable({ "0037001E": YAMADA }),
      ...attached({ "3707001F": wide("a.txt"), "37010102": bytesOf("佐藤") }),
    };
    const { layouts, cells } = mail({}, attached({ "3001001F": wide("転送") }, { "__substg1.0_3701000D": inner })); // prettier-ignore
    expect(layouts).toEqual(["prose name", "prose file 転送 > subject", "prose file 転送 > name", "prose file 転送 > file a.txt"]); // prettier-ignore
    expect(cells).toEqual(["1=転送", "1=山田", "1=a.txt", "1=佐藤"]);
  });

  test("within a zip", () => {
    const zip = zipFile([{ name: "a.msg", content: compoundFile(item({ "0037001F": wide("件") })) }]); // prettier-ignore
    expect(read(zip).layouts).toContain("prose file a.msg > subject");
  });

  test("links lead outside, and a file without content is damage", () => {
    const link = { "__attach_version1.0_#0": { "__properties_version1.0": fixed(8, { [METHOD]: 7 }) } }; // prettier-ignore
    expect(mail({}, link).refusals).toEqual(["attachment/cloud @ file "]);
    expect(mail({}, attached({})).refusals).toEqual(["extract/damaged @ file "]);
  });

  test("mails in mails without an end", () => {
    let inner: Folder = item({ "0037001F": wide("底") });
    for (let i = 0; i < 12; i++) inner = item({}, attached({}, { "__substg1.0_3701000D": inner }));
    const { cells, refusals } = read(compoundFile(inner));
    expect(cells).not.toContain("1=底");
    expect(refusals[0]).toMatch(/^extract\/too-deep/);
  });
});
