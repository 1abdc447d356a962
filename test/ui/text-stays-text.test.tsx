import { renderToStaticMarkup } from "react-dom/server";
import type { ReviewPorts } from "../../src/pane/review/ports";
import { createReview } from "../../src/pane/review/review";
import { ReviewScreen } from "../../src/pane/review/review-screen";
import { wordsOf } from "../../src/pane/review/words";
import { createSignOff } from "../../src/pane/sign-off/sign-off";
import { askingWords } from "../../src/pane/sign-off/words";
import { seen } from "../../src/ui/foreign";
import { requestDetail, signOffPorts } from "../pane/sign-off-fixtures";
import { attachment, job, judgement, part, recipient, result } from "../pane/fixtures";

const HOSTILE = `<img src=x onerror=alert(1)>"'&`;
const TURNED = "invoice\u202excod.exe";

const place = { steps: [{ type: "file", name: HOSTILE }] } as const;
const MAIL = job({
  subject: HOSTILE,
  bodyHtml: HOSTILE,
  recipients: [recipient(`${HOSTILE}@example.com`, "to", { name: HOSTILE })],
  attachments: [attachment(HOSTILE), attachment(TURNED)],
});
const JUDGED = judgement({
  verdict: "sign-off",
  results: [
    result({
      verdict: "sign-off",
      facts: { files: [HOSTILE], addressee: HOSTILE, persons: [HOSTILE] },
      attachments: [0],
      fixes: ["remove-attachment"],
    }),
    result({ rule: "could-not-look", facts: { files: [TURNED] } }),
  ],
  report: {
    parts: [
      part({
        findings: [{ kind: "email", place, sample: HOSTILE }],
        refusals: [{ code: "extract/image", place }],
      }),
    ],
  },
});

const PORTS: ReviewPorts = {
  read: () => Promise.resolve({ ok: true, job: MAIL }),
  judge: () => ({
    outcome: Promise.resolve({ state: "judged", judgement: JUDGED }),
    cancel: () => undefined,
  }),
  fix: () =>
    Promise.resolve({
      fix: "remove-attachment",
      facts: { recipients: 0, fields: [], files: [HOSTILE] },
      problem: null,
      missing: [{ name: HOSTILE, address: HOSTILE }],
      undo: null,
      isUndone: false,
    }),
  undo: (report) => Promise.resolve(report),
  acknowledge: () => Promise.resolve(false),
  isAcknowledged: () => Promise.resolve(false),
  now: () => 0,
};

/** A manager whose name and words are hostile too. */
const REQUEST = requestDetail({
  state: "rejected",
  decisions: [{ by: { id: "p", name: HOSTILE }, decision: "reject", comment: HOSTILE, at: 0 }],
});

const SIGN_OFF_PORTS = signOffPorts({
  newest: () => Promise.resolve({ ok: true, value: REQUEST }),
});

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function markup(language: "ja" | "en"): Promise<string> {
  const review = createReview(PORTS);
  review.check();
  await settled();
  review.fix({
    fix: "remove-attachment",
    addresses: [],
    attachments: [0],
    facts: { recipients: 0, fields: [], files: [HOSTILE] },
  });
  await settled();
  const signOff = createSignOff(SIGN_OFF_PORTS, { recheck: () => undefined });
  signOff.checked({ job: MAIL, judgement: JUDGED, at: 0 });
  signOff.connect(false);
  await settled();
  await settled();
  return renderToStaticMarkup(
    <ReviewScreen
      review={review}
      signOff={signOff}
      words={wordsOf(language)}
      asking={askingWords(language)}
    />,
  );
}

test.each(["ja", "en"] as const)("words of a mail are never tags (%s)", async (language) => {
  const html = await markup(language);
  expect(html.includes("<img")).toBe(false);
  expect(html.split("&lt;img").length).toBeGreaterThan(8);
});

test.each(["ja", "en"] as const)("names cannot turn the writing round (%s)", async (language) => {
  const html = await markup(language);
  expect(html.includes("\u202e")).toBe(false);
  expect(html.includes("invoice\u2423xcod.exe")).toBe(true);
});

test.each([
  ["plain words", "顧客一覧 2026.xlsx", "顧客一覧 2026.xlsx"],
  ["a name with a rare kanji's variant", "葛\u{e0100}城", "葛\u{e0100}城"],
  ["a direction mark", "a\u200fb", "a\u2423b"],
  ["a line end", "a\r\nb", "a\u2423\u2423b"],
  ["nothing", "", ""],
])("%s", (_, text, expected) => {
  expect(seen(text)).toBe(expected);
});
