import { bytesOf, read } from "./reading";

const card = (...lines: string[]): string =>
  ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"].join("\r\n") + "\r\n";

describe("contacts", () => {
  test.each([
    ["parts of a name", "N:山田;太郎;;;", "3=N: 山田 太郎"],
    ["a telephone of a group", "item1.TEL;TYPE=CELL:090-1234-5678", "3=TEL: 090-1234-5678"],
    ["an address from the country down", "ADR;TYPE=HOME:;;芝公園4-2-8;港区;東京都;105-0011;日本", "3=ADR: 日本 105-0011 東京都 港区 芝公園4-2-8"], // prettier-ignore
    ["escapes", "NOTE:a\\, b\\; c\\\\d\\n次の行", "3=NOTE: a, b; c\\d"],
    ["quoted-printable", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=B1=B1=E7=94=B0;=E5=A4=AA", "3=N: 山田 太"], // prettier-ignore
    ["quoted-printable in Shift_JIS", "FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63", "3=FN: 山田"], // prettier-ignore
    ["quoted-printable over two lines", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E5=B1=B1=\r\n=E7=94=B0", "3=FN: 山田"], // prettier-ignore
    ["folded lines", "NOTE:山田\r\n 太郎", "3=NOTE: 山田太郎"],
  ])("%s", (_, line, cell) => {
    const { cells, refusals } = read(card(line));
    expect(cells.map((each) => each.replace(/ +/g, " "))).toContain(cell);
    expect(refusals).toEqual([]);
  });

  test("a picture that may show something, and one that is a face", () => {
    const picture = (size: number): string =>
      Buffer.from("\xff\xd8\xff\xe0" + "x".repeat(size), "latin1").toString("base64");
    const read1 = (size: number): readonly string[] =>
      read(card(`PHOTO;ENCODING=b;TYPE=JPEG:${picture(size)}`)).refusals;
    expect(read1(1000)).toEqual([]);
    expect(read1(200_000)).toEqual(["extract/image @ file PHOTO"]);
    expect(read(card("PHOTO;BASE64:!!!")).refusals).toEqual(["extract/damaged @ file PHOTO"]);
  });

  test("in CP932", () => {
    const bytes = Buffer.concat([
      Buffer.from("BEGIN:VCARD\nFN:"),
      Buffer.from([0x8e, 0x52, 0x93, 0x63, 0x91, 0xbe, 0x98, 0x59]),
      Buffer.from("\nEND:VCARD\n"),
    ]);
    expect(read(new Uint8Array(bytes)).cells.map((each) => each.replace(/ +/g, " "))).toContain(
      "2=FN: 山田太郎",
    );
  });
});

test("a calendar: who meets whom, where, with which file", () => {
  const file = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "SUMMARY:面談",
    'ATTENDEE;CN="山田太郎";PARTSTAT=ACCEPTED:mailto:yamada@example.jp',
    "LOCATION:東京都港区芝公園4-2-8",
    `ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:${Buffer.from("佐藤花子").toString("base64")}`, // prettier-ignore
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  const { cells, layouts } = read(bytesOf(file), "a.ics");
  const text = cells.join("\n");
  for (const part of ["面談", "山田太郎 mailto:yamada@example.jp", "東京都港区", "1=佐藤花子"]) {
    expect(text).toContain(part);
  }
  expect(layouts).toContain("prose file ATTACH");
});
