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
  ["tags as text", html("&lt;b&gt;太字&lt;/b&gt;"), UNKNOWN, "<b>太字</b>"],
];

test.each(BODIES)("%s", (_, bodyHtml, history, expected) => {
  expect(ownText({ ...job({ bodyHtml }), history })).toBe(expected);
});

test("a new mail leaves everybody inside and every file behind", () => {
  const draft = draftOf(
    job({
      subject: "RE: FW: 転送: 展示会のご案内",
      bodyHtml: html("ご案内します"),
      recipients: [
        recipient("head@example.co.jp"),
        recipient("a@example.com", "cc"),
        recipient("", "to", { group: true }),
      ],
      attachments: [attachment("名簿.xlsx")],
    }),
  );
  expect(draft).toEqual({
    subject: "展示会のご案内",
    text: "ご案内します",
    to: [{ name: "", address: "a@example.com" }],
    bcc: [],
  });
});

test("several people outside do not see each other", () => {
  const { to, bcc } = draftOf(
    job({ recipients: [recipient("a@example.com"), recipient("b@example.com", "cc")] }),
  );
  expect(to).toEqual([]);
  expect(bcc).toHaveLength(2);
});
