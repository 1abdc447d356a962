import { LabelBook } from "../../src/inspection/label-book";
import { LineScan } from "../../src/inspection/line-scan";

/** Counts how often a unit of the text is looked at. */
function counted(text: string): { units: Uint16Array; reads: () => number } {
  let reads = 0;
  const plain = Uint16Array.from(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  const units = new Proxy(plain, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") {
        reads += 1;
        return value;
      }
      return (from: number, to: number) => {
        reads += to - from;
        return target.subarray(from, to);
      };
    },
  });
  return { units, reads: () => reads };
}

function work(pattern: string, length: number): number {
  const text = pattern.repeat(Math.ceil(length / pattern.length));
  const { units, reads } = counted(text);
  new LineScan(new LabelBook()).read(units, 0, text.length);
  return reads();
}

const PATTERNS = [
  "1-",
  "1 ",
  "0",
  "+8",
  "(",
  "(1",
  "1/",
  "090-1234-5678 ",
  "1234 ",
  "@",
  "a@",
  "a@b.",
  "a.",
  "山田",
  "様",
  "山田 様",
  "東京都",
  "市",
  "1市",
  "都",
  "生",
  "1生",
  ":",
  "a:",
  "氏名:",
  "氏名: 山田 太郎 ",
  "電話 ",
  "佐藤 ",
  "佐藤花子、",
  "a b ",
  "株式会社",
  "サ",
  "ー",
  ",",
  " ",
  "〒",
  "〒1",
  "My ",
  "1980年1月",
  ">",
  "\ud842",
];

test.each(PATTERNS)("a line of %j costs no more for each unit when it is longer", (pattern) => {
  const short = work(pattern, 1500) / 1500;
  const long = work(pattern, 12000) / 12000;
  expect(long).toBeLessThan(short * 1.5 + 1);
  expect(long).toBeLessThan(400);
});
