import { DROPPED, foldString, foldTable, voiced } from "../../src/text/fold";

const cases: readonly (readonly [string, string])[] = [
  ["ＡＢＣ　ｘｙｚ　０９", "ABC xyz 09"],
  ["０９０－１２３４‐５６７８", "090-1234-5678"],
  ["03—1234―5678−9─0━1–2", "03-1234-5678-9-0-1-2"],
  ["ｶﾞｷﾞﾊﾟﾋﾞｳﾞﾜﾞｦﾞ", "ガギパビヴヷヺ"],
  ["カ゛は゜う゛", "ガぱゔ"],
  ["ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ"],
  ["ｻｰﾊﾞｰ サーバー", "サーバー サーバー"],
  ["ﾞﾟ", "\u3099\u309a"],
  ["1\u00a02\u20093\u30004\t5\n6", "1 2 3 4 5 6"],
  ["0\u200b9\u2060\ufeff0\u00ad\u202e1", "0901"],
  ["葛\u{e0100}城 葛\ufe00城", "葛城 葛城"],
  ["\u{20bb7}野家 𩸽", "\u{20bb7}野家 𩸽"],
  ["ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ ﹫", "taro@example.jp @"],
  ["㈱①髙﨑塚\ufa10々〆", "㈱①髙﨑塚\ufa10々〆"],
  ["⼭⽥ ⻑野 ⻄川", "山田 長野 西川"],
  ["〜～", "~~"],
];

test.each(cases)("%s", (text, folded) => {
  expect(foldString(text)).toBe(folded);
});

test("what NFKC makes of one full-width or half-width unit, folding makes too", () => {
  const fold = foldTable();
  const differing: string[] = [];
  for (let unit = 0xff01; unit <= 0xffee; unit++) {
    const normal = String.fromCharCode(unit).normalize("NFKC");
    const isHangul = unit >= 0xffa0 && unit <= 0xffdf;
    if (isHangul || normal.charCodeAt(0) === unit) continue;
    if (fold[unit] !== normal.charCodeAt(0)) differing.push(String.fromCharCode(unit));
  }
  // White brackets keep their shape; an accent is no space.
  expect(differing).toEqual(["｟", "｠", "￣"]);
});

test("a kana and its mark are joined as NFC joins them, and no other pair is", () => {
  for (let kana = 0x3041; kana <= 0x30ff; kana++) {
    for (const mark of [0x3099, 0x309a]) {
      const composed = String.fromCharCode(kana, mark).normalize("NFC");
      expect([kana, mark, voiced(kana, mark)]).toEqual([
        kana,
        mark,
        composed.length === 1 ? composed.charCodeAt(0) : 0,
      ]);
    }
  }
});

test("folding twice changes nothing", () => {
  const fold = foldTable();
  const unstable = Array.from(fold).filter((unit) => unit !== DROPPED && fold[unit] !== unit);
  expect(unstable).toEqual([]);
});

test("long texts are folded in full", () => {
  expect(foldString("ｱ".repeat(100_000))).toBe("ア".repeat(100_000));
});
