import { SeededRandom } from "../../src/simulator/seed/random";
import type { CorpusFile } from "./corpus-file";
import {
  addressColumn,
  birthColumn,
  cardColumn,
  eitherPhoneColumn,
  emailColumn,
  familyColumn,
  fullAddressColumn,
  givenColumn,
  kanaColumn,
  latinColumn,
  latinPartColumns,
  type ListColumn,
  mobileColumn,
  myNumberColumn,
  nameColumn,
  otherColumn,
  phoneColumn,
  postalColumn,
  prefectureColumn,
  splitAddressColumns,
} from "./columns";
import { halfKana, POSTAL_CODES, TELEPHONES, wide } from "./notation";
import { people } from "./people";
import { type Rows, writeTable, TABLE_FORMATS } from "./writers";

interface ListShape {
  readonly id: string;
  readonly columns: readonly ListColumn[];
  /** Without a row of headers. */
  readonly bare?: boolean;
  /** Rows above the header. */
  readonly above?: Rows;
  readonly below?: Rows;
  /** Names from abroad among a hundred. */
  readonly foreign?: number;
}

const { international, internationalPlain, internationalZero, number, plain, spaces } = TELEPHONES;
const { brackets, bracketsFirst, dots, dashes, minus, longVowel, halfLongVowel } = TELEPHONES;
const cars = ["プリウス", "ハイエース", "N-BOX", "フリード", "リーフ"];
const numbered = (title: string): ListColumn => otherColumn(title, (row) => String(row + 1));
const code = (title: string): ListColumn => otherColumn(title, (row) => `A${1000 + row * 7}`);

/** Lists of people as shops, schools, clubs and offices keep them. */
export const LIST_SHAPES: readonly ListShape[] = [
  {
    id: "顧客名簿",
    columns: [
      numbered("No."),
      nameColumn("氏名", "　"),
      kanaColumn("フリガナ"),
      postalColumn("〒"),
      addressColumn("住所"),
      phoneColumn("TEL"),
      emailColumn("E-mail"),
    ],
  },
  {
    id: "会員",
    columns: [
      code("会員番号"),
      nameColumn("会員名", ""),
      mobileColumn("携帯番号", plain),
      emailColumn("メール"),
      otherColumn("ランク", (row) => (row % 2 ? "ゴールド" : "一般")),
    ],
  },
  { id: "携帯だけ", columns: [mobileColumn("携帯電話")] },
  { id: "メールだけ", columns: [emailColumn("メールアドレス")] },
  { id: "氏名だけ", columns: [nameColumn("お名前")] },
  { id: "住所だけ", columns: [postalColumn("郵便番号"), addressColumn("住所")] },
  {
    id: "年賀状",
    columns: [
      familyColumn("姓"),
      givenColumn("名"),
      otherColumn("敬称", () => "様"),
      postalColumn("郵便番号", POSTAL_CODES["plain"]),
      ...splitAddressColumns(["都道府県", "市区町村", "番地・建物"]),
    ],
  },
  {
    id: "見出しなし",
    bare: true,
    columns: [nameColumn("", "　"), postalColumn(""), addressColumn(""), phoneColumn("")],
  },
  {
    id: "見出しなし2",
    bare: true,
    columns: [numbered(""), nameColumn("", ""), mobileColumn("", plain), emailColumn("")],
  },
  {
    id: "見出しなし3",
    bare: true,
    columns: [emailColumn(""), kanaColumn("", true), eitherPhoneColumn("")],
  },
  {
    id: "学級連絡網",
    columns: [
      numbered("番"),
      nameColumn("児童名"),
      kanaColumn("ふりがな"),
      eitherPhoneColumn("緊急連絡先", brackets),
    ],
    above: [["3年2組 連絡網"], ["取扱注意"]],
  },
  {
    id: "社員",
    columns: [
      code("社員番号"),
      otherColumn("所属", (row) => ["営業部", "総務課", "製造1課"][row % 3] ?? ""),
      nameColumn("社員氏名"),
      birthColumn("生年月日", "era"),
      myNumberColumn("個人番号"),
    ],
  },
  {
    id: "扶養",
    columns: [
      nameColumn("従業員氏名"),
      myNumberColumn("マイナンバー", "-"),
      birthColumn("生年月日", "eraShort"),
      addressColumn("現住所"),
    ],
  },
  {
    id: "カード",
    columns: [
      nameColumn("名義人"),
      cardColumn("クレジットカード番号", "-"),
      otherColumn("有効期限", (row) => `${1 + (row % 12)}/28`),
    ],
  },
  {
    id: "card holders",
    columns: [
      latinColumn("Cardholder name", true),
      cardColumn("Card Number", " "),
      emailColumn("Email address"),
    ],
  },
  {
    id: "guests",
    columns: [
      latinColumn("Full Name"),
      mobileColumn("Mobile", international),
      emailColumn("E-Mail"),
    ],
    foreign: 60,
  },
  {
    id: "技能実習生",
    columns: [
      nameColumn("氏名"),
      otherColumn("国籍", (row) => ["ベトナム", "ネパール", "ブラジル"][row % 3] ?? ""),
      birthColumn("生年月日", "hyphens"),
      mobileColumn("電話", internationalPlain),
    ],
    foreign: 20,
  },
  {
    id: "Excel数値",
    columns: [
      nameColumn("お客様名"),
      phoneColumn("電話番号", number),
      mobileColumn("携帯", number),
      otherColumn("車種", (row) => cars[row % cars.length] ?? ""),
    ],
  },
  {
    id: "全角",
    columns: [
      nameColumn("氏　名", "　"),
      postalColumn("郵便番号", POSTAL_CODES["wide"]),
      addressColumn("住　所"),
      phoneColumn("電話番号", TELEPHONES["wide"]),
      emailColumn("メールアドレス", wide),
    ],
  },
  {
    id: "点と空白",
    columns: [
      nameColumn("申込者"),
      phoneColumn("電話番号", spaces),
      mobileColumn("携帯電話番号", dots),
    ],
  },
  {
    id: "横棒",
    columns: [
      nameColumn("参加者氏名"),
      phoneColumn("ご自宅電話", dashes),
      mobileColumn("携帯", minus),
      postalColumn("郵便番号", POSTAL_CODES["wideMinus"]),
    ],
  },
  {
    id: "長音",
    columns: [
      nameColumn("申請者名"),
      phoneColumn("電話", longVowel),
      mobileColumn("携帯TEL", halfLongVowel),
    ],
  },
  {
    id: "括弧",
    columns: [
      nameColumn("契約者"),
      phoneColumn("電話番号1", bracketsFirst),
      mobileColumn("電話番号2", internationalZero),
    ],
  },
  {
    id: "配送",
    columns: [
      code("伝票番号"),
      nameColumn("お届け先氏名", " ", "様"),
      fullAddressColumn("お届け先住所"),
      eitherPhoneColumn("お届け先電話番号"),
      otherColumn("品名", () => "りんご 5kg"),
    ],
  },
  {
    id: "予約",
    columns: [
      otherColumn("日時", (row) => `2026/11/${1 + (row % 28)} ${9 + (row % 9)}:00`),
      nameColumn("予約者名", " ", " 様"),
      eitherPhoneColumn("連絡先"),
      otherColumn("人数", (row) => `${1 + (row % 6)}名`),
      otherColumn("担当", () => "高橋"),
    ],
  },
  {
    id: "患者",
    columns: [
      code("診察券番号"),
      nameColumn("患者氏名"),
      kanaColumn("カナ氏名"),
      birthColumn("生年月日", "padded"),
      otherColumn("性別", (row) => (row % 2 ? "男" : "女")),
      eitherPhoneColumn("電話番号"),
    ],
  },
  {
    id: "アンケート",
    columns: [
      otherColumn("タイムスタンプ", (row) => `2026/10/0${1 + (row % 9)} 12:${10 + (row % 50)}:05`),
      emailColumn("メールアドレスを入力してください"),
      nameColumn("お名前を教えてください"),
      otherColumn("満足度", (row) => String(1 + (row % 5))),
      otherColumn("ご意見", () => "とても良かったです。また参加したいです。"),
    ],
  },
  { id: "カナ名簿", columns: [kanaColumn("シメイ", true), phoneColumn("デンワバンゴウ")] },
  {
    id: "抽選",
    columns: [
      numbered("受付No"),
      nameColumn("当選者"),
      prefectureColumn("都道府県"),
      otherColumn("賞品", () => "タオル"),
    ],
  },
  {
    id: "OB会",
    columns: [
      otherColumn("卒業年", (row) => `${1980 + (row % 40)}年卒`),
      nameColumn("会員氏名"),
      otherColumn("勤務先", () => "株式会社みなと商事"),
      addressColumn("自宅住所"),
      phoneColumn("自宅TEL"),
      emailColumn("PCメール"),
    ],
  },
  {
    id: "生年月日",
    columns: [
      nameColumn("利用者氏名"),
      birthColumn("生年月日", "words"),
      otherColumn("要介護度", (row) => `要介護${1 + (row % 5)}`),
    ],
  },
  {
    id: "売掛",
    columns: [
      nameColumn("得意先名", "　", "様"),
      otherColumn("金額", (row) => `${(row + 1) * 1200}`),
      eitherPhoneColumn("TEL"),
    ],
    below: [["合計", "98000", ""]],
  },
  {
    id: "Shop customers",
    columns: [
      latinColumn("Name"),
      emailColumn("Email"),
      phoneColumn("Phone", international),
      otherColumn("Total Spent", (row) => `${row * 31}.00`),
    ],
  },
  {
    id: "半角カナ見出し",
    columns: [
      code("ｺｰﾄﾞ"),
      kanaColumn("ｼﾒｲ", true, halfKana),
      otherColumn("ｾｲﾍﾞﾂ", (row) => (row % 2 ? "1" : "2")),
      phoneColumn("ﾃﾞﾝﾜﾊﾞﾝｺﾞｳ", plain),
    ],
  },
  {
    id: "漢字とカナ",
    columns: [
      nameColumn("氏名（漢字）"),
      kanaColumn("氏名（カナ）"),
      phoneColumn("電話（自宅）"),
      mobileColumn("電話（携帯）"),
      emailColumn("メールアドレス（PC）"),
    ],
  },
  {
    id: "姓と名とカナ",
    columns: [
      familyColumn("姓（漢字）"),
      givenColumn("名（漢字）"),
      otherColumn("姓（カナ）", (_, { name }) => name.familyKana),
      otherColumn("名（カナ）", (_, { name }) => name.givenKana),
      birthColumn("誕生日", "plain"),
      mobileColumn("ケータイ", plain),
    ],
  },
  {
    id: "Contacts",
    columns: [
      ...latinPartColumns("First Name", "Last Name"),
      emailColumn("E-mail Address"),
      mobileColumn("Mobile Phone", international),
    ],
  },
  {
    id: "passengers",
    columns: [
      latinColumn("Passenger"),
      otherColumn("Flight", (row) => `NH${100 + row}`),
      otherColumn("Seat", (row) => `${1 + row}A`),
      birthColumn("Date of Birth", "hyphens"),
    ],
  },
  {
    id: "DM発送",
    columns: [
      postalColumn("郵便番号", POSTAL_CODES["mark"]),
      addressColumn("ご住所"),
      nameColumn("宛名", "　", "　様"),
    ],
  },
  {
    id: "保護者",
    columns: [
      otherColumn("学年", (row) => `${1 + (row % 6)}年`),
      otherColumn("組", (row) => `${1 + (row % 3)}`),
      nameColumn("保護者氏名", ""),
      mobileColumn("連絡先（携帯）"),
      emailColumn("ﾒｰﾙ"),
    ],
  },
  {
    id: "クレーム記録",
    columns: [
      otherColumn("受付日", (row) => `10月${1 + (row % 28)}日`),
      nameColumn("お客様", "　", "様"),
      eitherPhoneColumn("お電話番号"),
      otherColumn(
        "内容",
        (row) =>
          ["納品が遅れている", "色が違う。交換希望", "請求書の宛名を直してほしい"][row % 3] ?? "",
      ),
      otherColumn("対応者", () => "石田"),
    ],
  },
  {
    id: "見出しなし混在",
    bare: true,
    columns: [
      code(""),
      nameColumn("", ""),
      otherColumn("", (row) => (row % 2 ? "男" : "女")),
      birthColumn("", "slashes"),
      fullAddressColumn(""),
      eitherPhoneColumn(""),
    ],
  },
  {
    id: "見出しなし姓だけ",
    bare: true,
    columns: [
      nameColumn("", " "),
      otherColumn("", (row) => cars[row % cars.length] ?? ""),
      mobileColumn(""),
    ],
  },
  {
    id: "回覧",
    columns: [
      otherColumn("部屋", (row) => `${101 + row}`),
      nameColumn("世帯主"),
      otherColumn("人数", (row) => String(1 + (row % 5))),
      phoneColumn("電話"),
    ],
    above: [["さくら台自治会 第3班"], []],
  },
  {
    id: "口座振替",
    columns: [
      nameColumn("口座名義人"),
      otherColumn("銀行名", () => "みなと銀行"),
      otherColumn("支店名", () => "港南支店"),
      otherColumn("口座番号", (row) => String(1000000 + row * 7717)),
    ],
  },
];

const PEOPLE_PER_LIST = 60;

/** Each shape in two or more formats, with people of its own. */
export function lists(seed: number, peoplePerList = PEOPLE_PER_LIST, formats = 3): CorpusFile[] {
  return LIST_SHAPES.flatMap((shape, index) => {
    const random = new SeededRandom(seed * 1009 + index + 1);
    return Array.from({ length: formats }, (_, turn) => {
      const format = TABLE_FORMATS[(index + turn * 2) % TABLE_FORMATS.length] ?? "csv";
      const all = people(random, peoplePerList, shape.foreign ?? 0);
      const header = shape.bare ? [] : [shape.columns.map(({ title }) => title)];
      const rows = all.map((one, row) => shape.columns.map((column) => column.text(one, row)));
      const values = all.flatMap((one) => shape.columns.flatMap((column) => column.values(one)));
      const table = [...(shape.above ?? []), ...header, ...rows, ...(shape.below ?? [])];
      return {
        ...writeTable(shape.id, format, table),
        group: "list" as const,
        persons: all.length,
        values,
      };
    });
  });
}
