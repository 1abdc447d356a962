import { read } from "./reading";

const PART = "Content-Disposition: attachment; filename=";
let borders = 0;
const mail = (...parts: string[]): string => {
  const border = `b${String((borders += 1))}.`;
  return [
    "From: 山田 <taro@example.jp>",
    "To: b@example.com",
    "Subject: 名簿",
    'Content-Type: multipart/mixed; boundary="' + border + '"',
    "",
    ...parts.map((each) => `--${border}\r\n${each}`),
    `--${border}--`,
  ].join("\r\n");
};

test("header, texts, names of files, and files", () => {
  const { cells, layouts, refusals } = read(
    mail(
      "Content-Type: text/html; charset=utf-8\r\n\r\n<p>佐藤</p>",
      `${PART}"a.csv"\r\n\r\n名前,電話,住所\r\n鈴木,090,東京\r\n`,
    ),
  );
  expect(cells).toEqual([
    "1=名簿",
    "1=From: 山田 <taro@example.jp>",
    "2=To:  <b@example.com>",
    "1=佐藤",
    "1=a.csv",
    ...["1:0=名前", "1:1=電話", "1:2=住所", "2:0=鈴木", "2:1=090", "2:2=東京"],
  ]);
  expect(layouts).toEqual([
    "prose subject",
    "prose header",
    "prose body",
    "prose name",
    "table file a.csv",
  ]);
  expect(refusals).toEqual([]);
});

test("mails in mails are read, and refused where they go too deep", () => {
  const wrap = (inner: string): string => mail(`Content-Type: message/rfc822\r\n\r\n${inner}`);
  expect(read(wrap(wrap(mail("\r\n佐藤")))).cells.slice(-1)).toEqual(["1=佐藤"]);
  const limits = { depth: 1 };
  const { refusals } = read(wrap(wrap(mail("\r\n佐藤"))), "", limits);
  expect(refusals).toEqual(["extract/too-deep @ file part-1.eml > file part-1.eml"]);
});

test("what cannot be read is said, with its place", () => {
  const { refusals } = read(
    mail(
      `${PART}"a.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAECAw==`,
      `${PART}"b.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\n!`,
    ),
  );
  expect(refusals).toEqual(["extract/unknown @ file a.bin", "extract/damaged @ file b.csv"]);
  expect(read(mail("\r\nx").slice(0, -4)).refusals).toEqual(["extract/damaged @ "]);
});

test("too many files", () => {
  const files = Array.from({ length: 20 }, (_, i) => `${PART}"${String(i)}.txt"\r\n\r\nx`);
  expect(read(mail(...files), "", { entries: 10 }).refusals).toEqual([
    "extract/too-many-entries @ ",
  ]);
});
