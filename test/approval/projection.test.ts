import { projectBody } from "../../src/approval/projection";
import { readProjection } from "./read-projection";

const IMAGE = new Uint8Array(32).fill(7);
const project = (html: string) => projectBody(html, (id) => (id === "logo@1" ? [IMAGE] : []));

function items(html: string): readonly string[] {
  const projection = project(html);
  if (projection.state === "refused") throw new Error(projection.code);
  return readProjection(projection.bytes);
}

test.each<[why: string, html: string, expected: readonly string[]]>([
  ["nothing", "", []],
  ["white space", "<p> \r\n&nbsp;<br></p>", []],
  ["text", "<p>本文</p>", ["T:本文"]],
  ["a word cut by looks", "<p>本<b>文<span style='color:red'>で</span></b>す</p>", ["T:本文です"]],
  ["blocks do not glue", "<p>one</p><p>two</p>a<br>b<td>c</td>d", ["T:one two a b c d"]],
  ["white space in runs", "a \n\t b&nbsp;&nbsp;c", ["T:a b c"]],
  ["hidden text", "<div style='display:none'>秘密</div><p hidden>の</p>", ["T:秘密 の"]],
  ["a mark on its own", "か\u3099<i>は</i>\u309a", ["T:がぱ"]],
  [
    "a link",
    '見て <a href=" https://a.example/?x=1&amp;y ">ここ</a>',
    ["T:見て", "U:href=https://a.example/?x=1&y", "T: ここ"],
  ],
  [
    "a space on the other side of a tag",
    '見て<a href="x"> ここ</a>',
    ["T:見て", "U:href=x", "T: ここ"],
  ],
  ["no space on either side", '見て<a href="x">ここ</a>', ["T:見て", "U:href=x", "T:ここ"]],
  [
    "an empty link keeps the space",
    'a <a href="x"></a><a href="y"></a>b',
    ["T:a", "U:href=x", "U:href=y", "T: b"],
  ],
  ["an image of the mail", '<img src="CID:logo%401" width=3>', ["C:src=" + "07".repeat(32)]],
  [
    "an image elsewhere",
    "<img src=https://a.example/p.gif alt=社章>",
    ["U:src=https://a.example/p.gif", "A:alt=社章"],
  ],
  ["a background", "<td background='b.png'>", ["U:background=b.png"]],
  [
    "links by other names",
    "<v:shape o:href='a'/><svg><a xlink:href='b'/></svg>",
    ["U:o:href=a", "U:xlink:href=b"],
  ],
  [
    "text in attributes",
    "<input value=甲 placeholder=乙><p title=丙>",
    ["A:value=甲", "A:placeholder=乙", "A:title=丙"],
  ],
  ["a comment", "a<!-- 下書き --><!-- -->b", ["T:a", "M:=下書き", "T:b"]],
  [
    "what only Word shows",
    "<!--[if mso]><p>印<a href=x>刷</a></p><![endif]-->",
    ["T:印", "U:href=x", "T:刷"],
  ],
  ["what Word does not show", "<!--[if !mso]><!-->a<!--<![endif]-->", ["T:a", "M:=<![endif]"]],
  ["marks of conditions", "<![if !supportLists]>1.<![endif]>a", ["T:1.a"]],
  ["a sheet of looks", '<style>p{color:red;font:"\\@MS"}</style>a', ["T:a"]],
  ["a sheet with text", "<style>p::after{content:'x'}</style>", ["S:=p::after{content:'x'}"]],
  [
    "a sheet with an address",
    "<p style='background:\\75 RL(x.png)'>",
    ["S:=background:\\75 RL(x.png)"],
  ],
  [
    "an address behind a comment",
    "<p style='background:u/**/rl(x)'>",
    ["S:=background:u/**/rl(x)"],
  ],
  ["what only aligns", "<p style='align-content: center'>", []],
  ["a title", "<head><title>表題</title></head><body>a", ["T:表題 a"]],
  ["a tag cut off", "a<b", ["T:a<b"]],
])("%s", (_, html, expected) => expect(items(html)).toEqual(expected));

test.each<[html: string, code: string]>([
  ["<script>alert(1)</script>", "extract/active-content"],
  ["<SCRIPT src=x></SCRIPT>", "extract/active-content"],
  ["<svg:script/>", "extract/active-content"],
  ["<iframe srcdoc='<p>a'></iframe>", "extract/active-content"],
  ["<object data=x></object>", "extract/active-content"],
  ["<embed src=x>", "extract/active-content"],
  ["<applet></applet>", "extract/active-content"],
  ["<frameset><frame src=x></frameset>", "extract/active-content"],
  ["<form action='https://a.example'>", "extract/active-content"],
  ["<button formaction=x>", "extract/active-content"],
  ["<svg><foreignObject><p>a</p></foreignObject></svg>", "extract/active-content"],
  ["<svg><set attributeName=href to=x /></svg>", "extract/active-content"],
  ["<xmp><p>a</xmp>", "extract/active-content"],
  ["<plaintext>", "extract/active-content"],
  ["<p onclick=x>", "extract/active-content"],
  ["<img src=x ONERROR=y>", "extract/active-content"],
  ["<a href='java\nscript:x'>", "extract/active-content"],
  ["<a href='&#x1;javascript:x'>", "extract/active-content"],
  ["<meta http-equiv=Refresh content='0;url=x'>", "extract/active-content"],
  ["<!--[if mso]><script>x</script><![endif]-->", "extract/active-content"],
  ["<!--[if mso]><!--[if mso]>a", "extract/active-content"],
  ["a\ud800b", "extract/damaged"],
  ["<a href='\udc00'>", "extract/damaged"],
  ["<img src=cid:gone>", "attachment/unreadable"],
  ["<img src=cid:>", "attachment/unreadable"],
])("%j is refused: %s", (html, code) => {
  expect(project(html)).toEqual({ state: "refused", code });
});

test("a pair of surrogates may be cut by a tag", () => {
  expect(items("a\ud83d<b>\ude00</b>")).toEqual(["T:a😀"]);
});

test("a mebibyte of each kind of hostile text ends", () => {
  const size = 1 << 20;
  for (const piece of ["<!--", "<!--[if a]>", "<p ", " ", "/*", "<a href=' ", "\\", "<style>/*"]) {
    expect(project(piece.repeat(size / piece.length)).state).toMatch(/projected|refused/);
  }
});
