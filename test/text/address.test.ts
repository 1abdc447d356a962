import { normalAddress, splitAddress } from "../../src/text/address";

const NORMAL: readonly (readonly [address: string, normal: string | null])[] = [
  ["taro@example.co.jp", "taro@example.co.jp"],
  ["Taro.YAMADA@Example.CO.JP", "taro.yamada@example.co.jp"],
  ["foo..bar.@docomo.ne.jp", "foo..bar.@docomo.ne.jp"],
  ['"foo..bar."@docomo.ne.jp', "foo..bar.@docomo.ne.jp"],
  [".foo@ezweb.ne.jp", ".foo@ezweb.ne.jp"],
  ["a+tag@gmail.com", "a+tag@gmail.com"],
  ["o'neil/x=y!#$%&*?^_`{|}~-@example.com", "o'neil/x=y!#$%&*?^_`{|}~-@example.com"],
  ["太郎@例え.jp", "太郎@xn--r8jz45g.jp"],
  ["ÄB@example.com", "Äb@example.com"],
  ["taro@ｅｘａｍｐｌｅ．ｃｏ．ｊｐ", "taro@example.co.jp"],
  ["taro@example.com.", "taro@example.com"],
  ["taro@localhost", "taro@localhost"],
  ["", null],
  ["@", null],
  ["taro", null],
  ["taro@", null],
  ["@example.com", null],
  ['""@example.com', null],
  ['"a"b"@example.com', null],
  ['"a b"@example.com', null],
  ["a@evil.com,b@example.co.jp", null],
  ["a@evil.com b@example.co.jp", null],
  ["a@evil.com;b@example.co.jp", null],
  ["<a@evil.com>b@example.co.jp", null],
  ["a(b)@example.com", null],
  ["a\r\nBcc: b@example.com", null],
  ["a\0@example.com", null],
  ["a\u200d@example.com", null],
  ["\u202etaro@example.com", null],
  ["taro＠example.com", null],
  ["taro@exаmple.com", null],
  ["taro@exam ple.com", null],
  ["taro@[192.168.0.1]", null],
  ["/O=EXCHANGELABS/OU=GROUP/CN=RECIPIENTS/CN=TARO", null],
  ["taro_gmail.com#EXT#@tokyo-motors.onmicrosoft.com", null],
  ["taro_gmail.com#ext#@example.co.jp", null],
];

test.each(NORMAL)("%j -> %j", (address, normal) => {
  expect(normalAddress(address)).toBe(normal);
});

test("a normal address is its own normal form", () => {
  for (const [, normal] of NORMAL) if (normal !== null) expect(normalAddress(normal)).toBe(normal);
});

test("splitting keeps what was written", () => {
  expect(splitAddress("Foo..Bar.@Docomo.ne.jp")).toEqual({
    local: "Foo..Bar.",
    domain: "Docomo.ne.jp",
  });
  expect(splitAddress("a@b@c")).toBeNull();
  expect(splitAddress("@c")).toBeNull();
});

/** Each local part with each domain: 20 x 16 addresses. */
const LOCALS: readonly (readonly [written: string, normal: string | null])[] = [
  ["taro", "taro"],
  ["TARO", "taro"],
  ["Taro.Yamada", "taro.yamada"],
  ["taro..yamada", "taro..yamada"],
  ["taro.", "taro."],
  [".taro", ".taro"],
  ['"taro..yamada."', "taro..yamada."],
  ["taro+tag", "taro+tag"],
  ["o'neil", "o'neil"],
  ["{taro}|~-", "{taro}|~-"],
  ["太郎", "太郎"],
  ["ÄÖ", "ÄÖ"],
  ["", null],
  ['""', null],
  ['"ta ro"', null],
  ["ta ro", null],
  ["ta,ro", null],
  ["ta\u200dro", null],
  ["taro@", null],
  ["taro_gmail.com#EXT#", null],
];
const DOMAINS: readonly (readonly [written: string, normal: string | null])[] = [
  ["example.co.jp", "example.co.jp"],
  ["Example.CO.jp", "example.co.jp"],
  ["example.co.jp.", "example.co.jp"],
  ["ｅｘａｍｐｌｅ．co.jp", "example.co.jp"],
  ["例え.jp", "xn--r8jz45g.jp"],
  ["xn--r8jz45g.jp", "xn--r8jz45g.jp"],
  ["straße.example", "xn--strae-oqa.example"],
  ["sub.example.co.jp", "sub.example.co.jp"],
  ["", null],
  ["exаmple.com", null],
  ["exam ple.com", null],
  ["example..com", null],
  ["[192.168.0.1]", null],
  ["example.com,b@example.com", null],
  ["example.com>", null],
  ["example.com\r\nBcc: b", null],
];

test("a table of 320 addresses: the domain as in DNS, the local part in small ASCII letters", () => {
  const wrong: string[] = [];
  for (const [local, localNormal] of LOCALS)
    for (const [domain, domainNormal] of DOMAINS) {
      const isNormal = localNormal !== null && domainNormal !== null;
      const expected = isNormal ? `${localNormal}@${domainNormal}` : null;
      const address = `${local}@${domain}`;
      if (normalAddress(address) !== expected)
        wrong.push(`${address} -> ${String(normalAddress(address))}`);
    }
  expect(wrong).toEqual([]);
  expect(LOCALS.length * DOMAINS.length).toBeGreaterThanOrEqual(300);
});
