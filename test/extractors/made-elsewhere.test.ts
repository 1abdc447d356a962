import { madeFile } from "./fixtures/files";
import { read } from "./reading";

/** Every text of fixtures/files/paper.fodt; rows of its table apart. */
const PAPER = [
  "本文の一行目",
  "消した電話090-1111-0003",
  "山田太郎 090-1234-5678",
  "佐藤花子090-1111-0004",
  "脚注の本文 090-1111-0005",
  "文末注の本文 090-1111-0006",
  "注釈の本文 090-1111-0007",
  "見出しの欄 090-1111-0001",
  "足の欄 090-1111-0002",
  "枠の中 090-1111-0008",
  "改行の後 タブの後",
  "mailto:link@example.jp",
  "最後の行①髙橋﨑",
  "題名の見本",
  "作成者一郎",
];
const PAPER_TABLE = ["1:0=氏名", "1:1=電話", "1:2=備考", "2:0=鈴木一郎", "2:2=二行の セル", "3:0=田中次郎", "3:1=03-1234-0002"]; // prettier-ignore

describe.each(["paper.docx", "paper.doc", "paper.rtf", "paper.odt"])("%s", (name) => {
  const { cells, layouts, refusals } = read(madeFile(name), name);
  const text = cells.join("\n");

  test.each(PAPER)("has %s", (part) => {
    expect(text).toContain(part);
  });

  test("has the table row by row", () => {
    expect(cells.filter((cell) => /^\d+:/.test(cell))).toEqual(PAPER_TABLE);
  });

  test("says where texts beside the body stand", () => {
    for (const step of ["header", "note", "comment", "property"]) {
      expect(layouts).toContain(`prose ${step}`);
    }
    expect(refusals).toEqual([]);
  });
});

const CELLS = ["1:0=氏名", "1:1=携帯", "1:2=生年月日", "1:3=計算", "2:0=山田太郎", "2:1=9012345678", "3:0=佐藤花子", "3:1=090-8765-4321", "3:2=1.5", "3:3=3", "1:0=退会者090-2222-0006"]; // prettier-ignore
const BIRTHDAY = /^2:2=1980[/-]01[/-]02$/;

describe.each(["book.ods", "book.xls", "book-97.xls", "book.xlsb"])("%s", (name) => {
  const { cells, layouts, refusals } = read(madeFile(name), name);

  test("has every cell in its place", () => {
    expect(cells).toEqual(expect.arrayContaining(CELLS));
    expect(cells.some((cell) => BIRTHDAY.test(cell))).toBe(true);
    expect(refusals).toEqual([]);
  });

  test("says what is hidden", () => {
    expect(layouts).toEqual(
      expect.arrayContaining(["table sheet 顧客", "table sheet 隠し > hidden"]),
    );
  });
});

test.each([
  ["book.ods", ["注釈090-2222-0003", "見出し090-2222-0001", "足090-2222-0002", "図形の中090-2222-0005", "隠した行090-2222-0004", "顧客の範囲", "名簿の題名", "2:3=山田太郎様", "7:3=七行目"]], // prettier-ignore
  ["book.xls", ["注釈090-2222-0003", "見出し090-2222-0001", "足090-2222-0002", "図形の中090-2222-0005", "隠した行090-2222-0004", "顧客の範囲", "名簿の題名", "7:3=七行目"]], // prettier-ignore
  ["book-97.xls", ["2:3=山田太郎様", "5:0=髙橋①", "作成者一郎"]],
  ["book.xlsb", ["2:3=山田太郎様", "5:0=髙橋①", "注釈090-2222-0003", "作成者一郎", "5:3=1000000000000000"]], // prettier-ignore
])("%s has what stands beside the cells", (name, parts) => {
  const text = read(madeFile(name), name).cells.join("\n");
  for (const part of parts) expect(text).toContain(part);
});

describe.each(["slides.pptx", "slides.ppt.gz", "slides.odp"])("%s", (name) => {
  const { cells, layouts } = read(madeFile(name), name);
  const text = cells.join("\n");

  test("has every text", () => {
    for (let i = 1; i <= 5; i++) expect(text).toContain(`090-3333-000${String(i)}`);
    for (const part of ["一枚目の題", "山田太郎", "鈴木一郎", "発表の題名"]) expect(text).toContain(part); // prettier-ignore
  });

  test("says on which slide", () => {
    expect(layouts).toEqual(
      expect.arrayContaining(["prose slide 1", "prose slide 2", "prose slide 1 > note", "prose slide 1 > comment"]), // prettier-ignore
    );
  });
});
