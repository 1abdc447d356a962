import { address } from "../../src/detectors/address";
import { birthDate } from "../../src/detectors/birth-date";
import { MAYBE, NO, SURE, type Certainty, type TextDetector } from "../../src/detectors/detector";
import { email } from "../../src/detectors/email";
import { Reading } from "../../src/detectors/hash";
import { personName } from "../../src/detectors/person-name";
import { foldString } from "../../src/text/fold";

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));

function read(detector: TextDetector, text: string, labelled: boolean): [Certainty, Reading] {
  const reading = new Reading();
  const units = unitsOf(foldString(text));
  return [detector.read(units, 0, units.length, labelled, reading), reading];
}

const plain = (detector: TextDetector, text: string): Certainty => read(detector, text, false)[0];
const labelled = (detector: TextDetector, text: string): Certainty => read(detector, text, true)[0];
const hash = (detector: TextDetector, text: string): string => {
  const { high, low } = read(detector, text, true)[1];
  return `${high} ${low}`;
};

describe("person-name", () => {
  test.each<[string, Certainty, Certainty]>([
    ["佐藤花子", SURE, SURE],
    ["佐藤　花子", SURE, SURE],
    ["佐藤 花子 様", SURE, SURE],
    ["髙橋 健太", SURE, SURE],
    ["渡邊美咲", SURE, SURE],
    ["𠮷田太郎", SURE, SURE],
    ["鈴木さくら", SURE, SURE],
    ["佐々木　誠", SURE, SURE],
    ["勅使河原一郎", SURE, SURE],
    ["サトウ ハナコ", SURE, SURE],
    ["ｻﾄｳ ﾊﾅｺ", SURE, SURE],
    ["さとう　はなこ", SURE, SURE],
    ["サトウハナコ", MAYBE, SURE],
    ["佐藤花子（サトウハナコ）", SURE, SURE],
    ["Hanako Sato", SURE, SURE],
    ["YAMADA Taro", SURE, SURE],
    ["Ohno Shinji", SURE, SURE],
    ["John Smith", NO, SURE],
    ["小鳥遊 琉唯奈", MAYBE, SURE],
    ["平和", MAYBE, SURE],
    ["佐藤", NO, SURE],
    ["株式会社佐藤", NO, NO],
    ["佐藤商店", NO, NO],
    ["㈱鈴木", NO, NO],
    ["山口支店", NO, NO],
    ["石川県", NO, NO],
    ["東京駅", NO, NO],
    ["営業部", NO, NO],
    ["第一病院", NO, NO],
    ["カメラ", NO, SURE],
    ["サンプル太郎", NO, NO],
    ["テスト テスト", NO, NO],
    ["〇〇 〇〇 様", NO, NO],
    ["合計", NO, NO],
    ["文字列", NO, NO],
    ["三浦みく里", MAYBE, SURE],
    ["三浦 みく里", MAYBE, SURE],
    ["田中学", SURE, SURE],
    ["田中学校", NO, NO],
    ["ひばりビル", NO, SURE],
    ["阿比留 恵子", MAYBE, SURE],
    ["アビル ケイコ", MAYBE, SURE],
    ["不明", NO, NO],
    ["該当なし", NO, NO],
    ["ご記入ください", NO, NO],
    ["佐藤花子2号", NO, NO],
    ["-", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(personName, text), labelled(personName, text)]).toEqual([alone, behindLabel]);
  });

  test("spaces, honorifics and readings do not make another name", () => {
    const spellings = ["佐藤花子", "佐藤　花子", "佐藤 花子 様", "佐藤花子(サトウハナコ)"];
    expect(new Set(spellings.map((text) => hash(personName, text))).size).toBe(1);
    expect(hash(personName, "渡邊健")).not.toBe(hash(personName, "渡辺健"));
  });

  test("kana are the reading of a name", () => {
    expect(read(personName, "サトウ ハナコ", false)[1].isKana).toBe(true);
    expect(read(personName, "佐藤 ハナコ", false)[1].isKana).toBe(false);
  });
});

describe("address", () => {
  test.each<[string, Certainty, Certainty]>([
    ["東京都千代田区千代田1-1", SURE, SURE],
    ["〒100-0001 東京都千代田区千代田1-1", SURE, SURE],
    ["京都府京都市中京区寺町通御池上る1番地", SURE, SURE],
    ["北海道札幌市中央区北1条西2丁目", SURE, SURE],
    ["横浜市中区本町1-2-3", SURE, SURE],
    ["大島町元町1-1", MAYBE, SURE],
    ["東京都千代田区", MAYBE, SURE],
    ["千代田区千代田", NO, SURE],
    ["本町店", NO, SURE],
    ["東京都", NO, SURE],
    ["-", NO, NO],
    ["123", NO, NO],
  ])("%s: %i, behind a label %i", (text, alone, behindLabel) => {
    expect([plain(address, text), labelled(address, text)]).toEqual([alone, behindLabel]);
  });

  test("numbers of a house have one spelling", () => {
    const spellings = [
      "東京都港区芝1-2-3",
      "東京都港区芝１－２－３",
      "東京都港区芝1丁目2番3号",
      "東京都港区芝 1ー2ー3",
    ];
    expect(new Set(spellings.map((text) => hash(address, text))).size).toBe(1);
  });
});

describe("email", () => {
  test.each<[string, Certainty]>([
    ["taro@example.com", SURE],
    ["Taro.Yamada+x@mail.example.co.jp", SURE],
    ["foo..bar.@docomo.ne.jp", SURE],
    ["ｔａｒｏ＠example.com", SURE],
    ["info@example.com", NO],
    ["no-reply@example.com", NO],
    ["example@example.com", NO],
    ["taro@localhost", NO],
    ["taro@1.2.3.4", NO],
    ["taro@.example.com", NO],
    ["a@b@example.com", NO],
    ["@example.com", NO],
    ["taro@example.com extra", NO],
  ])("%s: %i", (text, certainty) => {
    expect(plain(email, text)).toBe(certainty);
  });

  test("capitals do not make another address", () => {
    expect(hash(email, "Taro@Example.com")).toBe(hash(email, "taro@example.com"));
  });
});

describe("birth-date", () => {
  const same = [
    "1980/01/02",
    "1980-1-2",
    "1980年1月2日",
    "1980.01.02",
    "19800102",
    "昭和55年1月2日",
    "S55.1.2",
    "昭55/1/2",
    "S550102",
    "1980-01-02 00:00:00",
    "1980年1月2日生",
    "29222",
    "01/02/1980",
  ];
  test.each(same)("%s is a date behind a label, and nothing without", (text) => {
    expect([plain(birthDate, text), labelled(birthDate, text)]).toEqual([NO, SURE]);
    expect(hash(birthDate, text)).toBe(hash(birthDate, "1980/01/02"));
  });

  test.each(["平成元年5月3日", "令和2年12月31日", "H元.5.3", "大正10年1月1日"])("%s", (text) => {
    expect(labelled(birthDate, text)).toBe(SURE);
  });

  test.each(["1980/13/02", "1980/00/10", "1980/1/32", "昭和", "1980", "123", "1850/1/1", "2026"])(
    "%s is none",
    (text) => {
      expect(labelled(birthDate, text)).toBe(NO);
    },
  );
});
