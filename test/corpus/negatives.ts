import { SeededRandom } from "../../src/simulator/seed/random";
import type { CorpusFile } from "./corpus-file";
import { PROSE } from "./negative-texts";
import {
  type Rows,
  TABLE_FORMATS,
  type TextFormat,
  TEXT_FORMATS,
  writeTable,
  writeText,
} from "./writers";

const ROWS = 40;

interface NegativeShape {
  readonly id: string;
  readonly header: readonly string[] | null;
  row(index: number, random: SeededRandom): string[];
}

const words = (text: string): string[] => text.split(" ");
const two = (number: number): string => String(number).padStart(2, "0");
const at = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
/** Ten digits, as the switchboards of companies have them. */
const tel = (random: SeededRandom, area = "03"): string =>
  `${area}-${1 + random.below(9)}${random.digits(5 - area.length)}-${random.digits(4)}`;

const PLACES = words(
  "八王子 目黒 川越 銚子 高松 久留米 一宮 豊橋 上田 長野 松本 福島 山口 宮崎 秋田 岡崎 高崎 大村 中野 石川",
);
const COMPANIES = words(
  "株式会社吉川製作所 山本工業(株) (有)長谷川商店 合同会社みなと 高橋建設株式会社 ㈱オガワ 医療法人社団青葉会 一般社団法人緑化協会 佐藤水産有限会社 ナカムラ印刷㈱ 小林運輸倉庫 前田アグリ株式会社",
);
const BRANDS = words(
  "山田錦 佐藤錦 田中びわ 小林檎 美山錦 千代の光 高砂 白鶴 菊正宗 八海山 久保田 越乃寒梅",
);
const STREETS = words("本町 中央 栄町 大手 駅前 緑が丘 港南 旭町");
const address = (index: number, random: SeededRandom): string =>
  `${at(words("神奈川県横浜市中区 大阪府堺市北区 愛知県一宮市 広島県呉市 宮城県石巻市"), index)}${at(STREETS, index)}${1 + random.below(5)}-${1 + random.below(20)}-${1 + random.below(9)}`;

/** Lists with every form of number and word that lists of people have, and nobody in them. */
const SHAPES: readonly NegativeShape[] = [
  {
    id: "取引先一覧",
    header: ["会社名", "郵便番号", "所在地", "電話番号", "FAX"],
    row: (i, r) => [
      at(COMPANIES, i) + (i > 11 ? `${i}` : ""),
      `${r.digits(3)}-${r.digits(4)}`,
      address(i, r),
      tel(r),
      tel(r),
    ],
  },
  {
    id: "店舗一覧",
    header: ["店舗名", "住所", "電話番号", "営業時間", "定休日"],
    row: (i, r) => [`${at(PLACES, i)}店`, address(i, r), tel(r, "045"), "10:00～19:00", "水曜日"],
  },
  {
    id: "店舗一覧 見出しなし",
    header: null,
    row: (i, r) => [`スーパーひばり${at(PLACES, i)}店`, address(i, r), tel(r, "052")],
  },
  {
    id: "病院",
    header: ["医療機関名", "診療科", "住所", "TEL"],
    row: (i, r) => [
      `${at(PLACES, i)}${at(words("内科クリニック 総合病院 医院 歯科"), i)}`,
      at(words("内科 外科 小児科"), i),
      address(i, r),
      tel(r, "06"),
    ],
  },
  {
    id: "駅",
    header: ["駅名", "読み", "路線", "乗降人員"],
    row: (i, r) => [
      at(PLACES, i),
      "ミナト",
      `${at(PLACES, i + 3)}線`,
      String(1000 + r.below(90000)),
    ],
  },
  {
    id: "商品",
    header: ["商品コード", "商品名", "規格", "JAN", "単価"],
    row: (i, r) => [
      `${r.digits(8)}`,
      at(BRANDS, i),
      "720ml",
      `49${r.digits(11)}`,
      String(800 + r.below(900)),
    ],
  },
  { id: "商品 名だけ", header: ["品名"], row: (i) => [`${at(BRANDS, i)} ${i + 1}号`] },
  {
    id: "部品",
    header: ["部品番号", "部品名", "数量", "棚番"],
    row: (i, r) => [
      `${r.digits(5)}-${r.digits(5)}`,
      at(words("ガスケット ボルトM6 オイルシール ベアリング"), i),
      String(r.below(40)),
      `A-${i}`,
    ],
  },
  {
    id: "部品 電話の形",
    header: ["品番", "名称", "在庫"],
    row: (i, r) => [
      `0${1 + r.below(9)}-${r.digits(4)}-${r.digits(4)}`,
      at(words("カバー ホース ランプ"), i),
      String(r.below(9)),
    ],
  },
  {
    id: "受注",
    header: ["注文番号", "受注日", "金額", "状態"],
    row: (i, r) => [r.digits(12), `2026/10/${two(1 + (i % 28))}`, String(r.below(90000)), "出荷済"],
  },
  {
    id: "決済",
    header: ["取引ID", "金額", "端末番号"],
    row: (_, r) => [`4${r.digits(15)}`, String(r.below(9000)), r.digits(13)],
  },
  {
    id: "IMEI",
    header: ["IMEI", "機種", "入庫日"],
    row: (i, r) => [r.digits(15), "SH-01", `2026-09-${two(1 + (i % 28))}`],
  },
  {
    id: "追跡番号",
    header: ["お問い合わせ番号", "発送日", "個数"],
    row: (i, r) => [`${r.digits(4)}-${r.digits(4)}-${r.digits(4)}`, `11/${1 + (i % 28)}`, "1"],
  },
  {
    id: "ログ表",
    header: ["time", "level", "host", "message"],
    row: (i, r) => [
      `2026-11-01T10:${two(i)}:00Z`,
      "INFO",
      `10.0.${r.below(255)}.${r.below(255)}`,
      `request id=${r.digits(11)} took ${r.below(900)}ms`,
    ],
  },
  {
    id: "時刻表",
    header: ["列車番号", "始発", "終着", "発", "着"],
    row: (i) => [
      `${5000 + i}M`,
      at(PLACES, i),
      at(PLACES, i + 5),
      `${two(5 + (i % 18))}:12`,
      `${two(6 + (i % 17))}:48`,
    ],
  },
  {
    id: "価格表",
    header: ["プラン名", "月額", "備考"],
    row: (i) => [`${at(words("松 竹 梅 椿"), i)}コース`, String(980 + i * 100), "税込"],
  },
  {
    id: "銀行支店",
    header: ["銀行名", "支店名", "支店コード", "所在地", "電話"],
    row: (i, r) => [
      "みなと銀行",
      `${at(PLACES, i)}支店`,
      r.digits(3),
      address(i, r),
      tel(r, "078"),
    ],
  },
  {
    id: "郵便番号表",
    header: ["郵便番号", "都道府県", "市区町村", "町域"],
    row: (i, r) => [`${1 + r.below(9)}${r.digits(6)}`, "長野県", "上田市", at(STREETS, i)],
  },
  {
    id: "市外局番",
    header: ["市外局番", "対象地域"],
    row: (i, r) => [`0${100 + r.below(800)}`, `${at(PLACES, i)}市`],
  },
  {
    id: "学校",
    header: ["学校名", "所在地", "電話番号", "児童数"],
    row: (i, r) => [
      `${at(PLACES, i)}市立${at(STREETS, i)}小学校`,
      address(i, r),
      tel(r, "022"),
      String(100 + r.below(500)),
    ],
  },
  {
    id: "官公庁",
    header: ["機関名", "課名", "直通電話"],
    row: (i, r) => [`${at(PLACES, i)}市役所`, at(words("総務課 税務課 市民課"), i), tel(r, "092")],
  },
  {
    id: "車両",
    header: ["登録番号", "車名", "型式", "車台番号"],
    row: (i, r) => [
      `横浜 300 あ ${r.digits(2)}-${r.digits(2)}`,
      at(words("アルファード セレナ ミライ"), i),
      "DBA-GRS210",
      `GRS210-${r.digits(7)}`,
    ],
  },
  {
    id: "売上集計",
    header: ["店舗", "4月", "5月", "6月", "合計"],
    row: (i, r) => [
      `${at(PLACES, i)}店`,
      ...Array.from({ length: 4 }, () => String(r.below(9000000))),
    ],
  },
  {
    id: "人数集計",
    header: ["部署", "社員数", "平均年齢"],
    row: (i, r) => [`第${i + 1}営業部`, String(r.below(60)), `${30 + r.below(20)}.${r.below(9)}`],
  },
  {
    id: "座標",
    header: ["地点", "緯度", "経度"],
    row: (i, r) => [`${at(PLACES, i)}観測所`, `35.${r.digits(6)}`, `139.${r.digits(6)}`],
  },
  {
    id: "センサー",
    header: ["timestamp", "sensor", "value"],
    row: (i, r) => [`16${r.digits(8)}`, `T-${i}`, `${r.below(40)}.${r.digits(2)}`],
  },
  {
    id: "ソフト",
    header: ["ソフトウェア名", "バージョン", "ライセンスキー"],
    row: (i, r) => [
      `Office ${2010 + (i % 12)}`,
      `16.0.${r.digits(5)}`,
      `${r.digits(4)}-${r.digits(4)}-${r.digits(4)}-${r.digits(4)}`,
    ],
  },
  {
    id: "法人番号",
    header: ["法人番号", "商号", "本店所在地"],
    row: (i, r) => [r.digits(13), at(COMPANIES, i), address(i, r)],
  },
  {
    id: "空港",
    header: ["コード", "空港", "ICAO"],
    row: (i) => [`A${two(i)}`, `${at(PLACES, i)}空港`, `RJ${two(i)}`],
  },
  {
    id: "会議室",
    header: ["会議室", "定員", "内線"],
    row: (i, r) => [`第${i + 1}会議室`, String(4 + r.below(20)), r.digits(4)],
  },
  {
    id: "試験日程",
    header: ["科目", "日付", "教室"],
    row: (i) => [at(words("数学 英語 国語 理科"), i), `2026年12月${1 + (i % 28)}日`, `${100 + i}`],
  },
  {
    id: "宿",
    header: ["宿名", "住所", "TEL", "料金"],
    row: (i, r) => [
      `${at(PLACES, i)}${at(words("旅館 ホテル 荘 温泉"), i)}`,
      address(i, r),
      tel(r, "0465"),
      String(9000 + r.below(9000)),
    ],
  },
  {
    id: "飲食店 見出しなし",
    header: null,
    row: (i, r) => [
      String(i + 1),
      `${at(words("麺処 焼鳥 寿司 喫茶"), i)} ${at(PLACES, i)}`,
      address(i, r),
      tel(r, "011"),
    ],
  },
  {
    id: "代表メール",
    header: ["企業名", "部門", "代表メール"],
    row: (i) => [at(COMPANIES, i), "購買部", `info@company${i}.example`],
  },
  {
    id: "Products",
    header: ["SKU", "Product name", "Brand", "Price"],
    row: (i, r) => [
      `B0${r.digits(8)}`,
      at(["Jordan Classic", "Taylor Guitar Strings", "Morgan Chair", "Harper Desk Lamp"], i),
      "Wilson",
      `${r.below(300)}.00`,
    ],
  },
  {
    id: "Servers",
    header: ["Hostname", "IP address", "MAC address", "Owner team"],
    row: (i, r) => [
      `web-${i}.prod.example`,
      `192.168.${r.below(255)}.${r.below(255)}`,
      `00:1b:44:11:3a:${two(i)}`,
      "platform",
    ],
  },
  {
    id: "店舗とフリガナ",
    header: ["店舗名", "フリガナ", "郵便番号", "住所", "電話番号"],
    row: (i, r) => [
      `${at(PLACES, i)}店`,
      "ミナトテン",
      `${r.digits(3)}-${r.digits(4)}`,
      address(i, r),
      tel(r, "03"),
    ],
  },
  {
    id: "車検証の控え",
    header: ["車名", "初度登録", "走行距離", "車台番号", "色"],
    row: (i, r) => [
      "ハイエース",
      `平成${10 + (i % 20)}年${1 + (i % 12)}月`,
      `${r.below(90000)}km`,
      `TRH${r.digits(3)}-${r.digits(7)}`,
      "白",
    ],
  },
  {
    id: "図書",
    header: ["ISBN", "書名", "出版社", "価格"],
    row: (i, r) => [
      `978-4-${r.digits(4)}-${r.digits(4)}-${r.below(10)}`,
      `${at(PLACES, i)}の歩き方`,
      "みなと出版",
      `${r.below(4000)}`,
    ],
  },
  {
    id: "試合結果",
    header: ["日付", "ホーム", "得点", "アウェイ"],
    row: (i, r) => [
      `11/${1 + (i % 28)}`,
      `FC${at(PLACES, i)}`,
      `${r.below(5)}-${r.below(5)}`,
      `${at(PLACES, i + 7)}ユナイテッド`,
    ],
  },
  {
    id: "工程表",
    header: ["工程", "開始", "終了", "担当部署"],
    row: (i) => [
      `工程${i + 1}`,
      `2026/12/${two(1 + (i % 28))}`,
      `2027/01/${two(1 + (i % 28))}`,
      at(words("設計課 製造部 品質保証室"), i),
    ],
  },
  {
    id: "郵便料金 見出しなし",
    header: null,
    row: (i) => [`${50 * (i + 1)}g以内`, String(120 + i * 20), "定形外"],
  },
  {
    id: "契約一覧",
    header: ["契約番号", "契約先", "契約日", "金額"],
    row: (i, r) => [
      `${r.digits(3)}-${r.digits(4)}`,
      at(COMPANIES, i),
      `2026/08/${two(1 + (i % 28))}`,
      String(r.below(9000000)),
    ],
  },
  {
    id: "顧客番号だけ",
    header: ["顧客番号", "ポイント", "最終来店日"],
    row: (i, r) => [r.digits(10), String(r.below(9000)), `2026/09/${two(1 + (i % 28))}`],
  },
  {
    id: "DB設計",
    header: ["No", "論理名", "物理名", "型"],
    row: (i) => [
      String(i + 1),
      at(words("顧客名 フリガナ 住所 電話番号 携帯番号 メールアドレス 生年月日 登録日"), i),
      at(words("customer_name kana address tel mobile email birthday created_at"), i),
      "varchar",
    ],
  },
];

/** As a team of one's own fills it in later. */
const TEMPLATES: readonly { readonly id: string; readonly rows: Rows }[] = [
  {
    id: "様式",
    rows: [
      ["申込書"],
      ["氏名", ""],
      ["フリガナ", ""],
      ["住所", "〒　　　-"],
      ["電話番号", "　　（　　）"],
      ["メールアドレス", "　　　@"],
    ],
  },
  {
    id: "記入例",
    rows: [
      ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス"],
      ["見本 太郎", "ミホン タロウ", "000-0000", "○○県○○市○○1-2-3", "000-0000-0000", "xxx@xxx.xxx"],
      ["", "", "", "", "", ""],
    ],
  },
  {
    id: "項目定義",
    rows: [
      ["項目名", "型", "桁数", "必須"],
      ["氏名", "文字列", "50", "○"],
      ["郵便番号", "文字列", "8", "○"],
      ["住所", "文字列", "200", "○"],
      ["電話番号", "文字列", "13", ""],
      ["メールアドレス", "文字列", "255", ""],
      ["生年月日", "日付", "10", ""],
    ],
  },
  {
    id: "空の名簿",
    rows: [
      ["No.", "氏名", "携帯電話", "メールアドレス"],
      ...Array.from({ length: 20 }, (_, i) => [String(i + 1), "", "", ""]),
    ],
  },
];

/** Files without anybody in them. */
export function negatives(seed: number, formats = 2): CorpusFile[] {
  const tables = SHAPES.map((shape, index) => {
    const { id, header } = shape;
    const random = new SeededRandom(seed * 4001 + index + 1);
    const rows = Array.from({ length: ROWS }, (_, i) => shape.row(i, random));
    return { id, rows: header ? [header, ...rows] : rows };
  });
  const files = [...tables, ...TEMPLATES].flatMap(({ id, rows }, index) =>
    Array.from({ length: formats }, (_, turn) => {
      const format = TABLE_FORMATS[(index + turn * 3) % TABLE_FORMATS.length] ?? "csv";
      return writeTable(id, format, rows);
    }),
  );
  const texts = PROSE.flatMap(({ id, lines }, index) =>
    Array.from({ length: formats }, (_, turn) => {
      const format = TEXT_FORMATS[(index + turn * 3) % TEXT_FORMATS.length] as TextFormat;
      return writeText(id, format, lines);
    }),
  );
  return [...files, ...texts].map((each) => ({
    ...each,
    group: "negative" as const,
    persons: 0,
    values: [],
  }));
}
