import * as Encoding from "encoding-japanese";
import fc from "fast-check";
import { read } from "./reading";

const sjis = (text: string): number[] =>
  Encoding.convert(Encoding.stringToCode(text), { to: "SJIS", from: "UNICODE" });

const PAGE =
  '<!DOCTYPE html><meta charset="shift_jis"><!--[if mso]><p>a</p><![endif]--><table><tr><td colspan=2 ' +
  "rowspan=3 title='山田'>佐藤&#23665;<td>090</table><pre>a\nb</pre><a href=\"mailto:a%40b\">x</a>";
const MAIL =
  'From: "山田" <a@x.jp>\r\nTo: G:a@x.jp,b@x.jp;\r\nSubject: =?UTF-8?B?5bGx?=\r\n' +
  'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n' +
  "--b\r\nContent-Disposition: attachment; filename*0*=UTF-8''%E5; filename*1*=%B1%B1\r\n" +
  "Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--";
const SAMPLES = [
  Array.from(Buffer.from(PAGE)),
  sjis(PAGE),
  Array.from(Buffer.from(MAIL)),
  sjis('番号,氏名\r\n1,"山田 ""太郎"""\r\n="2",佐藤\r\n'.repeat(3)),
  Array.from(Buffer.from("番号\t氏名\n1\t山田\n", "utf16le")),
];

const damage = fc.array(
  fc.record({
    at: fc.nat(600),
    remove: fc.nat(5),
    insert: fc.uint8Array({ maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test.each(SAMPLES.map((sample, index) => [index, sample] as const))(
  "sample %d, damaged anywhere, is read or refused",
  (_, sample) => {
    fc.assert(
      fc.property(damage, (cuts) => {
        const bytes = [...sample];
        for (const { at, remove, insert } of cuts) {
          bytes.splice(at % bytes.length, remove, ...insert);
        }
        const { cells, refusals } = read(Uint8Array.from(bytes));
        expect(cells.length + refusals.length).toBeGreaterThan(0);
      }),
      { numRuns: 250 },
    );
  },
);

test("cut off anywhere", () => {
  for (const sample of SAMPLES) {
    for (let length = 1; length < sample.length; length++) {
      const { cells, refusals } = read(Uint8Array.from(sample.slice(0, length)));
      expect(Array.isArray(cells) && Array.isArray(refusals)).toBe(true);
    }
  }
});
