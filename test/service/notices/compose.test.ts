import { noticesTexts, type NoticeWord } from "../../../src/locales/notices";
import { composeNotice, type NoticeFacts } from "../../../src/service/notices/compose";
import { checkMail, UnsafeMail, type NoticeMail } from "../../../src/service/notices/mail";

const ORIGIN = "https://sekisho.sakura-motors.example";
const ID = "AAAAAAAAAAAAAAAAAAAAAA";

const facts = (over: Partial<NoticeFacts> = {}): NoticeFacts => ({
  id: "BBBBBBBBBBBBBBBBBBBBBB",
  request: ID,
  word: "asked",
  to: ["ishikawa@sakura-motors.example"],
  sender: "佐々木 一郎",
  others: 2940,
  outside: 29,
  files: 1,
  ...over,
});

const mail = (over: Partial<NoticeMail> = {}): NoticeMail => ({
  to: ["a@b.example"],
  subject: "s",
  text: "t",
  headers: { "x-sekisho-request": ID },
  messageId: "<a@b.example>",
  ...over,
});

test("counts, the sender's name and one link, in both languages", () => {
  const { subject, text, headers, messageId } = composeNotice(facts(), ORIGIN);
  expect(subject).toBe(`【関所】承認の依頼 / Sekisho: sign-off asked for [${ID}]`);
  expect(text).toContain("佐々木 一郎 さんが、社外へのメールの承認を求めています。");
  expect(text).toContain("2,940人の情報 → 社外29人（ファイル1件）");
  expect(text).toContain("Data of 2,940 people, to 29 outside, in 1 files");
  const links = text.match(/https?:\S+/g) ?? [];
  expect(new Set(links)).toEqual(new Set([`${ORIGIN}/review#${ID}`]));
  expect(headers["x-sekisho-request"]).toBe(ID);
  expect(messageId).toBe("<BBBBBBBBBBBBBBBBBBBBBB@sekisho.sakura-motors.example>");
});

const WORDS = Object.keys(noticesTexts.ja.subjects) as NoticeWord[];

test.each(WORDS)("%s: the subject is fixed, whoever the sender is", (word) => {
  const one = composeNotice(facts({ word, sender: "A" }), ORIGIN);
  const other = composeNotice(facts({ word, sender: "B", others: 1 }), ORIGIN);
  expect(one.subject).toBe(other.subject);
  expect(one.subject).toContain(ID);
});

test("the same notice is the same message at each try", () => {
  expect(composeNotice(facts(), ORIGIN)).toEqual(composeNotice(facts(), ORIGIN));
});

const BREAKS = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  "\u2028",
  "\u2029",
  "\u0085",
  "\u000b",
  "\u000c",
  "\u001b",
];
/** Each would be a header, a recipient or a second mail of its own, were it taken as it is. */
const PAYLOADS: readonly string[] = [
  ...BREAKS.map((sign) => `x${sign}Bcc: evil@evil.example`),
  ...BREAKS.map((sign) => `${sign}${sign}<script>`),
  ...BREAKS.map((sign) => `x${sign}.${sign}MAIL FROM:<evil@evil.example>`),
];

test("there are thirty payloads", () => expect(new Set(PAYLOADS).size).toBe(30));

test.each(PAYLOADS.map((payload) => [JSON.stringify(payload), payload]))(
  "%s: refused in every header",
  (_, payload) => {
    const places: Partial<NoticeMail>[] = [
      { subject: payload },
      { messageId: payload },
      { headers: { "x-sekisho-request": payload } },
      { headers: { [payload]: "x" } },
      { to: [payload] },
      { to: [`a${payload}@b.example`] },
      { to: ["a@b.example", payload] },
    ];
    for (const place of places) expect(() => checkMail(mail(place))).toThrow(UnsafeMail);
  },
);

test.each(PAYLOADS.map((payload) => [JSON.stringify(payload), payload]))(
  "%s: as a name it is one line of the text",
  (_, payload) => {
    const clean = composeNotice(facts({ sender: "x" }), ORIGIN);
    const composed = composeNotice(facts({ sender: payload }), ORIGIN);
    expect(composed.text.split("\n")).toHaveLength(clean.text.split("\n").length);
    // eslint-disable-next-line no-control-regex
    expect(composed.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/);
    expect({ ...composed, text: "" }).toEqual({ ...clean, text: "" });
  },
);

test("a name is no second link", () => {
  const { text } = composeNotice(
    facts({ sender: "http://evil.example/ www.evil.example x@y.z" }),
    ORIGIN,
  );
  expect(text.match(/(https?:|www\.|@)\S+/g)).toEqual([
    `${ORIGIN}/review#${ID}`,
    `${ORIGIN}/review#${ID}`,
  ]);
});

test("a name turns no text round and has an end", () => {
  const { text } = composeNotice(facts({ sender: `\u202e${"長".repeat(500)}` }), ORIGIN);
  expect(text).not.toContain("\u202e");
  expect(/長+/.exec(text)?.[0]).toHaveLength(60);
});

test.each([
  ["a,b@c.example"],
  ["a@b@c.example"],
  ["<a@b.example>"],
  ["a b@c.example"],
  [""],
  ["a"],
])("%s is no address", (address) => {
  expect(() => checkMail(mail({ to: [address] }))).toThrow(UnsafeMail);
});

test("nobody to tell is no mail", () => {
  expect(() => checkMail(mail({ to: [] }))).toThrow(UnsafeMail);
});

test.each(["", "short", `${ID}a`, `${ID.slice(1)}/`, `${ID.slice(1)}\n`])(
  "%j is no id of a request",
  (request) => {
    expect(() => composeNotice(facts({ request }), ORIGIN)).toThrow(TypeError);
  },
);
