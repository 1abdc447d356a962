import { HEADER, cells, csv, customers } from "./customers";
import { body, file, look, lookInto } from "./mail";

const list = customers(2940);
const rows = list.map(cells);

/** Leaves out cells, never all direct ones: "all or some per person". */
const sparse = (all: readonly string[][]): string[][] =>
  all.map((row, index) =>
    row.map((cell, column) => ((index >> column) % 3 === 1 && column !== index % 7 ? "" : cell)),
  );

describe("a list of 2,940 customers", () => {
  test("with a header", () => {
    const report = lookInto("名簿.csv", csv([HEADER, ...rows]));
    expect(report).toMatchObject({ status: "found", persons: 2940, others: 2940 });
    expect(report.kinds).toEqual({
      "person-name": 520,
      address: 2940,
      "postal-code": 2940,
      phone: 2940,
      mobile: 2940,
      email: 2940,
    });
  });

  test("without a header", () => {
    expect(lookInto("名簿.csv", csv(rows)).persons).toBe(2940);
  });

  test("below a title and a date, with totals", () => {
    const text = csv([
      ["顧客名簿"],
      ["2026/07/18 現在"],
      HEADER,
      ...rows,
      ["合計", "", "", "", "2940"],
    ]);
    expect(lookInto("名簿.csv", text).persons).toBe(2940);
  });

  test("with numbers of rows and columns of other things", () => {
    const text = csv([
      ["No.", ...HEADER, "担当", "車種", "来店日"],
      ...rows.map((row, i) => [`${i + 1}`, ...row, "佐藤 一郎", "プリウス", "2026/07/18"]),
    ]);
    expect(lookInto("名簿.csv", text).persons).toBe(2940);
  });

  test("with every row twice", () => {
    expect(lookInto("名簿.csv", csv([HEADER, ...rows, ...rows])).persons).toBe(2940);
  });

  test("with all or some values per person", () => {
    expect(lookInto("名簿.csv", csv([HEADER, ...sparse(rows)])).persons).toBe(2940);
  });

  test("with one telephone for each family", () => {
    const shared = rows.map((row, i) => [
      ...row.slice(0, 4),
      `03-3000-${1000 + (i >> 2)}`,
      ...row.slice(5),
    ]);
    expect(lookInto("名簿.csv", csv([HEADER, ...shared])).persons).toBe(2940);
  });

  test("in ten files", () => {
    const attachments = Array.from({ length: 10 }, (_, i) =>
      file(`名簿${i}.csv`, csv([HEADER, ...rows.slice(i * 294, (i + 1) * 294)])),
    );
    const report = look({ attachments });
    expect(report).toMatchObject({ persons: 2940, others: 2940 });
    expect(report.parts.slice(2).map(({ persons }) => persons)).toEqual(Array(10).fill(294));
  });

  test("in two files, counted once", () => {
    const attachments = [
      file("名簿.csv", csv([HEADER, ...rows])),
      file("名簿 (1).csv", csv([HEADER.slice(0, 2), ...rows.map((row) => row.slice(0, 2))])),
    ];
    expect(look({ attachments }).persons).toBe(2940);
  });

  test("as one column of mail addresses, mobiles or distinct names", () => {
    expect(lookInto("a.csv", csv([["メール"], ...rows.map((row) => [row[6] ?? ""])])).persons).toBe(
      2940,
    );
    expect(lookInto("a.csv", csv([["携帯"], ...rows.map((row) => [row[5] ?? ""])])).persons).toBe(
      2940,
    );
    expect(lookInto("a.csv", csv([["氏名"], ...rows.map((row) => [row[0] ?? ""])])).persons).toBe(
      520,
    );
    expect(lookInto("a.csv", rows.map((row) => row[6]).join("\n")).persons).toBe(2940);
    expect(lookInto("a.csv", rows.map((row) => row[5]).join("\n")).persons).toBe(2940);
  });

  test("as Excel keeps numbers", () => {
    const numbers = rows.map((row) => [row[0] ?? "", (row[5] ?? "").replace(/^0|-/g, "")]);
    const report = lookInto("a.csv", csv([["氏名", "携帯電話"], ...numbers]));
    expect(report).toMatchObject({ persons: 2940, kinds: { mobile: 2940 } });
  });

  test("with family and given name in two columns", () => {
    const split = list.map(({ name, email }, i) => [
      name.slice(0, 2),
      `${name.slice(2).trim()}子`,
      email,
      `${i}`,
    ]);
    const report = lookInto("a.csv", csv([["姓", "名", "メール", "No"], ...split]));
    expect(report.persons).toBe(2940);
  });

  test("as text with a person in each block of lines", () => {
    const blocks = list
      .slice(0, 300)
      .map(({ name, kana, address, mobile }) =>
        [`氏名：${name}`, `フリガナ：${kana}`, `住所：${address}`, `携帯：${mobile}`].join("\n"),
      );
    expect(lookInto("a.txt", blocks.join("\n\n")).persons).toBe(300);
    expect(lookInto("a.txt", blocks.join("\n")).persons).toBe(300);
  });

  test("in the body of the mail", () => {
    const lines = list.slice(0, 50).map(({ name, mobile }) => `${name} ${mobile}`);
    expect(look({ bodyHtml: body("一覧です。", ...lines) })).toMatchObject({
      persons: 50,
      others: 50,
    });
  });
});

describe("forms", () => {
  test("labels beside values are one person", () => {
    const text = csv([
      ["申込書"],
      ["氏名", "小鳥遊 翼"],
      ["フリガナ", "タカナシ ツバサ"],
      ["住所", "東京都千代田区千代田1-1"],
      ["電話番号", "03-1234-5678"],
    ]);
    expect(lookInto("a.csv", text)).toMatchObject({
      persons: 1,
      kinds: { "person-name": 1, address: 1, phone: 1 },
    });
  });

  test("one row of a list", () => {
    expect(lookInto("a.csv", csv([HEADER, ...rows.slice(0, 1)])).persons).toBe(1);
  });
});

describe("nobody", () => {
  const nothing: [string, string][] = [
    [
      "companies",
      csv([
        ["会社名", "住所", "電話番号"],
        ...rows.map((row, i) => [`株式会社${row[0]}${i}`, row[3] ?? "", row[4] ?? ""]),
      ]),
    ],
    [
      "companies under a person's header",
      csv([
        HEADER,
        ...rows.map((row, i) => [
          `有限会社サンプル商事${i}`,
          ...row.slice(1, 5),
          "",
          "info@a.example",
        ]),
      ]),
    ],
    [
      "facilities",
      csv([
        ["施設名", "住所", "電話"],
        ...rows.map((row, i) => [`第${i}公民館`, row[3] ?? "", row[4] ?? ""]),
      ]),
    ],
    [
      "facilities without a header",
      csv(rows.map((row, i) => [`中央公民館${i}`, row[3] ?? "", row[4] ?? ""])),
    ],
    [
      "a template",
      csv([
        HEADER,
        [
          "〇〇 〇〇",
          "〇〇",
          "000-0000",
          "東京都〇〇区",
          "03-0000-0000",
          "000-0000-0000",
          "example@example.com",
        ],
      ]),
    ],
    ["an empty template", csv([HEADER])],
    [
      "a catalogue",
      csv([
        ["品番", "品名", "価格"],
        ...rows.map((_, i) => [`090-${1000 + i}-1234`, "鈴木 スイフト", "1,234,567"]),
      ]),
    ],
    [
      "a price list without a header",
      csv(rows.map((_, i) => [`A-${i}`, "ブレーキパッド", "12,800", "2026/07/18"])),
    ],
    [
      "order numbers",
      csv([
        ["注文番号", "日時", "金額"],
        ...rows.map((_, i) => [`${202610160000 + i}`, "2026-10-16 10:00:00", "9800"]),
      ]),
    ],
    [
      "order numbers without a header",
      csv(rows.map((_, i) => [`${202610160000 + i}`, `${20261016 + i}`, "東京"])),
    ],
    ["card-like order numbers", csv(rows.map((_, i) => [`${4000000000000000 + i * 7}`, "済"]))],
    ["IMEIs", csv([["IMEI", "型番"], ...rows.map((_, i) => [`${490154203237500 + i}`, "X1"])])],
    [
      "a postal table",
      csv(
        rows.map((_, i) => [
          `0110${i % 10}`,
          `060${1000 + i}`,
          "ホッカイドウ",
          "サッポロシチュウオウク",
          "アサヒガオカ",
          "北海道",
          "札幌市中央区",
          "旭ケ丘",
        ]),
      ),
    ],
    [
      "a log",
      rows
        .map(
          (_, i) =>
            `2026-07-18 10:00:${10 + (i % 50)} 192.168.100.${i % 250} GET /a/${i} 200 ${1700000000000 + i}`,
        )
        .join("\n"),
    ],
    ["stations", ["福島", "千葉", "石川", "長野", "宮崎", "福岡", "山口"].join("\n")],
    [
      "a quotation",
      "御見積書\n株式会社山田商店 御中\n下記の通りお見積り申し上げます。\n合計金額 ¥1,234,567\nお問い合わせ 0120-123-456",
    ],
    ["a sentence", "田中様にお伝えください。お電話は03-1234-5678までお願いします。"],
    [
      "a switchboard",
      "株式会社サンプル\n〒100-0001 東京都千代田区千代田1-1\nTEL 03-1234-5678 FAX 03-1234-5679",
    ],
  ];
  test.each(nothing)("%s", (_, text) => {
    const name = text.includes(",") ? "a.csv" : "a.txt";
    expect(lookInto(name, text)).toMatchObject({ status: "clean", persons: 0, kinds: {} });
  });
});
