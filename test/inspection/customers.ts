/** Customers who do not exist; the same number always gives the same list. */
export interface Customer {
  readonly name: string;
  readonly kana: string;
  readonly postal: string;
  readonly address: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
}

const FAMILIES =
  "佐藤 サトウ,鈴木 スズキ,高橋 タカハシ,田中 タナカ,伊藤 イトウ,渡辺 ワタナベ,山本 ヤマモト,中村 ナカムラ,小林 コバヤシ,加藤 カトウ,吉田 ヨシダ,山田 ヤマダ,佐々木 ササキ,山口 ヤマグチ,松本 マツモト,井上 イノウエ,木村 キムラ,林 ハヤシ,斎藤 サイトウ,清水 シミズ,髙橋 タカハシ,渡邊 ワタナベ,長谷川 ハセガワ,勅使河原 テシガワラ,小鳥遊 タカナシ,仁禮 ニレ".split(
    ",",
  );
const GIVEN =
  "太郎 タロウ,花子 ハナコ,一郎 イチロウ,美咲 ミサキ,健太 ケンタ,さくら サクラ,翔 ショウ,恵子 ケイコ,大輔 ダイスケ,陽菜 ヒナ,誠 マコト,由美子 ユミコ,隆 タカシ,直樹 ナオキ,真理 マリ,浩 ヒロシ,幸子 サチコ,拓也 タクヤ,愛 アイ,修 オサム".split(
    ",",
  );
const TOWNS =
  "東京都千代田区千代田,神奈川県横浜市中区本町,大阪府大阪市北区梅田,北海道札幌市中央区北一条西,愛知県名古屋市中区栄,福岡県福岡市博多区博多駅前,宮城県仙台市青葉区中央,広島県広島市中区基町".split(
    ",",
  );

const pad = (number: number, length: number): string => String(number).padStart(length, "0");

export function customer(index: number): Customer {
  const [family = "", familyKana = ""] = (FAMILIES[index % FAMILIES.length] ?? "").split(" ");
  const [given = "", givenKana = ""] = (
    GIVEN[Math.floor(index / FAMILIES.length) % GIVEN.length] ?? ""
  ).split(" ");
  const lot = index % 997;
  return {
    name: `${family}${index % 2 ? "　" : ""}${given}`,
    kana: `${familyKana} ${givenKana}`,
    postal: `${pad(100 + (index % 800), 3)}-${pad(index % 10000, 4)}`,
    address: `${TOWNS[index % TOWNS.length]}${1 + (index % 9)}-${1 + lot}-${1 + (index % 30)}`,
    phone: `03-${pad(3000 + (index % 6000), 4)}-${pad(index, 4)}`,
    mobile: `090-${pad(1000 + Math.floor(index / 10), 4)}-${pad(index, 4)}`,
    email: `customer${index}@mail.example`,
  };
}

export const customers = (count: number, first = 0): Customer[] =>
  Array.from({ length: count }, (_, index) => customer(first + index));

export const HEADER = [
  "氏名",
  "フリガナ",
  "郵便番号",
  "住所",
  "電話番号",
  "携帯電話",
  "メールアドレス",
];

export const cells = (one: Customer): string[] => [
  one.name,
  one.kana,
  one.postal,
  one.address,
  one.phone,
  one.mobile,
  one.email,
];

export const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join(",")).join("\r\n");
