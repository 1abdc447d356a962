import { readMailboxes } from "../../../src/text/mime/mailboxes";

/** `name <address>`, a group with its colon. */
const shown = (value: string): string[] =>
  (readMailboxes(value) ?? []).map(
    ({ name, address, group }) => `${name}${group ? ":" : ""} <${address}>`,
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["", []],
  ["taro@example.jp", [" <taro@example.jp>"]],
  ["<taro@example.jp>", [" <taro@example.jp>"]],
  ["Taro <taro@example.jp>, b@example.jp", ["Taro <taro@example.jp>", " <b@example.jp>"]],
  ['"Yamada, Taro" <taro@example.jp>', ["Yamada, Taro <taro@example.jp>"]],
  ['"Taro \\"T\\" Y" <t@example.jp>', ['Taro "T" Y <t@example.jp>']],
  ["山田 太郎 <taro@example.jp>; 佐藤 <s@example.jp>", ["山田 太郎 <taro@example.jp>", "佐藤 <s@example.jp>"]], // prettier-ignore
  ["taro@example.jp (Yamada (Taro))", ["Yamada (Taro) <taro@example.jp>"]],
  ["taro(x, y)@example.jp", ["x, y <taro@example.jp>"]],
  ["a..b.@docomo.ne.jp, .x@docomo.ne.jp", [" <a..b.@docomo.ne.jp>", " <.x@docomo.ne.jp>"]],
  ['"a..b."@docomo.ne.jp', [' <"a..b."@docomo.ne.jp>']],
  ['"a, b"@example.jp', [' <"a, b"@example.jp>']],
  ["undisclosed-recipients:;", ["undisclosed-recipients: <>"]],
  ["Team: a@x.jp, B <b@x.jp>;, c@x.jp", [" <a@x.jp>", "B <b@x.jp>", " <c@x.jp>"]],
  ["Team: a@x.jp", [" <a@x.jp>"]],
  ["Team:", ["Team: <>"]],
  ["=?UTF-8?B?5bGx55Sw?= <taro@example.jp>", ["山田 <taro@example.jp>"]],
  ['"=?UTF-8?B?5bGx55Sw?=" <taro@example.jp>', ["山田 <taro@example.jp>"]],
  ["=?UTF-8?Q?Yamada,_Taro?= <taro@example.jp>", ["Yamada, Taro <taro@example.jp>"]],
  ["山田 taro@example.jp", ["山田 <taro@example.jp>"]],
  ['"山田" taro@example.jp', ["山田 <taro@example.jp>"]],
  ["営業部全員", ["営業部全員 <>"]],
  ["<@relay.example,@b.example:taro@example.jp>", [" <taro@example.jp>"]],
  ["a@b@example.jp <taro@example.jp>", ["a@b@example.jp <taro@example.jp>"]],
  ["Taro <taro@example.jp", ["Taro <taro@example.jp>"]],
  ['"Taro <taro@example.jp>', ['"Taro <taro@example.jp>']],
  ["Taro (a <taro@example.jp>", ["Taro (a <taro@example.jp>"]],
  ['a@x.jp, "b@x.jp', [" <a@x.jp>", ' <"b@x.jp>']],
  [", ,;", []],
  ["Taro <>", ["Taro <>"]],
];

test.each(cases)("%s", (value, expected) => {
  expect(shown(value)).toEqual(expected);
});

test("a name that cannot be decoded is no name", () => {
  expect(readMailboxes("=?GB2312?B?yb3M7w==?= <a@example.jp>")).toBeNull();
  expect(readMailboxes("=?UTF-8?B?5bGx55S?= <a@example.jp>")).toBeNull();
});
