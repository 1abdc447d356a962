type Row = readonly [host: string, ascii: string | null];

const BASES = [
  "example.co.jp",
  "tokyo-motors.co.jp",
  "docomo.ne.jp",
  "ezweb.ne.jp",
  "i.softbank.jp",
  "yahoo.co.jp",
  "gmail.com",
  "outlook.jp",
  "hotmail.co.jp",
  "rakuten.jp",
  "mail.sales.example.com",
  "a.b.c.d.example.org",
  "xn--r8jz45g.jp",
  "1-2-3.example.net",
];

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Ways to write the same domain: the answer stays. */
const NEUTRAL: readonly ((base: string) => string)[] = [
  (base) => base,
  (base) => base.toUpperCase(),
  (base) => wide(base),
  (base) => wide(base.toUpperCase()),
  (base) => base + ".",
  (base) => base.replace(".", "．"),
  (base) => base.replace(/\./g, "。"),
  (base) => base.replace(/\./g, "｡") + "。",
];

/** Ways to look like the domain: never an answer. */
const HOSTILE: readonly ((base: string) => string)[] = [
  (base) => base.replace(/[ao]/, (letter) => (letter === "a" ? "а" : "о")), // Cyrillic
  (base) => base.replace(/[ao]/, (letter) => (letter === "a" ? "α" : "ο")), // Greek
  (base) => base.replace(".", "\u200d."),
  (base) => "\u200b" + base,
  (base) => base + "\ufeff",
  (base) => base.replace(".", "\u00ad."),
  (base) => base.replace(".", "\u202e."),
  (base) => base + "..",
  (base) => "." + base,
  (base) => base.replace(".", ".."),
  (base) => base + " ",
  (base) => " " + base,
  (base) => base + "\0",
  (base) => base.replace(".", "_."),
  (base) => base.replace(".", "-."),
  (base) => "-" + base,
  (base) => base.replace(".", "/."),
  (base) => base.replace(".", "․"), // one dot leader
  (base) => base + "@evil.example",
  (base) => base + "\ud842",
  (base) => "😀" + base,
];

const family: Row[] = BASES.flatMap((base) => [
  ...NEUTRAL.map((write): Row => [write(base), base]),
  ...HOSTILE.map(disguised(base)).filter((row): row is Row => row !== null),
]);

/** A disguise that finds nothing to change in a base is left out. */
function disguised(base: string): (write: (base: string) => string) => Row | null {
  return (write) => (write(base) === base ? null : [write(base), null]);
}

const single: readonly Row[] = [
  ["例え.jp", "xn--r8jz45g.jp"],
  ["本田技研.jp", "xn--2quw7ht1ovyc.jp"],
  ["トヨタ.jp", "xn--5ckr0h.jp"],
  ["ドメイン名例.jp", "xn--eckwd4c7cu47r2wf.jp"],
  ["サービス.クルマ.jp", "xn--vcki1fxh.xn--pck0epb.jp"],
  ["らーめん.jp", "xn--ebkp5a86a.jp"],
  ["佐々木.jp", "xn--u6jy55gilq.jp"],
  ["〇〇.jp", "xn--w6ja.jp"],
  ["abc東京.jp", "xn--abc-gm9di64i.jp"],
  ["ａｂｃ東京。ＪＰ", "xn--abc-gm9di64i.jp"],
  ["münchen.de", "xn--mnchen-3ya.de"],
  ["MÜNCHEN.DE", "xn--mnchen-3ya.de"],
  ["straße.de", "xn--strae-oqa.de"],
  ["faß.de", "xn--fa-hia.de"],
  ["français.fr", "xn--franais-xxa.fr"],
  ["español.es", "xn--espaol-zwa.es"],
  ["Łódź.pl", "xn--d-uga0v4h.pl"],
  ["œuvre.fr", "xn--uvre-f4a.fr"],
  ["xn--mnchen-3ya.de", "xn--mnchen-3ya.de"],
  ["XN--MNCHEN-3YA.DE", "xn--mnchen-3ya.de"],
  ["localhost", "localhost"],
  ["xn--.jp", null],
  ["xn--a.jp", null],
  ["xn--a-.jp", null],
  ["xn--example-.jp", null],
  ["xn--e1afmkfd.xn--p1ai", null],
  ["xn--ls8h.la", null],
  ["xn--99999999.jp", null],
  ["пример.рф", null],
  ["παράδειγμα.gr", null],
  ["مثال.مصر", null],
  ["한국.kr", null],
  ["ﾄﾖﾀ.jp", null],
  ["東京・大阪.jp", null],
  ["i̇stanbul.tr", null],
  ["ŀ.cat", null],
  ["ﬁ.jp", null],
  ["①.jp", null],
  ["mu\u0308nchen.de", "xn--mnchen-3ya.de"],
  ["\u212a.jp", "k.jp"],
  ["\ufa19戸.jp", "xn--0ou382c.jp"],
  ["カ\u3099.jp", "xn--mck.jp"],
  ["q\u0301.jp", null],
  ["\u0301a.jp", null],
  ["ab--cd.jp", null],
  ["[192.168.0.1]", null],
  ["a,b.jp", null],
  ["a;b.jp", null],
  ["a:25.jp", null],
  ["user:pass", null],
  ["a%2e.jp", null],
  ["a*b.jp", null],
  ["", null],
  [".", null],
  ["..", null],
  ["。", null],
  ["a".repeat(63) + ".jp", "a".repeat(63) + ".jp"],
  ["a".repeat(64) + ".jp", null],
  [("a".repeat(49) + ".").repeat(5) + "jp", ("a".repeat(49) + ".").repeat(5) + "jp"],
  [("a".repeat(62) + ".").repeat(4) + "jp", null],
  ["あ".repeat(57) + ".jp", "xn--l8j" + "a".repeat(56) + ".jp"],
  ["あ".repeat(58) + ".jp", null],
];

export const HOSTS: readonly Row[] = [...family, ...single];
