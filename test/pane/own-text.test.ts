import { hash } from "@stablelib/sha256";
import { hexOfBytes } from "../../src/approval/hex";
import type { History } from "../../src/core/history";
import { draftOf } from "../../src/pane/own-draft";
import { ownText } from "../../src/pane/own-text";
import { attachment, job, recipient } from "./fixtures";

const html = (...lines: readonly string[]): string =>
  lines.map((line) => `<p>${line}</p>`).join("");
const UNKNOWN: History = { state: "unknown" };

const began = (...lines: readonly string[]): History => ({
  state: "known",
  baseline: {
    nonce: "n",
    attachments: [],
    outside: [],
    hadInside: true,
    hadText: true,
    lines: lines.map((line) => hexOfBytes(hash(new TextEncoder().encode(line))).slice(0, 8)),
  },
});

const BODIES: readonly [string, string, History, string][] = [
  ["own words only", html("こんにちは", "鈴木です"), UNKNOWN, "こんにちは\n鈴木です"],
  [
    "Outlook's quote",
    html("ご案内します", "From: 本部", "Sent: Thursday", "To: 店", "名簿を送ります"),
    UNKNOWN,
    "ご案内します",
  ],
  [
    "Outlook's quote in Japanese",
    html("ご案内します", "差出人: 本部", "送信日時: 2026年7月18日", "名簿を送ります"),
    UNKNOWN,
    "ご案内します",
  ],
  [
    "a line about a sender",
    html("差出人: を直しました", "以上です"),
    UNKNOWN,
    "差出人: を直しました\n以上です",
  ],
  [
    "a mobile's quote",
    html("はい", "On 18 July 2026, Head office wrote:", "名簿"),
    UNKNOWN,
    "はい",
  ],
  ["a line for a quote", html("はい", "-----Original Message-----", "名簿"), UNKNOWN, "はい"],
  [
    "Gmail's quote",
    html("はい", "2026年7月18日(土) 10:00 本部 &lt;a@example.co.jp&gt;:", "名簿"),
    UNKNOWN,
    "はい",
  ],
  ["quoted lines", html("&gt; 名簿です", "了解"), UNKNOWN, "了解"],
  [
    "what was there at first",
    html("名簿を送ります", "よろしく"),
    began("名簿を送ります"),
    "よろしく",
  ],
  [
    "a short line among those that were there",
    html("拝啓、夏です", "記", "名簿を送ります", "以上", "よろしくお願いします", "追伸"),
    began("名簿を送ります", "よろしくお願いします"),
    "拝啓、夏です\n記\n追伸",
  ],
  ["tags as text", html("&lt;b&gt;太字&lt;/b&gt;"), UNKNOWN, "<b>太字</b>"],
];

test.each(BODIES)("%s", (_, bodyHtml, history, expected) => {
  expect(ownText({ ...job({ bodyHtml }), history })).toBe(expected);
});

const MAIL = job({
  subject: "RE: FW: 転送: 展示会のご案内",
  bodyHtml: html("ご案内します"),
  recipients: [
    recipient("head@example.co.jp"),
    recipient("A@example.com", "cc"),
    recipient("", "to", { group: true }),
  ],
  attachments: [attachment("名簿.xlsx")],
});

test("everybody outside with an address stays, and nobody else", () => {
  const { isKept, isKnown } = draftOf(MAIL);
  const answers = ["head@example.co.jp", "a@example.com", "", "new@example.com"].map((address) => [
    isKept({ name: "", address }),
    isKnown({ name: "", address }),
  ]);
  expect(answers).toEqual([
    [false, true],
    [true, true],
    [false, true],
    [false, false],
  ]);
});

test("marks of reply and forward go; words are those of the body as it is by now", () => {
  const { subject, lines } = draftOf(MAIL);
  expect(subject(MAIL.message.subject)).toBe("展示会のご案内");
  expect(lines(html("追伸", "ご案内します", "-----Original Message-----", "名簿"))).toEqual([
    "追伸",
    "ご案内します",
  ]);
});
