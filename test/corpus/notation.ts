import type { Person } from "./people";

/** Ways in which one and the same value is written. */
export type Notation = (text: string) => string;

export const wide: Notation = (text) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const HALF =
  "ア ｱ,イ ｲ,ウ ｳ,エ ｴ,オ ｵ,カ ｶ,キ ｷ,ク ｸ,ケ ｹ,コ ｺ,サ ｻ,シ ｼ,ス ｽ,セ ｾ,ソ ｿ,タ ﾀ,チ ﾁ,ツ ﾂ,テ ﾃ,ト ﾄ,ナ ﾅ,ニ ﾆ,ヌ ﾇ,ネ ﾈ,ノ ﾉ,ハ ﾊ,ヒ ﾋ,フ ﾌ,ヘ ﾍ,ホ ﾎ,マ ﾏ,ミ ﾐ,ム ﾑ,メ ﾒ,モ ﾓ,ヤ ﾔ,ユ ﾕ,ヨ ﾖ,ラ ﾗ,リ ﾘ,ル ﾙ,レ ﾚ,ロ ﾛ,ワ ﾜ,ン ﾝ,ァ ｧ,ィ ｨ,ェ ｪ,ォ ｫ,ャ ｬ,ュ ｭ,ョ ｮ,ッ ｯ,ー ｰ";
const halves = new Map(HALF.split(",").map((each) => each.split(" ") as [string, string]));

/** ｻﾄｳ ﾊﾅｺ, voiced signs as units of their own. */
export const halfKana: Notation = (text) =>
  Array.from(
    text
      .normalize("NFD")
      .replace(/\u3099/g, "ﾞ")
      .replace(/\u309a/g, "ﾟ"),
  )
    .map((sign) => halves.get(sign) ?? sign)
    .join("");

/** 0466-12-3456, 03-1234-5678, 090-1234-5678. */
function groups(number: string): string[] {
  const isLong = number.length === 11;
  const area = isLong
    ? 3
    : /^0[36]/.test(number)
      ? 2
      : /^0(11|22|45|52|75|92)/.test(number)
        ? 3
        : 4;
  const last = number.length - 4;
  return [number.slice(0, area), number.slice(area, last), number.slice(last)];
}

const by =
  (sign: string): Notation =>
  (number) =>
    groups(number).join(sign);

/** Telephones, of mobiles and of houses. */
export const TELEPHONES: Readonly<Record<string, Notation>> = {
  hyphens: by("-"),
  plain: (number) => number,
  wide: (number) => wide(groups(number).join("-")),
  brackets: (number) => {
    const [area = "", exchange = "", line = ""] = groups(number);
    return `${area}(${exchange})${line}`;
  },
  bracketsFirst: (number) => {
    const [area = "", exchange = "", line = ""] = groups(number);
    return `(${area}) ${exchange}-${line}`;
  },
  international: (number) => `+81-${groups(number).join("-").slice(1)}`,
  internationalPlain: (number) => `+81${number.slice(1)}`,
  internationalZero: (number) => `+81 (0)${groups(number).join("-").slice(1)}`,
  spaces: by(" "),
  dots: by("."),
  dashes: by("‐"),
  minus: by("−"),
  longVowel: by("ー"),
  halfLongVowel: by("ｰ"),
  /** As Excel keeps it once it took it for a number. */
  number: (number) => number.slice(1),
};

export const POSTAL_CODES: Readonly<Record<string, Notation>> = {
  hyphen: (code) => `${code.slice(0, 3)}-${code.slice(3)}`,
  plain: (code) => code,
  mark: (code) => `〒${code.slice(0, 3)}-${code.slice(3)}`,
  markSpaced: (code) => `〒 ${code.slice(0, 3)}-${code.slice(3)}`,
  wide: (code) => wide(`${code.slice(0, 3)}-${code.slice(3)}`),
  wideMinus: (code) => `${wide(code.slice(0, 3))}−${wide(code.slice(3))}`,
};

export const inFours = (sign: string): Notation => {
  return (number) => (number.match(/.{1,4}/g) ?? []).join(sign);
};

const ERAS: readonly (readonly [number, string, string])[] = [
  [2019, "令和", "R"],
  [1989, "平成", "H"],
  [1926, "昭和", "S"],
];

const two = (number: number): string => String(number).padStart(2, "0");

type Birth = Person["birth"];

export const DATES: Readonly<Record<string, (birth: Birth) => string>> = {
  slashes: ({ year, month, day }) => `${year}/${month}/${day}`,
  padded: ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
  hyphens: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  words: ({ year, month, day }) => `${year}年${month}月${day}日`,
  plain: ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  dots: ({ year, month, day }) => `${year}.${month}.${day}`,
  era: (birth) => inEra(birth, false),
  eraShort: (birth) => inEra(birth, true),
};

function inEra({ year, month, day }: Birth, short: boolean): string {
  const era = ERAS.find(([from]) => year >= from + 1) ?? ERAS[2];
  const [from = 0, name = "", letter = ""] = era ?? [];
  const count = year - from + 1;
  return short ? `${letter}${count}.${month}.${day}` : `${name}${count}年${month}月${day}日`;
}
