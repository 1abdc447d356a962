import { SATO_QUOTATION } from "../../src/simulator/seed/files";
import { body, file, look, lookInto, to } from "./mail";
import { htmlOf, PAPERS, xlsxOf, type Rows } from "./papers";

type Kinds = Record<string, number>;

const CONTACT: Kinds = { "person-name": 1, address: 1, mobile: 1, email: 1 };

const QUOTATION: Rows = [
  ["御見積書"],
  ["お名前", "佐藤 浩 様"],
  ["ご住所", "東京都杉並区桃の木5-3-16"],
  ["携帯電話", "080-5550-4418"],
  ["メールアドレス", "demo.sato.hiroshi@docomo.ne.jp"],
  ["車種", "こまち 4WD カスタム"],
  ["お支払総額", "1,913,000円"],
  ["担当", "佐々木 健"],
];

const person = (name: string, number: number): Rows => [
  ["氏名", name],
  ["住所", `東京都杉並区桃の木5-3-${number}`],
  ["電話番号", `03-5550-44${10 + number}`],
];

/** Sheets laid out as forms: how many persons, and which kinds. */
const FORMS: [string, Rows, number, Kinds][] = [
  ["a quotation", QUOTATION, 1, CONTACT],
  ["the value two columns on", QUOTATION.map(([a = "", b = ""]) => [a, "", b]), 1, CONTACT],
  ["rows and columns in between", QUOTATION.map((row) => [["", ...row], [""]]).flat(), 1, CONTACT],
  [
    "two pairs side by side",
    [
      ["申込書"],
      ["氏名", "佐藤 浩", "フリガナ", "サトウ ヒロシ"],
      ["生年月日", "昭和55年1月2日", "性別", "男"],
      ["住所", "東京都杉並区桃の木5-3-16", "携帯電話", "080-5550-4418"],
      ["勤務先", "株式会社サンプル工業", "メール", "demo.sato.hiroshi@docomo.ne.jp"],
    ],
    1,
    { ...CONTACT, "birth-date": 1 },
  ],
  [
    "values below their labels",
    [
      ["氏名", "", "生年月日"],
      ["小鳥遊 琉唯", "", "昭和55年1月2日"],
      ["住所", "", "携帯電話"],
      ["東京都杉並区桃の木5-3-16", "", "080-5550-4418"],
      ["備考", "", "メール"],
      ["", "", "demo.sato.hiroshi@docomo.ne.jp"],
    ],
    1,
    { ...CONTACT, "birth-date": 1 },
  ],
  [
    "labels with a colon, and label and value in one cell",
    [
      ["氏　名：", "小鳥遊 琉唯"],
      ["住所：東京都杉並区桃の木5-3-16"],
      ["携帯：080-5550-4418　メール：demo.sato.hiroshi@docomo.ne.jp"],
    ],
    1,
    CONTACT,
  ],
  [
    "everything in cells with a colon",
    [
      ["申込書", ""],
      ["氏名：小鳥遊 琉唯", ""],
      ["携帯：080-5550-4418", ""],
    ],
    1,
    { "person-name": 1, mobile: 1 },
  ],
  [
    "the honorific in a cell of its own",
    [
      ["お名前", "小鳥遊 琉唯", "様"],
      ["お電話", "03-5550-4418", ""],
    ],
    1,
    { "person-name": 1, phone: 1 },
  ],
  [
    "an order: goods first, then the addressee",
    [
      ["商品名", "数量", "単価"],
      ["ワイパー", "2", "1,200"],
      ["090-1234-5678", "1", "800"],
      [""],
      ["お届け先氏名", "佐藤 浩"],
      ["お届け先住所", "東京都杉並区桃の木5-3-16"],
      ["電話番号", "080-5550-4418"],
    ],
    1,
    { "person-name": 1, address: 1, mobile: 1 },
  ],
  [
    "item and value",
    [
      ["項目名", "値"],
      ["氏名", "小鳥遊 琉唯"],
      ["携帯電話", "080-5550-4418"],
    ],
    1,
    { "person-name": 1, mobile: 1 },
  ],
  [
    "a letter in a sheet, its number beside the title",
    [
      ["見積書", "", "No. 12345"],
      ["", "", "2026年7月18日"],
      ["佐藤 浩 様"],
      ["〒166-0001"],
      ["東京都杉並区桃の木5-3-16"],
      ["TEL 080-5550-4418"],
      ["品名", "数量", "金額"],
      ["ワイパー", "2", "2,400"],
    ],
    1,
    { "person-name": 1, address: 1, "postal-code": 1, mobile: 1 },
  ],
  [
    "the sender and the addressee of a parcel",
    [
      ["ご依頼主", "", "お届け先", ""],
      ["氏名", "佐藤 浩", "氏名", "山田 恵子"],
      ["住所", "東京都杉並区桃の木5-3-16", "住所", "東京都世田谷区桜ケ丘2-11-4"],
      ["TEL", "03-5550-4418", "TEL", "03-5550-2107"],
    ],
    2,
    { "person-name": 2, address: 2, phone: 2 },
  ],
  [
    "a card of a shop",
    [
      ["店舗名", "関所モーターズ 杉並店"],
      ["住所", "東京都杉並区桃の木5-3-16"],
      ["TEL", "03-5550-4418"],
      ["営業時間", "10:00-19:00"],
      ["店長", "佐藤 浩"],
    ],
    0,
    {},
  ],
  [
    "goods between name and telephone",
    [
      ["お名前", "佐藤 浩"],
      ["品名", "数量", "単価", "金額"],
      ["ワイパー", "2", "1,200", "2,400"],
      ["お電話", "03-5550-4418"],
    ],
    1,
    { "person-name": 1, phone: 1 },
  ],
  [
    "many things between name and telephone",
    [
      ["氏名", "佐藤 浩"],
      ...["車種", "型式", "色", "年式", "走行距離", "車検", "修復歴"].map((label) => [label, "-"]),
      ["電話番号", "03-5550-4418"],
    ],
    1,
    { "person-name": 1, phone: 1 },
  ],
  [
    "several forms in one sheet",
    [...person("佐藤 浩", 1), ...person("山田 恵子", 2), [""], ...person("鈴木 一郎", 3)],
    3,
    { "person-name": 3, address: 3, phone: 3 },
  ],
  [
    "many forms in one sheet",
    Array.from({ length: 120 }, (_, i) => [
      ["お客様カード"],
      ["氏名", i % 2 === 0 ? "小鳥遊 琉唯" : "佐藤 浩"],
      ["車種", "こまち"],
      ["携帯", `080-5550-${1000 + i}`],
    ]).flat(),
    120,
    { "person-name": 2, mobile: 120 },
  ],
  [
    "people in columns",
    [
      ["氏名", "佐藤 浩", "山田 恵子"],
      ["住所", "東京都杉並区桃の木5-3-16", "東京都世田谷区桜ケ丘2-11-4"],
      ["携帯", "080-5550-4418", "090-5550-2107"],
    ],
    2,
    { "person-name": 2, address: 2, mobile: 2 },
  ],
  [
    "two people side by side",
    [
      ["契約者", "佐藤 浩", "使用者", "佐藤 花子"],
      ["住所", "東京都杉並区桃の木5-3-16", "住所", "東京都世田谷区桜ケ丘2-11-4"],
      ["電話", "03-5550-4418", "電話", "03-5550-2107"],
    ],
    2,
    { "person-name": 2, address: 2, phone: 2 },
  ],
  [
    "a company and whom to write to",
    [
      ["会社名", "株式会社山田商店"],
      ["ご担当者名", "山田 太郎"],
      ["電話番号", "03-1234-5678"],
      ["メール", "yamada@shop.example"],
    ],
    1,
    { "person-name": 1, phone: 1, email: 1 },
  ],
  [
    "a template",
    [
      ["申込書"],
      ["氏名", ""],
      ["フリガナ", ""],
      ["住所", "〒"],
      ["電話番号", ""],
      ["携帯電話", "　　－　　　－"],
      ["メール", "@"],
      ["お問い合わせ", "0120-123-456"],
    ],
    0,
    {},
  ],
  [
    "a template for an address of its own",
    [
      ["氏名", "", "様"],
      ["住所", "都道府県 市区町村"],
      ["生年月日", "年 月 日"],
      ["連絡先", "(　　)　－"],
    ],
    0,
    {},
  ],
  [
    "a price table",
    [
      ["価格表"],
      ["品番", "090-1234-5678"],
      ["品名", "鈴木 スイフト"],
      ["車両本体価格", "2,500,000円"],
      ["諸費用", "186,000円"],
    ],
    0,
    {},
  ],
  [
    "a sheet of specifications",
    [
      ["車名", "こまち 4WD"],
      ["型式", "080-1234-5678"],
      ["全長", "3,395mm"],
      ["製造番号", "090-5550-2107"],
      ["製造元", "株式会社こまち工業"],
      ["所在地", "東京都杉並区桃の木5-3-16"],
      ["代表電話", "03-5550-4418"],
    ],
    0,
    {},
  ],
  [
    "a quotation with nothing but the name, and the shop",
    [
      ["御見積書"],
      ["佐藤 浩 様", "", "株式会社関所モーターズ"],
      ["", "", "東京都千代田区千代田1-1"],
      ["", "", "TEL 03-1234-5678"],
      ["", "", "担当: 佐々木 健"],
      ["車両本体価格", "2,500,000円"],
    ],
    0,
    {},
  ],
];

/** Files that offices send every day. */
const FILES: [string, Rows, number, Kinds][] = [
  [
    "a delivery slip",
    [
      ["納品書"],
      ["お届け先", "小鳥遊 琉唯 様", "", "株式会社関所モーターズ"],
      ["住所", "〒166-0001 東京都杉並区桃の木5-3-16", "", "東京都千代田区千代田1-1"],
      ["TEL", "03-5550-4418", "", "TEL 03-1234-5678"],
      ["品名", "数量", "単価", "金額"],
      ["ワイパー", "2", "1,200", "2,400"],
    ],
    1,
    { "person-name": 1, address: 1, "postal-code": 1, phone: 1 },
  ],
  [
    "reminders of inspections",
    [
      ["車検のご案内 対象者"],
      ["顧客名", "車名", "登録番号", "満了日", "TEL"],
      ["佐藤 浩", "こまち", "杉並 500 あ 12-34", "2026/08/01", "03-5550-4418"],
      ["山田 恵子", "はなみずき", "世田谷 300 い 56-78", "2026/08/02", "090-5550-2107"],
      ["株式会社山田商店", "こまち", "品川 400 う 9-01", "2026/08/03", "03-1234-5678"],
    ],
    2,
    { "person-name": 2, phone: 1, mobile: 1 },
  ],
  [
    "members by number",
    [
      ["会員番号", "氏名"],
      ["10001", "佐藤 浩"],
      ["10002", "山田 恵子"],
      ["10003", "小鳥遊 琉唯"],
    ],
    3,
    { "person-name": 3 },
  ],
  [
    "labels to stick on letters",
    [
      ["〒166-0001", "〒154-0001", "〒100-0001"],
      ["東京都杉並区桃の木5-3-16", "東京都世田谷区桜ケ丘2-11-4", "東京都千代田区千代田1-1"],
      ["佐藤 浩 様", "山田 恵子 様", "鈴木 一郎 様"],
      ["〒166-0002", "〒154-0002", "〒100-0002"],
      ["東京都杉並区桃の木5-3-17", "東京都世田谷区桜ケ丘2-11-5", "東京都千代田区千代田1-2"],
      ["高橋 健太 様", "田中 美咲 様", "伊藤 さくら 様"],
    ],
    6,
    { "person-name": 6, address: 6, "postal-code": 6 },
  ],
  [
    "labels below each other",
    Array.from({ length: 90 }, (_, i) => [
      [`〒166-${1000 + i}`],
      [`東京都杉並区桃の木5-3-${i + 1}`],
      [`${["佐藤", "山田", "鈴木"][i % 3]} ${["浩", "恵子", "一郎", "健太"][i % 4]} 様`],
      [""],
    ]).flat(),
    90,
    { "person-name": 12, address: 90, "postal-code": 90 },
  ],
  [
    "an invoice from a company",
    [
      ["請求書"],
      ["株式会社山田商店 御中", "", "請求番号", "2026-07-18-001"],
      ["", "", "株式会社関所モーターズ"],
      ["", "", "〒100-0001 東京都千代田区千代田1-1"],
      ["", "", "TEL 03-1234-5678"],
      ["", "", "担当: 佐々木 健"],
      ["品名", "数量", "単価", "金額"],
      ["オイル交換", "1", "5,500", "5,500"],
      ["振込先", "関所銀行 本店 普通 1234567"],
      ["口座名義", "カ）セキショモーターズ"],
    ],
    0,
    {},
  ],
  [
    "shops",
    [
      ["店舗名", "住所", "TEL"],
      ["杉並店", "東京都杉並区桃の木5-3-16", "03-5550-4418"],
      ["世田谷店", "東京都世田谷区桜ケ丘2-11-4", "03-5550-2107"],
      ["山田 本店", "東京都千代田区千代田1-1", "03-1234-5678"],
    ],
    0,
    {},
  ],
  [
    "a catalogue",
    [
      ["品番", "品名", "適合車種", "価格"],
      ["090-1234-5678", "ワイパー", "こまち", "1,200"],
      ["080-1234-5679", "バッテリー", "はなみずき", "12,000"],
      ["070-1234-5670", "オイル", "全車", "3,300"],
    ],
    0,
    {},
  ],
  [
    "a curriculum vitae",
    [
      ["履歴書", "", "2026年7月18日現在"],
      ["ふりがな", "さとう ひろし"],
      ["氏名", "佐藤 浩", "", "男"],
      ["生年月日", "1980年1月2日生（満46歳）"],
      ["現住所", "〒166-0001 東京都杉並区桃の木5-3-16"],
      ["電話", "03-5550-4418", "携帯電話", "080-5550-4418"],
      ["E-mail", "demo.sato.hiroshi@docomo.ne.jp"],
      ["連絡先", "同上"],
      ["年", "月", "学歴・職歴"],
      ["1998", "3", "東京都立杉並高等学校 卒業"],
      ["2002", "4", "株式会社サンプル工業 入社"],
    ],
    1,
    { ...CONTACT, "postal-code": 1, "birth-date": 1, phone: 1 },
  ],
  [
    "attendance",
    [
      ["勤務表", "2026年7月"],
      ["社員番号", "氏名", "1日", "2日", "3日", "合計"],
      ["1001", "佐藤 浩", "8:00", "8:00", "8:30", "24:30"],
      ["1002", "山田 恵子", "8:00", "休", "8:30", "16:30"],
      ["1003", "鈴木 一郎", "8:00", "8:00", "8:30", "24:30"],
    ],
    3,
    { "person-name": 3 },
  ],
  [
    "replies to a questionnaire",
    [
      ["タイムスタンプ", "お名前を入力してください", "ご連絡先（メール）", "ご感想"],
      ["2026/07/18 10:00:00", "佐藤 浩", "sato@mail.example", "佐々木さんの説明がよかった"],
      ["2026/07/18 11:00:00", "小鳥遊 琉唯", "takanashi@mail.example", "また行きます"],
    ],
    2,
    { "person-name": 2, email: 2 },
  ],
  [
    "a register of repairs",
    [
      ["受付日", "お客様名", "連絡先", "車種", "担当", "内容"],
      ["7/18", "佐藤", "080-5550-4418", "こまち", "佐々木 健", "オイル交換"],
      ["7/19", "山田", "090-5550-2107", "はなみずき", "佐々木 健", "車検"],
    ],
    2,
    { "person-name": 2, mobile: 2 },
  ],
  [
    "a timetable of visits",
    [
      ["日時", "訪問先", "担当"],
      ["7/18 10:00", "株式会社山田商店", "佐々木 健"],
      ["7/18 13:00", "鈴木工業", "佐々木 健"],
    ],
    0,
    {},
  ],
];

const PAIRS = FORMS.concat(FILES).reduce<
  [string, string, () => string | Uint8Array, number, Kinds][]
>(
  (all, [name, rows, persons, kinds]) =>
    all.concat(
      PAPERS.map(([fileName, write]) => [name, fileName, () => write(rows), persons, kinds]),
    ),
  [],
);

test.each(PAIRS)("%s, %s", (_, fileName, write, persons, kinds) => {
  const { persons: found, kinds: kindsFound } = lookInto(fileName, write());
  expect({ persons: found, kinds: kindsFound }).toEqual({ persons, kinds });
});

/** Texts that are no tables. */
const TEXTS: [string, string, string, number][] = [
  [
    "mail addresses one to a line",
    "a.txt",
    "a@x.example\nb@x.example\nc@x.example\nd@x.example",
    4,
  ],
  [
    "a card of an address book",
    "a.vcf",
    "BEGIN:VCARD\nVERSION:3.0\nN:佐藤;浩;;;\nFN:佐藤 浩\nTEL;TYPE=CELL:080-5550-4418\nEMAIL:sato@mail.example\nADR;TYPE=HOME:;;桃の木5-3-16;杉並区;東京都;166-0001;日本\nEND:VCARD",
    1,
  ],
  [
    "two cards of an address book",
    "a.vcf",
    "BEGIN:VCARD\nFN:佐藤 浩\nTEL:080-5550-4418\nEND:VCARD\nBEGIN:VCARD\nFN:山田 恵子\nEMAIL:yamada@mail.example\nEND:VCARD",
    2,
  ],
  [
    "minutes with those who were there",
    "a.txt",
    "営業会議 議事録\n日時: 2026年7月18日 10:00〜11:00\n場所: 本社 会議室A\n出席者: 佐藤 浩、山田 恵子、鈴木 一郎\n議題: 車検の案内\n1. 佐藤より報告\n2. 山田が次回までに調べる",
    0,
  ],
  [
    "a log",
    "a.log",
    "2026-07-18T10:00:00.123Z INFO 192.168.10.21 user=yamada GET /index.html 200 1721268000123\n2026-07-18T10:00:01.456Z WARN 10.0.0.254 session 0901234567890 expired",
    0,
  ],
  [
    "a form in lines",
    "a.txt",
    "お問い合わせがありました\n\n■お名前\n佐藤 浩\n■メールアドレス\nsato@mail.example\n■電話番号\n080-5550-4418",
    1,
  ],
];

test.each(TEXTS)("%s", (_, name, text, persons) => {
  expect(lookInto(name, text).persons).toBe(persons);
});

describe("the chart of our own company", () => {
  const chart: Rows = [
    ["部署", "氏名", "内線", "メール"],
    ["営業部", "佐藤 浩", "1001", "sato.h@sekisho-motors.example"],
    ["営業部", "山田 恵子", "1002", "yamada.k@sekisho-motors.example"],
    ["総務部", "鈴木 一郎", "1003", "suzuki.i@sekisho-motors.example"],
  ];
  test.each(PAPERS)("speaks of nobody else, %s", (name, write) => {
    const content = { state: "read", bytes: Buffer.from(write(chart)) } as const;
    expect(look({ attachments: [{ ...file(name, ""), content }] })).toMatchObject({
      persons: 3,
      others: 0,
    });
  });
});

test("a form in the body is one person, somebody else", () => {
  const bodyHtml = `<p>山田様</p>${htmlOf(QUOTATION)}`;
  expect(look({ bodyHtml })).toMatchObject({ persons: 1, others: 1, kinds: CONTACT });
});

describe("whom a file is about", () => {
  const attached = (name: string, bytes: Uint8Array) => ({
    ...file(name, ""),
    content: { state: "read", bytes } as const,
  });
  const named = (name: string, bytes: Uint8Array) =>
    look({
      recipients: [to("yamada@customer.example", "山田 恵子")],
      bodyHtml: body("山田様", "お世話になっております。"),
      attachments: [attached(name, bytes)],
    }).named;

  test("its name and its text agree", () => {
    const bytes = xlsxOf(QUOTATION);
    expect(named("佐藤様_見積書.xlsx", bytes)).toEqual({
      addressee: "山田",
      files: [{ index: 0, name: "佐藤 浩" }],
    });
    expect(named("見積書.xlsx", bytes).files).toEqual([{ index: 0, name: "佐藤 浩" }]);
  });

  test("the one person in it, without an honorific", () => {
    const bytes = xlsxOf(person("佐藤 浩", 1));
    expect(named("申込書.xlsx", bytes).files).toEqual([{ index: 0, name: "佐藤 浩" }]);
  });

  test("several persons name nobody", () => {
    const bytes = xlsxOf([...person("佐藤 浩", 1), ...person("山田 恵子", 2)]);
    expect(named("申込書.xlsx", bytes).files).toEqual([]);
  });

  test("the quotation of the demo", () => {
    expect(
      named(SATO_QUOTATION.name, Buffer.from(SATO_QUOTATION.contentBase64, "base64")).files,
    ).toEqual([{ index: 0, name: "佐藤 浩" }]);
  });
});
