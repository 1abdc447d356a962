import { decodeWords } from "../../../src/text/mime/encoded-words";
import { readParameters } from "../../../src/text/mime/parameters";

const cases: readonly (readonly [string, string | null])[] = [
  ["plain = ? text", "plain = ? text"],
  ["=?UTF-8?B?5bGx55Sw?=", "山田"],
  ["=?utf-8?q?=E5=B1=B1_=E7=94=B0?=", "山 田"],
  ["=?UTF-8*ja?B?5bGx55Sw?=", "山田"],
  ["=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?=", "山田"],
  ["=?Shift_JIS?B?jlKTYw==?=", "山田"],
  ["=?EUC-JP?Q?=BB=B3=C5=C4?=", "山田"],
  ["=?UTF-8?B?5bE=?= =?UTF-8?B?seeUsA==?=", "山田"],
  ["=?UTF-8?B?5bGx?=\t =?utf-8?Q?=E7=94=B0?=", "山田"],
  ["=?UTF-8?B?5bGx?= =?Shift_JIS?B?k2M=?=", "山田"],
  ["Re: =?UTF-8?B?5bGx?= x =?UTF-8?B?55Sw?=!", "Re: 山 x 田!"],
  ["=?UTF-8?B?5bGx?==?UTF-8?B?55Sw?=", "山田"],
  ["=?UTF-8?Q?a=0D=0Ab=00?=", "a b"],
  ["=?UTF-8?Q?", "=?UTF-8?Q?"],
  ["=?x-unknown?B?5bGx?=", null],
  ["=?UTF-8?B?5bGx!?=", null],
  ["=?UTF-8?B?5bE=?=", null],
];

test.each(cases)("%s", (text, expected) => {
  expect(decodeWords(text)).toBe(expected);
});

const names: readonly (readonly [string, string | null])[] = [
  ['attachment; filename="a b.csv"', "a b.csv"],
  ["attachment; filename=a b.csv ; x=1", "a b.csv"],
  ['attachment;filename="a\\"b;c.csv"', 'a"b;c.csv'],
  ["ATTACHMENT; FileName=名簿.csv", "名簿.csv"],
  ['x; filename="=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?=.csv"', "山田.csv"],
  ["x; filename*=UTF-8''%E5%B1%B1%E7%94%B0.csv", "山田.csv"],
  ["x; filename*=Shift_JIS'ja'%8E%52%93%63.csv", "山田.csv"],
  ["x; filename*=iso-2022-jp'ja'%1B%24%42%3B%33%1B%28%42.csv", "山.csv"],
  ["x; filename=fallback.csv; filename*=UTF-8''%E5%B1%B1.csv", "山.csv"],
  ["x; filename*0=a; filename*1=b; filename*2=.csv", "ab.csv"],
  ["x; filename*1*=%B1.csv; filename*0*=UTF-8''%E5%B1", "山.csv"],
  ["x; filename*0*=UTF-8''%E5%B1%B1; filename*1=\"%20.csv\"", "山%20.csv"],
  ["x; filename*=''100%.csv", "100%.csv"],
  ["x; filename*=UTF-8''a%0D%0Ab", "a b"],
  ["x; filename*=UTF-8''%E5%B1", null],
  ["x; filename*=gb2312''%C9%BD", null],
];

test.each(names)("%s", (header, expected) => {
  expect(readParameters(header).parameters.get("filename")).toBe(expected);
});
