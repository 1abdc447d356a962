import * as Encoding from "encoding-japanese";
import PostalMime from "postal-mime";
import { BATCH_LIMITS } from "../../../src/core/limits";
import { messageFromMail } from "../../../src/text/mime/message";
import { looksLikeMail, parseMail, readMail } from "../../../src/text/mime/read-mail";

type Encoded = "SJIS" | "EUCJP" | "JIS";

const japanese = (text: string, to: Encoded): Buffer =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to, from: "UNICODE" }));
const base64 = (bytes: Buffer): string =>
  bytes.toString("base64").replace(/.{76}/g, "$&\r\n") + "\r\n";
const bytesOf = (...pieces: (string | Buffer)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces.map((each) => Buffer.from(each as string))));

const HEAD = "From: Taro <taro@example.jp>\r\nTo: b@example.com\r\nMIME-Version: 1.0\r\n";
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary="b1"\r\n`;

const mixed = (...parts: string[]): Uint8Array =>
  bytesOf(
    `${MIXED}\r\npreamble\r\n`,
    parts.map((each) => `--b1\r\n${each}\r\n`).join(""),
    "--b1--",
  );

const ALTERNATIVE = [
  'Content-Type: multipart/alternative; boundary="b2"\r\n',
  "--b2",
  "Content-Type: text/plain; charset=utf-8\r\n\r\n山田 text",
  "--b2",
  "Content-Type: text/html; charset=utf-8\r\n\r\n<p>山田 html</p>",
  "--b2--",
].join("\r\n");

describe("texts", () => {
  test.each(["SJIS", "EUCJP", "JIS"] as const)("%s in every transfer encoding", (charset) => {
    const label = { SJIS: "Shift_JIS", EUCJP: "EUC-JP", JIS: "ISO-2022-JP" }[charset];
    const raw = japanese("山田 太郎\r\n090", charset);
    const quoted = Array.from(raw, (byte) => `=${byte.toString(16).padStart(2, "0")}`).join("");
    for (const [encoding, body] of [
      ["8bit", raw],
      ["BASE64", base64(raw)],
      ["quoted-printable", quoted],
    ] as const) {
      const head = `Content-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
      expect(readMail(bytesOf(HEAD, head, body))?.text).toBe("山田 太郎\r\n090");
    }
  });

  test("no word on the charset", () => {
    expect(readMail(bytesOf(HEAD, "\r\n", japanese("山田太郎です", "SJIS")))?.text).toBe(
      "山田太郎です",
    );
    expect(
      readMail(bytesOf(HEAD, "Content-Type: text/plain; charset=us-ascii\r\n\r\n山田"))?.text,
    ).toBe("山田");
  });

  test("both forms of one text", () => {
    const mail = readMail(mixed(ALTERNATIVE));
    expect([mail?.text, mail?.html]).toEqual(["山田 text", "<p>山田 html</p>"]);
  });

  test("several texts around a file", () => {
    const mail = readMail(
      mixed(
        "\r\n<1>",
        'Content-Disposition: attachment; filename="a.txt"\r\n\r\nfile',
        "Content-Type: text/html\r\n\r\n<p>2",
        "\r\n3",
      ),
    );
    expect(mail?.html).toBe("<pre>&lt;1&gt;</pre>\n<p>2\n<pre>3</pre>");
    expect(mail?.text).toBe("<1>\n\n3");
    expect(mail?.attachments.map(({ name }) => name)).toEqual(["a.txt"]);
  });
});

describe("header", () => {
  const header = (fields: string | Buffer): Uint8Array => bytesOf(HEAD, fields, "\r\n\r\nx");

  test("folded, in raw CP932, in words", () => {
    expect(readMail(header("Subject: a\r\n b\r\n\tc"))?.subject).toBe("a b\tc");
    expect(readMail(header(japanese("Subject: 名簿の件です", "SJIS")))?.subject).toBe(
      "名簿の件です",
    );
    expect(readMail(header(japanese("Subject: 名簿の件です", "JIS")))?.subject).toBe(
      "名簿の件です",
    );
    expect(readMail(header("Subject: 名簿"))?.subject).toBe("名簿");
    expect(readMail(header("subject : =?UTF-8?B?5ZCN?=\r\n =?UTF-8?B?57C/?="))?.subject).toBe(
      "名簿",
    );
  });

  test("a line break in a word never begins a field", () => {
    expect(readMail(header("Subject: =?UTF-8?Q?a=0D=0ABcc:_c@x.jp?="))?.subject).toBe(
      "a Bcc: c@x.jp",
    );
  });

  test("every recipient, repeated fields included", () => {
    const mail = readMail(header("To: c@x.jp\r\nCC: d@x.jp\r\nBcc: e@x.jp, f@x.jp"));
    expect(mail?.to.map(({ address }) => address)).toEqual(["b@example.com", "c@x.jp"]);
    expect(mail?.cc.map(({ address }) => address)).toEqual(["d@x.jp"]);
    expect(mail?.bcc.map(({ address }) => address)).toEqual(["e@x.jp", "f@x.jp"]);
  });
});

describe("attachments", () => {
  const content = (bytes: Uint8Array) => {
    const found = readMail(bytes)?.attachments.map((each) => [
      each.name,
      each.content.state === "read"
        ? Buffer.from(each.content.bytes).toString()
        : each.content.code,
    ]);
    return found;
  };

  const file = (encoding: string, body: string): string =>
    `Content-Type: application/octet-stream; name="a.bin"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;

  test.each([
    ["7bit", "ABC\r\n", "ABC\r\n"],
    ["base64", "QUJD\r\n", "ABC"],
    ["quoted-printable", "=41=\r\nBC", "ABC"],
    ["x-uuencode", "begin 644 a.bin\r\n#04)#\r\n`\r\nend\r\n", "ABC"],
    ["base64", "QUJ", "AB"],
    ["base64", "QU!JD", "extract/damaged"],
    ["x-uuencode", "begin 644 a.bin\r\n#04", "extract/damaged"],
    ["x-unknown", "ABC", "extract/damaged"],
  ])("%s %j", (encoding, body, expected) => {
    expect(content(mixed(file(encoding, body)))).toEqual([["a.bin", expected]]);
  });

  test("a mail in the mail, and one that is elsewhere", () => {
    const inner = "Content-Type: message/rfc822\r\n\r\nFrom: a@x.jp\r\nSubject: s\r\n\r\nx";
    const outer = "Content-Type: message/external-body\r\n\r\nContent-ID: <1>\r\n";
    expect(content(mixed(inner, outer))).toEqual([
      ["part-1.eml", "From: a@x.jp\r\nSubject: s\r\n\r\nx"],
      ["part-2", "attachment/cloud"],
    ]);
  });

  test("a body that is a file", () => {
    const head = 'Content-Type: text/csv; name="a.csv"\r\n\r\n';
    expect(content(bytesOf(HEAD, head, "a,b"))).toEqual([["a.csv", "a,b"]]);
  });
});

describe("refused whole", () => {
  const nested = (levels: number): Uint8Array => {
    let text = "\r\nx";
    for (let i = 0; i < levels; i++) {
      text = `Content-Type: multipart/mixed; boundary="b${String(i)}"\r\n\r\n--b${String(i)}\r\n${text}\r\n--b${String(i)}--`;
    }
    return bytesOf(HEAD, text);
  };

  test.each([
    ["cut off before the last border", bytesOf(`${MIXED}\r\n--b1\r\n\r\nx\r\n`), "extract/damaged"],
    ["no border at all", bytesOf(`${MIXED}\r\nx`), "extract/damaged"],
    ["no name of the border", bytesOf(HEAD, "Content-Type: multipart/mixed\r\n\r\nx"), "extract/damaged"], // prettier-ignore
    ["border with a longer name", bytesOf(`${MIXED}\r\n--b12\r\n\r\nx\r\n--b12--`), "extract/damaged"], // prettier-ignore
    ["unknown charset", bytesOf(HEAD, "Content-Type: text/plain; charset=gb2312\r\n\r\nx"), "extract/unsupported"], // prettier-ignore
    ["wrong charset", bytesOf(HEAD, "Content-Type: text/plain; charset=utf-8\r\n\r\n", Buffer.of(0x8e)), "extract/damaged"], // prettier-ignore
    [
      "damaged text",
      bytesOf(HEAD, "Content-Transfer-Encoding: base64\r\n\r\nQ!"),
      "extract/damaged",
    ],
    ["subject in an unknown charset", bytesOf(HEAD, "Subject: =?x?B?QQ==?=\r\n\r\nx"), "extract/damaged"], // prettier-ignore
    ["file name in an unknown charset", mixed("Content-Disposition: attachment; filename*=x''a\r\n\r\nx"), "extract/damaged"], // prettier-ignore
    ["too deep", nested(52), "extract/too-deep"],
    ["too many parts", mixed(...new Array<string>(2001).fill("\r\nx")), "extract/too-many-entries"],
  ])("%s", (_, bytes, code) => {
    expect(parseMail(bytes, BATCH_LIMITS)).toEqual({ state: "refused", code });
    expect(readMail(bytes)).toBeNull();
  });

  test("as deep as allowed", () => {
    expect(readMail(nested(50))?.text).toBe("x");
  });
});

test("what a mail looks like", () => {
  expect(looksLikeMail(bytesOf(HEAD, "\r\nx"))).toBe(true);
  expect(looksLikeMail(bytesOf("From taro 2026\n", HEAD, "\n"))).toBe(true);
  expect(looksLikeMail(bytesOf("Dear Taro: see below\n\nFrom: here"))).toBe(false);
  expect(looksLikeMail(bytesOf("name: Taro\nphone: 090\n"))).toBe(false);
  expect(looksLikeMail(bytesOf(""))).toBe(false);
});

test("the message of a mail", () => {
  const image =
    "Content-Type: image/png\r\nContent-ID: <i@x>\r\nContent-Disposition: inline\r\n\r\nP";
  const hidden = image.replace("i@x", "j@x");
  const page = 'Content-Type: text/html\r\n\r\n<img src="cid:i@x">';
  const mail = readMail(mixed(page, image, hidden));
  const message = mail && messageFromMail(mail);
  expect(message).toMatchObject({
    sender: { name: "Taro", address: "taro@example.jp" },
    from: { name: "Taro", address: "taro@example.jp" },
    recipients: [{ name: "", address: "b@example.com", field: "to", group: false }],
    bodyHtml: '<img src="cid:i@x">',
    composeType: "unknown",
  });
  expect(message?.attachments.map(({ contentId, inline }) => [contentId, inline])).toEqual([
    ["i@x", true],
    ["j@x", false],
  ]);
  const plain = readMail(bytesOf(HEAD, "Sender: Hana <h@example.jp>\r\n\r\na < b & c"));
  expect(plain && messageFromMail(plain)).toMatchObject({
    sender: { name: "Hana", address: "h@example.jp" },
    bodyHtml: "<pre>a &lt; b &amp; c</pre>",
  });
});

describe("the same as another reader", () => {
  const word = (text: string, charset: Encoded | "UTF8"): string => {
    const bytes = charset === "UTF8" ? Buffer.from(text) : japanese(text, charset);
    const label = { UTF8: "UTF-8", SJIS: "Shift_JIS", EUCJP: "EUC-JP", JIS: "ISO-2022-JP" }[
      charset
    ];
    return `=?${label}?B?${bytes.toString("base64")}?=`;
  };
  const people = ["山田 太郎", "佐藤, 花子", "髙橋（営業）", "Tanaka", "O'Neil \\ x"];

  const mails = people.flatMap((name, index) =>
    (["UTF8", "SJIS", "JIS"] as const).map((charset) => {
      const encoded = word(name.replace("髙", "高"), charset);
      const csv = Buffer.from(`氏名,電話\r\n${name},090-0000-00${String(index)}\r\n`);
      return bytesOf(
        `From: ${encoded} <from${String(index)}@example.jp>\r\n`,
        `To: ${encoded} <to@example.com>, "Doe, Jane" <jane@example.com>\r\n`,
        `Cc: <c1@example.com>,\r\n c2@example.com\r\n`,
        `Subject: ${word("名簿の件", charset)}\r\n ${word("について", charset)}\r\n`,
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=_b1"\r\n\r\n',
        `--=_b1\r\n${ALTERNATIVE}\r\n`,
        "--=_b1\r\nContent-Type: text/csv\r\nContent-Transfer-Encoding: base64\r\n",
        `Content-Disposition: attachment;\r\n filename*0*=UTF-8''${encodeURIComponent("名簿")};\r\n filename*1*=${encodeURIComponent("一覧")}.csv\r\n\r\n`,
        base64(csv),
        "--=_b1--\r\n",
      );
    }),
  );

  test.each(mails.map((bytes, index) => [index, bytes] as const))("mail %d", async (_, bytes) => {
    const theirs = await PostalMime.parse(bytes);
    const ours = readMail(bytes);
    const person = (
      each: { name?: string | undefined; address?: string | undefined } | null | undefined,
    ) => each && { name: each.name ?? "", address: each.address ?? "" };
    expect(person(ours?.from)).toEqual(person(theirs.from));
    expect(ours?.to.map(person)).toEqual(theirs.to?.map(person));
    expect(ours?.cc.map(person)).toEqual(theirs.cc?.map(person));
    expect(ours?.subject).toBe(theirs.subject);
    expect(ours?.text?.trim()).toBe(theirs.text?.trim());
    expect(ours?.html?.trim()).toBe(theirs.html?.trim());
    expect(ours?.attachments.map(({ name }) => name)).toEqual(
      theirs.attachments.map(({ filename }) => filename),
    );
    const [mine] = ours?.attachments ?? [];
    const bytesRead = mine?.content.state === "read" ? mine.content.bytes : new Uint8Array();
    const [other] = theirs.attachments;
    expect(Buffer.from(bytesRead).toString()).toBe(
      Buffer.from(other?.content as unknown as Uint8Array).toString(),
    );
  });
});
