import fc from "fast-check";
import { toASCII } from "tr46";
import { asciiDomain, isWithin, within } from "../../src/text/domain";
import { HOSTS } from "./domain-hosts";

/** The reference implementation of UTS-46 with every check on; the root's dot is ours to drop. */
function oracle(domain: string): string | null {
  const rootless = domain.replace(/[.。．｡]$/, "");
  return toASCII(rootless, {
    checkBidi: true,
    checkHyphens: true,
    checkJoiners: true,
    useSTD3ASCIIRules: true,
    verifyDNSLength: true,
    transitionalProcessing: false,
  });
}

test("the table is large enough to mean something", () => {
  expect(HOSTS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(HOSTS.map(([host]) => host)).size).toBe(HOSTS.length);
});

test.each(HOSTS)("%j -> %j", (host, expected) => {
  expect(asciiDomain(host)).toBe(expected);
  if (expected !== null) expect(oracle(host)).toBe(expected);
});

test("for every single character, an answer is the reference's answer", () => {
  const wrong: string[] = [];
  let answers = 0;
  for (let point = 0; point <= 0x10ffff; point++) {
    for (const host of [
      `${String.fromCodePoint(point)}.jp`,
      `a${String.fromCodePoint(point)}b.jp`,
    ]) {
      const answer = asciiDomain(host);
      if (answer === null) continue;
      answers += 1;
      if (answer !== oracle(host)) wrong.push(host);
    }
  }
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(50_000);
});

const LABEL_SIGNS = [
  ..."abzAZ09--xn..。．｡ａＺ１－äÄöüßéçñøåœŠžがガパーッ々〇漢字本田技研аοıſ\u200d\u0301\u3099",
];
const label = fc.string({ unit: fc.constantFrom(...LABEL_SIGNS), maxLength: 20 });
const hosts = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));

test("for random hosts, an answer is the reference's answer", () => {
  fc.assert(
    fc.property(hosts, (host) => {
      const answer = asciiDomain(host);
      expect(answer === null || answer === oracle(host)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("labels in Punycode are read back before they are believed", () => {
  const encoded = fc.string({ unit: fc.constantFrom(..."abcz019-"), maxLength: 12 });
  fc.assert(
    fc.property(encoded, (text) => {
      const host = `xn--${text}.jp`;
      const answer = asciiDomain(host);
      expect(answer === null || answer === oracle(host)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test("an answer is its own answer", () => {
  fc.assert(
    fc.property(hosts, (host) => {
      const answer = asciiDomain(host);
      if (answer !== null) expect(asciiDomain(answer)).toBe(answer);
    }),
  );
});

test.each([
  ["example.co.jp", true],
  ["EXAMPLE.CO.JP.", true],
  ["sales.example.co.jp", true],
  ["ｅｘａｍｐｌｅ．co．jp", true],
  ["badexample.co.jp", false],
  ["example.co.jp.evil.com", false],
  ["co.jp", false],
  ["ex\u200dample.co.jp", false],
  ["еxample.co.jp", false],
  ["", false],
])("%j within example.co.jp: %s", (domain, expected) => {
  expect(isWithin(domain, ["Example.co.jp"])).toBe(expected);
});

test("a list may hold names in Japanese and names that nobody can read", () => {
  const isOurs = within(["例え.jp", "\u200d.jp", "example.com."]);
  expect(isOurs("mail.xn--r8jz45g.jp")).toBe(true);
  expect(isOurs("www.example.com")).toBe(true);
  expect(isOurs("\u200d.jp")).toBe(false);
  expect(isOurs("jp")).toBe(false);
});
