import { lookInto } from "./mail";
import { csvOf, PAPERS, type Rows } from "./papers";

/** Names that no dictionary of ours knows. */
const RARE = ["躑躅森 凪紗", "纐纈 雷斗", "百目鬼 亜蘭", "四月一日 慧伍"] as const;
const mobile = (row: number): string => `090-1234-560${row}`;
const phone = (row: number): string => `03-1234-560${row}`;
const town = (row: number): string => `神奈川県横浜市中区本町${row + 1}丁目${row + 2}番3号`;

const each = (cells: (name: string, row: number) => string[]): Rows => RARE.map(cells);

const TABLES: readonly [string, Rows, number][] = [
  [
    "様 in a column of its own",
    [["姓", "名", "敬称", "住所"], ...each((name, row) => [...name.split(" "), "様", town(row)])],
    4,
  ],
  ["addresses with 丁目 below their header", [["住所"], ...each((_, row) => [town(row)])], 4],
  [
    "short addresses with 丁目",
    [["郵便番号", "住所"], ...each((_, row) => [`231-000${row}`, `横浜市中区本町${row + 1}丁目`])],
    4,
  ],
  [
    "whoever booked",
    [["日時", "予約者名", "連絡先"], ...each((name, row) => ["11/1 9:00", name, mobile(row)])],
    4,
  ],
  [
    "様 below a header that says nothing",
    [["得意先名", "金額", "TEL"], ...each((name, row) => [`${name}様`, "1200", phone(row)])],
    4,
  ],
  [
    "companies with 様",
    [["得意先名", "TEL"], ...each((_, row) => [`株式会社第${row}商事 様`, phone(row)])],
    0,
  ],
  [
    "a rare name without a header, among known ones",
    [RARE[0], "佐藤 花子", "鈴木 一郎", "高橋 健太", "田中 美咲", "伊藤 誠"].map((name, row) => [
      name,
      town(row),
      phone(row),
    ]),
    6,
  ],
  [
    "shops with 様",
    [
      ["取引先", "TEL"],
      ["サンライズ 様", phone(1)],
      ["ひばり様", phone(2)],
      ["ヤマト 様", phone(3)],
    ],
    0,
  ],
  ["アビル, not a building", [["a@mail.example", "アビル ヤスオ", "03-1234-5678"]], 1],
  [
    "stations with their readings",
    [
      ["駅名", "読み", "路線"],
      ["目黒", "メグロ", "みなと線"],
      ["中野", "ナカノ", "みなと線"],
      ["上田", "ウエダ", "みなと線"],
    ],
    0,
  ],
  [
    "a table of postal codes",
    [
      ["郵便番号", "都道府県", "市区町村", "町域"],
      ["3860001", "長野県", "上田市", "本町"],
      ["3860002", "長野県", "上田市", "中央"],
      ["3860003", "長野県", "上田市", "栄町"],
    ],
    0,
  ],
  [
    "what columns a database has",
    [
      ["項目名", "型", "桁数"],
      ["氏名", "文字列", "50"],
      ["住所", "文字列", "200"],
      ["電話番号", "文字列", "13"],
    ],
    0,
  ],
  [
    "labels and values in cells of one column",
    RARE.reduce<string[][]>(
      (all, name, row) => all.concat([[`【お名前】${name}`], [`【電話】${mobile(row)}`]]),
      [],
    ),
    4,
  ],
];

test.each(
  TABLES.reduce<[string, string, () => string | Uint8Array, number][]>(
    (all, [title, rows, persons]) =>
      all.concat(PAPERS.map(([file, write]) => [title, file, () => write(rows), persons])),
    [],
  ),
)("%s, %s", (_, file, write, persons) => {
  expect(lookInto(file, write()).persons).toBe(persons);
});

const TEXTS: readonly [string, readonly string[], number][] = [
  ["names below their heading", ["お名前", ...RARE], 4],
  [
    "an inquiry",
    ["■お名前", RARE[0], "■電話番号", mobile(1), "■内容", "営業時間を教えてください"],
    1,
  ],
  ["labels in brackets", RARE.map((name, row) => `【お名前】${name} 【電話】${mobile(row)}`), 4],
  ["headings below headings", ["氏名", "性別", "年齢", "職業", "備考", "電話番号"], 0],
  ["a letter", ["〒231-0005", town(1), `${RARE[1]} 様`, "", "拝啓"], 1],
  [
    "names with their readings",
    RARE.map((name, row) => `◆${name}（サトウ ハナコ） 自宅：${phone(row)} 携帯：${mobile(row)}`),
    4,
  ],
  ["goods with a word in brackets", ["商品一覧 案内（カタログ） 03-1234-5678"], 0],
  ["a greeting", ["営業部 山田様", "お世話になっております。", "電話 03-1234-5678"], 0],
];

test.each(TEXTS)("%s", (_, lines, persons) => {
  expect(lookInto("a.txt", lines.join("\r\n")).persons).toBe(persons);
});

test("the code in front of an address is a value of its own", () => {
  const address = (code: string): string => `〒${code} ${town(1)}`;
  const kinds = { "person-name": 1, address: 1, "postal-code": 1 };
  const lines = `氏名: ${RARE[0]}\r\n住所: ${address("231-0005")}`;
  expect(lookInto("a.txt", lines).kinds).toEqual(kinds);
  const rows = [
    ["氏名", "住所"],
    [RARE[0], address("231-0005")],
  ];
  expect(lookInto("a.csv", csvOf(rows)).kinds).toEqual(kinds);
});

test("a name before a label is read as well as what the label names", () => {
  const text = "佐藤 花子 携帯：090-1234-5678";
  expect(lookInto("a.txt", text).kinds).toEqual({ "person-name": 1, mobile: 1 });
});

test("an address in three columns is the one in a single column", () => {
  const rows = [
    ["氏名", "住所", "都道府県", "市区町村", "番地"],
    [RARE[0], town(1), "", "", ""],
    [RARE[1], "", "神奈川県", "横浜市中区", "本町2-3-3"],
  ];
  expect(lookInto("a.csv", csvOf(rows)).kinds["address"]).toBe(1);
});

test("a name with ・ is the name with a space", () => {
  const rows = [
    ["氏名", "電話"],
    ["サントス・マリア", phone(1)],
    ["サントス マリア", phone(1)],
  ];
  expect(lookInto("a.csv", csvOf(rows))).toMatchObject({ persons: 1, kinds: { "person-name": 1 } });
});
