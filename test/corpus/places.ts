import type { SeededRandom } from "../../src/simulator/seed/random";

export interface PostalAddress {
  readonly prefecture: string;
  readonly city: string;
  /** Town, numbers and house. */
  readonly rest: string;
  /** Seven digits. */
  readonly postalCode: string;
}

/** Places of all shapes: districts, islands, Kyoto's streets, Hokkaido's grid, 大字 and 字. */
const PLACES =
  "北海道|二海郡八雲町|東雲町,北海道|札幌市厚別区|厚別東四条,青森県|三戸郡五戸町|字下モ沢向,岩手県|下閉伊郡岩泉町|岩泉字森の越," +
  "秋田県|由利本荘市|東由利老方,茨城県|龍ケ崎市|馴柴町,埼玉県|秩父郡皆野町|大字下日野沢,千葉県|袖ケ浦市|蔵波台,東京都|西多摩郡檜原村|数馬," +
  "東京都|八丈島八丈町|三根,神奈川県|足柄下郡湯河原町|吉浜,新潟県|十日町市|四日町,石川県|野々市市|押野,長野県|下伊那郡阿智村|駒場," +
  "岐阜県|各務原市|蘇原花園町,静岡県|浜松市浜名区|三ヶ日町都筑,愛知県|あま市|七宝町桂,三重県|度会郡南伊勢町|五ヶ所浦,滋賀県|近江八幡市|安土町上豊浦," +
  "京都府|京都市下京区|烏丸通五条下る大坂町,京都府|綴喜郡井手町|大字多賀,大阪府|堺市美原区|さつき野西,大阪府|泉南郡熊取町|つばさが丘北," +
  "兵庫県|揖保郡太子町|鵤,和歌山県|東牟婁郡串本町|潮岬,岡山県|真庭市|蒜山上徳山,山口県|熊毛郡上関町|大字長島,徳島県|海部郡海陽町|奥浦字町内," +
  "愛媛県|上浮穴郡久万高原町|菅生二番耕地,高知県|吾川郡いの町|枝川,福岡県|糟屋郡志免町|別府北,長崎県|南松浦郡新上五島町|有川郷," +
  "大分県|玖珠郡九重町|大字田野,鹿児島県|大島郡瀬戸内町|古仁屋,沖縄県|国頭郡今帰仁村|字仲宗根,沖縄県|島尻郡八重瀬町|字東風平";

const HOUSES =
  "メゾンひばり203,グリーンハイツ B-102,コーポ桜坂1F,サンライズ壱番館 405号,ライオンズガーデン八雲 1203号室,県営住宅3-11".split(
    ",",
  );

const places = PLACES.split(",").map((each) => each.split("|") as [string, string, string]);

const KANJI_DIGITS = "〇一二三四五六七八九";
const kanji = (number: number): string =>
  number < 10
    ? KANJI_DIGITS.charAt(number)
    : (number < 20 ? "" : KANJI_DIGITS.charAt(Math.floor(number / 10))) +
      "十" +
      (number % 10 === 0 ? "" : KANJI_DIGITS.charAt(number % 10));

const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A house's number in one of the ways in which people write it. */
function houseNumber(random: SeededRandom): string {
  const [a, b, c] = [1 + random.below(8), 1 + random.below(29), 1 + random.below(40)];
  switch (random.below(8)) {
    case 0:
      return `${a}丁目${b}番${c}号`;
    case 1:
      return `${a}丁目${b}-${c}`;
    case 2:
      return wide(`${a}－${b}－${c}`);
    case 3:
      return `${kanji(a)}丁目${kanji(b)}番地`;
    case 4:
      return `${100 * a + b}番地${c}`;
    case 5:
      return `${b}－${c}`;
    case 6:
      return `${a}丁目${b}番地の${c}`;
    default:
      return `${a}-${b}-${c}`;
  }
}

export function postalAddress(random: SeededRandom): PostalAddress {
  const [prefecture, city, town] = random.pick(places);
  const house = random.chance(25) ? ` ${random.pick(HOUSES)}` : "";
  return {
    prefecture,
    city,
    rest: `${town}${houseNumber(random)}${house}`,
    postalCode: `${1 + random.below(9)}${random.digits(6)}`,
  };
}
