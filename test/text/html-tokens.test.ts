import fc from "fast-check";
import { htmlTokens } from "../../src/text/html-tokens";

/** One line a token: `<name a=v /`, `>name`, `"text`, `!comment`. */
function shown(html: string): string[] {
  return Array.from(htmlTokens(html), (token) => {
    if (token.type === "text") return `"${token.text}`;
    if (token.type === "comment") return `!${token.text}`;
    const attributes = token.attributes.map(({ name, value }) => ` ${name}=${value}`).join("");
    if (token.type === "close") return `>${token.name}${attributes}`;
    return `<${token.name}${attributes}${token.selfClosing ? " /" : ""}`;
  });
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["", []],
  ["山田 &amp; 佐藤", ['"山田 & 佐藤']],
  ["<P Class=x>a</P >b", ["<p class=x", '"a', ">p", '"b']],
  ["<a href='x>y' title = \"&lt;b&gt;\" c d=e>", ["<a href=x>y title=<b> c= d=e"]],
  ["<br/><img src=a/><hr />", ["<br /", "<img src=a/", "<hr /"]],
  ["<a\nb\t=\r\nc/d>", ["<a b=c/d"]],
  ["<a =x y==z>", ["<a =x= y==z"]],
  ["</a b=1>", [">a b=1"]],
  ["<a b=1 b=2>", ["<a b=1 b=2"]],
  ["1 < 2 <3> <", ['"1 < 2 <3> <']],
  ["a</ b>c</>d", ['"a', "! b", '"c', "!", '"d']],
  ["<!DOCTYPE html><?xml v?>", ["!DOCTYPE html", "!xml v?"]],
  ["<!-- a -- > b -->c", ["! a -- > b ", '"c']],
  ["<!-->a<!--->b<!---->c", ["!", '"a', "!", '"b', "!", '"c']],
  ["<!--a--!>b-->", ["!a", '"b-->']],
  ["<!--[if mso]><p>x</p><![endif]-->", ["![if mso]><p>x</p><![endif]"]],
  ["<![if !mso]>x<![endif]>", ["![if !mso]", '"x', "![endif]"]],
  ["<![CDATA[a<b&amp;]]>c", ['"a<b&amp;', '"c']],
  ["<script>if (a</b>) '&amp;'</script >x", ["<script", "\"if (a</b>) '&amp;'", ">script", '"x']],
  ["<STYLE>a</styles></Style>", ["<style", '"a</styles>', ">style"]],
  ["<title>a<b>&amp;</title>", ["<title", '"a<b>&', ">title"]],
  ["<textarea></textarea>", ["<textarea", ">textarea"]],
  ["<script>never closed", ["<script", '"never closed']],
  ["a<b title='&yen;1", ['"a', "\"<b title='¥1"]],
  ["a<b", ['"a', '"<b']],
  ["<!-- never closed", ["! never closed"]],
];

test.each(cases)("%j", (html, tokens) => {
  expect(shown(html)).toEqual(tokens);
});

const entities: readonly (readonly [string, string])[] = [
  ["&#x5c71;&#X7530;&#23665", "山田山"],
  ["&#128;&#x9f;", "€Ÿ"],
  ["&#0;&#xd800;&#x110000;&#99999999999999;", "\ufffd\ufffd\ufffd\ufffd"],
  ["&#x1f600;", "😀"],
  ["&#;&#x;&#xg;", "&#;&#x;&#xg;"],
  ["&AMP;&LT&gt&quot;", '&<>"'],
  ["&nbspx&copy2", "\u00a0x©2"],
  ["&notit;", "¬it;"],
  ["&commat;&period;&hyphen;&ndash;&apos;&num;", "@.\u2010–'#"],
  ["&alpha &alpha;&Omega;&diams;&yuml;", "&alpha αΩ♦ÿ"],
  ["&unknown; &constructor; & &;", "&unknown; &constructor; & &;"],
  ["&amp;amp;", "&amp;"],
];

test.each(entities)("%s", (html, text) => {
  expect(shown(html)).toEqual([`"${text}`]);
});

test("in attributes, a name without semicolon before a letter or = is part of a URL", () => {
  expect(shown('<a href="?a=1&copy=2&lt=3&amp;b&copy">')).toEqual(["<a href=?a=1&copy=2&lt=3&b©"]);
});

test("no text is lost, whatever the input", () => {
  const piece = fc.constantFrom(..."<>/!-='\"ab &;[]?".split(""), "<!--", "-->", "</", "<a b='");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join("");
      const kept = shown(html).join("");
      const letters = (text: string) => text.replace(/[^ab]/g, "").length;
      expect(letters(kept)).toBe(letters(html));
    }),
    { numRuns: 5000 },
  );
});

test("hostile input is read in one pass", () => {
  for (const piece of [
    "<",
    "</",
    "<!",
    "<!--a--!>",
    "<a b='",
    "<a ",
    "&",
    "&#",
    "<script>",
    "&lt",
  ]) {
    let count = 0;
    for (const token of htmlTokens(piece.repeat(200_000))) if (token) count += 1;
    expect(count).toBeGreaterThan(0);
  }
});
