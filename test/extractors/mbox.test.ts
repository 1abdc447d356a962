import { read } from "./reading";

const mail = (text: string): string =>
  `From: 山田 <yamada@example.jp>\nTo: <b@example.jp>\nSubject: 件\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`;
const from = "From yamada@example.jp Tue Nov 24 10:00:00 2026\n";

test("every mail is a file of its own", () => {
  const file = `${from}${mail("一通目")}\n${from}${mail("二通目\nFrom here on it is text")}`;
  const { cells, layouts, refusals } = read(file);
  expect(layouts).toEqual(
    expect.arrayContaining(["prose file 1.eml > body", "prose file 2.eml > body"]),
  );
  expect(cells).toEqual(
    expect.arrayContaining(["1=一通目", "1=二通目", "2=From here on it is text"]),
  );
  expect(refusals).toEqual([]);
});

test("line ends of Windows", () => {
  const file = `${from}${mail("一通目")}\n${from}${mail("二通目")}`.replace(/\n/g, "\r\n");
  expect(read(file).layouts).toContain("prose file 2.eml > body");
});

test("a mail that is damaged does not hide the others", () => {
  const broken = mail("x").replace("charset=utf-8", "charset=x-nobody-knows");
  const { cells, refusals } = read(`${from}${broken}\n${from}${mail("二通目")}`);
  expect(refusals).toEqual(["extract/unsupported @ file 1.eml"]);
  expect(cells).toContain("1=二通目");
});

test("too many mails", () => {
  const file = `${from}${mail("x")}\n`.repeat(2001);
  expect(read(file).refusals.slice(-1)).toEqual(["extract/too-many-entries @ "]);
});
