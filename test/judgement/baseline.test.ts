import { createHash } from "node:crypto";
import { addressDigest, baselineOf, textStays } from "../../src/judgement/baseline";
import {
  LONGEST_BASELINE,
  parseBaseline,
  serialiseBaseline,
} from "../../src/judgement/baseline-text";
import { file, mail, recipient } from "../approval/mails";

const INSIDE = ["example.co.jp"];
const QUOTE =
  "<p>名簿を送ります。各自のお客様にご連絡ください。</p><p>締め切りは今週の金曜日です。</p><p>本部 営業企画課</p>";
const forward = mail({
  composeType: "forward",
  recipients: [
    recipient("Tanaka@Example.co.jp"),
    recipient("A@gmail.com", "cc"),
    recipient("b@exаmple.co.jp"),
  ],
  bodyHtml: `<p><br></p><div>${QUOTE}</div>`,
  attachments: [
    file("名簿.xlsx", "rows"),
    file("メール", "", { content: { state: "refused", code: "attachment/item" } }),
  ],
});

test("a forward remembers what it began with, as digests only", () => {
  const baseline = baselineOf(forward, "n-1", INSIDE);
  expect(baseline).toEqual({
    nonce: "n-1",
    attachments: [createHash("sha256").update("rows").digest("hex"), ""],
    outside: [addressDigest("a@gmail.com")],
    hadInside: true,
    hadText: true,
    lines: [expect.stringMatching(/^[0-9a-f]{8}$/), expect.any(String), expect.any(String)],
  });
  expect(JSON.stringify(baseline)).not.toMatch(/gmail|tanaka|名簿/i);
});

test("a new mail with a signature begins without text, a template with it", () => {
  const signature = mail({ bodyHtml: "<p></p><p>山田 太郎</p><p>東京モーターズ 03-0000-0000</p>" });
  expect(baselineOf(signature, "n", INSIDE)).toMatchObject({ hadText: false });
  const template = mail({ bodyHtml: `<p>${"お客様へのご案内です。".repeat(60)}</p>` });
  expect(baselineOf(template, "n", INSIDE).hadText).toBe(true);
});

test.each([
  ["untouched", forward.bodyHtml, true],
  ["written above", `<p>お世話になっております。</p>${forward.bodyHtml}`, true],
  ["restyled", `<blockquote style='color:gray'>${QUOTE.replace(/p>/g, "div>")}</blockquote>`, true],
  ["removed", "<p>お世話になっております。</p>", false],
  ["all but one line removed", "<p>締め切りは今週の金曜日です。</p>", false],
])("text that came along: %s", (_, body, expected) => {
  expect(textStays(baselineOf(forward, "n", INSIDE), body)).toBe(expected);
});

test("text without a line to know it by counts as still there", () => {
  const short = mail({ composeType: "reply", bodyHtml: "<p>了解</p>" });
  expect(textStays(baselineOf(short, "n", INSIDE), "<p>別の本文です</p>")).toBe(true);
  const none = mail({ composeType: "reply", bodyHtml: "" });
  expect(textStays(baselineOf(none, "n", INSIDE), "<p>別の本文です</p>")).toBe(false);
});

test("a stored baseline comes back with its digests cut", () => {
  const baseline = baselineOf(forward, "n-1", INSIDE);
  expect(parseBaseline(serialiseBaseline(baseline))).toEqual({
    ...baseline,
    attachments: baseline.attachments.map((each) => each.slice(0, 16)),
    outside: baseline.outside.map((each) => each.slice(0, 16)),
  });
});

test("the largest baseline fits, and what it leaves out is on the strict side", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `<p>長い行の本文です ${i}</p>`).join("");
  const large = mail({
    composeType: "forward",
    recipients: Array.from({ length: 500 }, (_, i) => recipient(`a${i}@gmail.com`)),
    bodyHtml: lines,
    attachments: Array.from({ length: 60 }, (_, i) => file(`${i}`, `${i}`)),
  });
  const text = serialiseBaseline(baselineOf(large, "n".repeat(64), INSIDE));
  expect(text.length).toBeLessThanOrEqual(LONGEST_BASELINE);
  expect(parseBaseline(text)?.attachments.length).toBe(60);
  expect(parseBaseline(text)?.outside.length).toBe(30);
  const more = { ...large, attachments: [...large.attachments, file("x", "x")] };
  expect(parseBaseline(serialiseBaseline(baselineOf(more, "n", INSIDE)))?.attachments).toEqual([
    "",
  ]);
});

const good = serialiseBaseline(baselineOf(forward, "n-1", INSIDE));
test.each([
  ["nothing", ""],
  ["no JSON", good.slice(1)],
  ["an object", "{}"],
  ["another version", good.replace("[1", "[2")],
  ["a row too short", "[1]"],
  ["a row too long", good.replace(/]$/, ",0]")],
  ["a nonce of other characters", good.replace("n-1", "<n>")],
  ["no nonce", good.replace("n-1", "")],
  ["flags out of range", good.replace('"n-1",3', '"n-1",4')],
  ["flags of another type", good.replace('"n-1",3', '"n-1",true')],
  ["half a digest", good.replace(/.("]?\])$/, "$1")],
  ["letters that are no digits", good.replace(/0{16}/, "g".repeat(16))],
  ["too long", good + " ".repeat(LONGEST_BASELINE)],
])("a stored text is refused: %s", (_, text) => {
  expect(text).not.toBe(good);
  expect(parseBaseline(text)).toBeNull();
});
