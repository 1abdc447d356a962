import { body, file, look, lookInto } from "./mail";

/** Small files as they lie in offices: how many persons, and which kinds. */
const SCENES: [string, string, number, Record<string, number>][] = [
  [
    "given and family names",
    "a.csv\nFirst Name,Last Name,Email\nJohn,Smith,john@x.example\nMary,Jones,mary@x.example",
    2,
    { "person-name": 2, email: 2 },
  ],
  [
    "a name beside a mail address",
    "a.csv\nName,Email\nJohn Smith,john@x.example\nMary Jones,mary@x.example",
    2,
    { "person-name": 2, email: 2 },
  ],
  [
    "people at other companies",
    "a.csv\n会社名,担当者名,電話番号,メール\n株式会社山田商店,山田 太郎,03-1234-5678,yamada@a.example\n有限会社鈴木,鈴木一郎,03-1234-5679,suzuki@b.example",
    2,
    { "person-name": 2, phone: 2, email: 2 },
  ],
  [
    "our own staff and their sales",
    "a.csv\n店舗,担当者,売上\n渋谷店,佐藤花子,1000\n新宿店,鈴木一郎,2000\n池袋店,山田太郎,3000",
    0,
    {},
  ],
  [
    "people and companies under one header",
    "a.csv\n顧客名,住所,電話番号\n山田 太郎,東京都港区芝1-2-3,03-1234-5678\n株式会社芝商事,東京都港区芝1-2-4,03-1234-5670",
    1,
    { "person-name": 1, address: 1, phone: 1 },
  ],
  [
    "dates of birth in eras",
    "a.csv\n氏名,生年月日,年齢\n山田太郎,S55.1.2,44\n佐藤花子,昭和60年3月4日,39",
    2,
    { "person-name": 2, "birth-date": 2 },
  ],
  [
    "individual numbers",
    "a.csv\n氏名,個人番号\n山田太郎,123456789018\n佐藤花子,621498320257",
    2,
    { "person-name": 2, "my-number": 2 },
  ],
  [
    "credit cards",
    "a.csv\n氏名,カード番号,有効期限\n山田太郎,4539148803436467,12/28\n佐藤花子,3569990010095841,11/27",
    2,
    { "person-name": 2, "credit-card": 2 },
  ],
  [
    "one individual number in a sentence",
    "a.txt\nマイナンバーは 1234 5678 9018 です。",
    1,
    { "my-number": 1 },
  ],
  [
    "names in numbered lines, one of them rare",
    "a.txt\n参加者一覧\n1. 山田太郎\n2. 佐藤花子\n3. 鈴木一郎\n4. 小鳥遊琉唯\n5. 髙橋健太",
    5,
    { "person-name": 5 },
  ],
  [
    "names and ages without a header",
    "a.csv\n001,山田太郎,45,男\n002,佐藤花子,30,女\n003,鈴木一郎,22,男\n004,小鳥遊琉唯,22,男",
    4,
    { "person-name": 4 },
  ],
  [
    "family names under a header",
    "a.csv\n氏名,点数\n山田,80\n佐藤,90\n鈴木,70",
    3,
    { "person-name": 3 },
  ],
  [
    "mail addresses in lines",
    "a.txt\na.yamada@x.example\nb.sato@y.example; c.suzuki@z.example",
    3,
    { email: 3 },
  ],
  [
    "minutes",
    "a.txt\n議事録\n出席者: 山田、佐藤、鈴木\n日時: 2026年7月18日 10:00\n佐藤より報告があった。電話 03-1234-5678 に確認する。",
    0,
    {},
  ],
  [
    "an address on a letter",
    "a.txt\n〒100-0001\n東京都千代田区千代田1-1\n山田 太郎 様\n\n拝啓",
    1,
    { "person-name": 1, address: 1, "postal-code": 1 },
  ],
  [
    "an address on a parcel",
    "a.txt\nお届け先\n山田 太郎 様\n〒100-0001 東京都千代田区千代田1-1\nTEL 03-1234-5678",
    1,
    { "person-name": 1, address: 1, "postal-code": 1, phone: 1 },
  ],
  [
    "a quotation to one customer, with our own telephone",
    "a.txt\n御見積書\n山田 太郎 様\n\n株式会社関所モーターズ\n東京都千代田区千代田1-1\nTEL 03-1234-5678\n担当: 佐藤 花子\n車両本体価格 2,500,000円",
    0,
    {},
  ],
  [
    "a newsletter",
    "a.txt\n夏のお知らせ\n期間: 2026/7/1〜2026/8/31\nお問い合わせ: 0120-123-456 info@shop.example\n横浜市中区本町1-2-3 横浜店\nTEL 045-123-4567\n店長 佐藤花子",
    0,
    {},
  ],
  [
    "columns of spaces",
    "a.txt\n山田太郎  090-1234-5678  東京都港区芝1-2-3\n佐藤花子  080-1234-5678  東京都港区芝1-2-4",
    2,
    { "person-name": 2, mobile: 2, address: 2 },
  ],
  [
    "one person in three rows",
    "a.csv\n氏名,メール,携帯\n山田太郎,yamada@x.example,\n山田太郎,,090-1234-5678\n山田太郎,yamada@x.example,090-1234-5678",
    1,
    { "person-name": 1, email: 1, mobile: 1 },
  ],
  [
    "two people of one name",
    "a.csv\n氏名,携帯\n山田太郎,090-1234-5678\n山田太郎,090-8765-4321",
    2,
    { "person-name": 1, mobile: 2 },
  ],
  [
    "a log",
    "a.csv\ndate,user,ip,path\n2026-07-18,yamada,10.0.0.1,/a\n2026-07-18,sato,10.0.0.2,/b",
    0,
    {},
  ],
  [
    "extensions of departments",
    "a.csv\n部署,内線,外線\n営業部,1234,03-1234-5678\n総務部,1235,03-1234-5679",
    0,
    {},
  ],
  [
    "mobiles of people without names",
    "a.csv\nお客様,連絡先\nA様,090-1234-5678\nB様,090-1234-5679\nC様,09012345670",
    3,
    { mobile: 3 },
  ],
  [
    "nothing but addresses",
    "a.csv\n郵便番号,住所\n105-0014,東京都港区芝1-2-3\n105-0014,東京都港区芝1-2-4",
    2,
    { address: 2, "postal-code": 1 },
  ],
];

test.each(SCENES)("%s", (_, text, persons, kinds) => {
  const [name = "", ...lines] = text.split("\n");
  expect(lookInto(name, lines.join("\n"))).toMatchObject({ persons, kinds });
  expect(Object.keys(lookInto(name, lines.join("\n")).kinds)).toHaveLength(
    Object.keys(kinds).length,
  );
});

test("a table in the body", () => {
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const bodyHtml = `<p>名簿です</p><table>${row("氏名", "電話")}${row("山田太郎", "090-1234-5678")}${row("鈴木一郎", "03-1234-5678")}</table>`;
  expect(look({ bodyHtml })).toMatchObject({ persons: 2, others: 2 });
});

test("the subject, and the name of a file", () => {
  expect(look({ subject: "山田太郎様 090-1234-5678 の件" }).persons).toBe(1);
  expect(look({ attachments: [file("山田太郎_090-1234-5678.txt", "")] }).persons).toBe(1);
});

test("a greeting is no owner of the telephone further down", () => {
  const lines = [
    "山田 太郎 様",
    "お世話になっております。",
    "ご来店ありがとうございました。",
    "私の携帯 090-1111-2222 までご連絡ください。",
  ];
  expect(look({ bodyHtml: body(...lines) })).toMatchObject({ persons: 0, others: 0 });
});
