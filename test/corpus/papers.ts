import { SeededRandom } from "../../src/simulator/seed/random";
import type { CorpusFile, GoldValue } from "./corpus-file";
import { DATES, POSTAL_CODES, TELEPHONES, wide } from "./notation";
import { people, type Person } from "./people";
import { type TextFormat, TEXT_FORMATS, writeTable, writeText } from "./writers";

type Kinds = "n" | "a" | "z" | "p" | "m" | "e" | "b" | "i";

const full = ({ name }: Person, sign = " "): string => `${name.family}${sign}${name.given}`;
const kana = ({ name }: Person): string => `${name.familyKana} ${name.givenKana}`;
const where = ({ address }: Person): string =>
  `${address.prefecture}${address.city}${address.rest}`;
const by = (table: Readonly<Record<string, (text: string) => string>>, id: string) =>
  table[id] as (text: string) => string;
const tel = by(TELEPHONES, "hyphens");
const zip = by(POSTAL_CODES, "hyphen");
const date = (one: Person, form = "words"): string =>
  (DATES[form] as (birth: Person["birth"]) => string)(one.birth);

const VALUES: Readonly<Record<Kinds, (one: Person) => GoldValue>> = {
  n: (one) => ({ kind: "person-name", text: full(one, "") }),
  a: (one) => ({ kind: "address", text: where(one) }),
  z: ({ address }) => ({ kind: "postal-code", text: address.postalCode }),
  p: ({ phone }) => ({ kind: "phone", text: phone }),
  m: ({ mobile }) => ({ kind: "mobile", text: mobile }),
  e: ({ email }) => ({ kind: "email", text: email }),
  b: ({ birth }) => ({
    kind: "birth-date",
    text: `${birth.year}/${birth.month}/${birth.day}`,
  }),
  i: ({ myNumber }) => ({ kind: "my-number", text: myNumber }),
};

interface PaperShape {
  readonly id: string;
  readonly people: number;
  /** Which values of each person are in it. */
  readonly kinds: string;
  lines(all: readonly Person[]): string[];
}

const rule = "――――――――――――――――――――";

/** Papers in which the data of one or several people stand in lines. */
const PAPERS: readonly PaperShape[] = [
  {
    id: "ラベルブロック",
    people: 8,
    kinds: "nzapme",
    lines: (all) =>
      all.flatMap((one) => [
        `氏名: ${full(one, "\u3000")}`,
        `ふりがな: ${kana(one)}`,
        `住所: 〒${zip(one.address.postalCode)} ${where(one)}`,
        `電話: ${tel(one.phone)}`,
        `携帯: ${tel(one.mobile)}`,
        `メール: ${one.email}`,
        "",
      ]),
  },
  {
    id: "括弧ラベル",
    people: 6,
    kinds: "nmb",
    lines: (all) =>
      all.flatMap((one) => [
        `【お名前】${full(one)}`,
        `【電話番号】${tel(one.mobile)}`,
        `【生年月日】${date(one)}`,
        rule,
      ]),
  },
  {
    id: "一行ずつ",
    people: 12,
    kinds: "nm",
    lines: (all) => [
      "明日の参加者です。",
      ...all.map((one, i) => `${i + 1}. ${full(one)}様 ${tel(one.mobile)}`),
      "よろしくお願いします。",
    ],
  },
  {
    id: "宛名ラベル",
    people: 10,
    kinds: "zan",
    lines: (all) =>
      all.flatMap((one) => [
        `〒${zip(one.address.postalCode)}`,
        where(one),
        `${full(one, "\u3000")} 様`,
        "",
      ]),
  },
  {
    id: "申込書",
    people: 1,
    kinds: "nzame",
    lines: ([one]) =>
      one
        ? [
            "入会申込書",
            "申込日 2026年11月3日",
            `お名前\u3000${full(one, "\u3000")}`,
            `フリガナ\u3000${kana(one)}`,
            `ご住所\u3000〒${zip(one.address.postalCode)}\u3000${where(one)}`,
            `携帯電話\u3000${tel(one.mobile)}`,
            `メールアドレス\u3000${one.email}`,
            "※個人情報は入会手続きにのみ使用します。",
          ]
        : [],
  },
  {
    id: "問い合わせ通知",
    people: 1,
    kinds: "nem",
    lines: ([one]) =>
      one
        ? [
            "ホームページからお問い合わせがありました。",
            "■お名前",
            full(one),
            "■メールアドレス",
            one.email,
            "■電話番号",
            tel(one.mobile),
            "■お問い合わせ内容",
            "来週の土曜日は営業していますか。駐車場の有無も教えてください。",
          ]
        : [],
  },
  {
    id: "手紙",
    people: 1,
    kinds: "zan",
    lines: ([one]) =>
      one
        ? [
            `〒${zip(one.address.postalCode)}`,
            where(one),
            `${full(one)} 様`,
            "",
            "拝啓　時下ますますご清栄のこととお慶び申し上げます。",
            "さて、このたびは点検のご案内を差し上げます。",
            "敬具",
            "株式会社みなと自動車 サービス課",
            "電話 045-000-1111",
          ]
        : [],
  },
  {
    id: "参加者電話",
    people: 5,
    kinds: "np",
    lines: (all) =>
      all.map((one) => `${full(one, "\u3000")}（${kana(one)}）\u3000自宅 ${tel(one.phone)}`),
  },
  {
    id: "マイナンバー通知",
    people: 4,
    kinds: "ni",
    lines: (all) =>
      all.flatMap((one) => [
        `従業員氏名：${full(one)}`,
        `個人番号：${one.myNumber.replace(/(\d{4})(?=\d)/g, "$1 ")}`,
        "",
      ]),
  },
  {
    id: "全角ブロック",
    people: 5,
    kinds: "nme",
    lines: (all) =>
      all.flatMap((one) => [
        `氏\u3000\u3000名：${full(one, "\u3000")}`,
        `携\u3000\u3000帯：${wide(tel(one.mobile))}`,
        `Ｅ－ｍａｉｌ：${one.email}`,
        "",
      ]),
  },
  {
    id: "メール宛先",
    people: 7,
    kinds: "e",
    lines: (all) => ["次の方に送ってください。", ...all.map(({ email }) => email)],
  },
  {
    id: "表示名つき",
    people: 7,
    kinds: "ne",
    lines: (all) => all.map((one) => `"${full(one)}" <${one.email}>`),
  },
];

/** One person's form as a sheet: labels on the left or above. */
function formSheet(one: Person): string[][] {
  return [
    ["雇用契約書", "", "", ""],
    ["", "", "作成日", "2026/10/01"],
    ["フリガナ", kana(one), "生年月日", date(one, "era")],
    ["氏　名", full(one, "　"), "性別", "女"],
    ["現住所", `〒${zip(one.address.postalCode)} ${where(one)}`, "", ""],
    ["電話番号", tel(one.mobile), "緊急連絡先", tel(one.phone)],
    ["勤務時間", "9:00～18:00", "休日", "土日祝"],
  ];
}

const valuesOf = (all: readonly Person[], kinds: string): GoldValue[] =>
  all.flatMap((one) => Array.from(kinds, (kind) => VALUES[kind as Kinds](one)));

/** Each paper in several formats, about people of its own. */
export function papers(seed: number, formats = 3): CorpusFile[] {
  const texts = PAPERS.flatMap((shape, index) => {
    const random = new SeededRandom(seed * 2003 + index + 1);
    return Array.from({ length: formats }, (_, turn) => {
      const format = TEXT_FORMATS[(index + turn * 2) % TEXT_FORMATS.length] as TextFormat;
      const all = people(random, shape.people);
      return {
        ...writeText(shape.id, format, shape.lines(all)),
        group: "paper" as const,
        persons: all.length,
        values: valuesOf(all, shape.kinds),
      };
    });
  });
  const random = new SeededRandom(seed * 3001);
  const forms = (["xlsx", "docx", "html"] as const).map((format) => {
    const all = people(random, 1);
    const sheet = formSheet(all[0] as Person);
    return {
      ...writeTable("雇用契約書", format, sheet),
      group: "paper" as const,
      persons: 1,
      values: valuesOf(all, "nazbmp"),
    };
  });
  return [...texts, ...forms];
}
