import AxeBuilder from "@axe-core/playwright";
import {
  createDOMRenderer,
  renderToStyleElements,
  RendererProvider,
  SSRProvider,
} from "@fluentui/react-components";
import type { Browser } from "playwright-core";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "../../src/locales/language";
import { paneTexts } from "../../src/locales/pane";
import { ReviewScreen } from "../../src/pane/review/review-screen";
import { createReview, type Review } from "../../src/pane/review/review";
import { wordsOf } from "../../src/pane/review/words";
import { createSignOff, type SignOff } from "../../src/pane/sign-off/sign-off";
import { initialState, type SignOffState } from "../../src/pane/sign-off/state";
import { askingWords } from "../../src/pane/sign-off/words";
import { Surface } from "../../src/ui/surface";
import { launchBrowser } from "../browser";
import { attachment, DIGEST, job, judgement, part, recipient, result } from "./fixtures";
import { ME, requestDetail, signOffPorts } from "./sign-off-fixtures";

/** Every screen of the sender as a page without scripts, looked at in a real browser. */
const LONG = "とても長い名前の".repeat(6) + "見積書.xlsx";
const MAIL = job({
  recipients: [recipient("a-very-long-address-that-does-not-break@customer.example.com")],
  attachments: [attachment(LONG)],
});
const JUDGED = judgement({
  verdict: "sign-off",
  digest: DIGEST,
  results: [
    result({ rule: "attachment-to-outside", verdict: "sign-off", facts: { files: [LONG] } }),
  ],
  report: { others: 12, parts: [part()] },
  recipients: { external: 1 },
});
const CHECKED = { job: MAIL, judgement: JUDGED, at: 0 };

const on = (more: Partial<SignOffState>): SignOffState => ({
  ...initialState,
  connection: { name: "on", me: ME },
  checked: CHECKED,
  isLive: true,
  ...more,
});
const OTHER = "cd".repeat(32);
const decided = (decision: "approve" | "reject", comment: string) => [
  { by: { id: "p-2", name: "佐々木 花子" }, decision, comment, at: 0 },
];

const SCREENS: Readonly<Record<string, SignOffState>> = {
  "no service": on({ connection: { name: "off" } }),
  "signed out": on({ connection: { name: "signed-out", problem: "cancelled" } }),
  unreachable: on({ connection: { name: "failed", code: "network" } }),
  ask: on({ form: { reason: "other", note: "", urgent: true } }),
  "handing over": on({ work: { name: "asking", step: "sending", part: 0.4 } }),
  waiting: on({
    request: requestDetail({
      waitsFor: [{ id: "p-2", name: "佐々木 花子" }],
      reminders: [{ at: 0, to: "deputy" }],
    }),
    open: [
      requestDetail({ id: "B".repeat(22), state: "approved", subject: LONG }),
      requestDetail({ id: "C".repeat(22), subject: "a".repeat(80) }),
    ],
  }),
  approved: on({
    request: requestDetail({ state: "approved", decisions: decided("approve", "") }),
    ticket: "stored",
    sendUntil: 0,
  }),
  rejected: on({
    request: requestDetail({ state: "rejected", decisions: decided("reject", "a".repeat(200)) }),
  }),
  changed: on({
    request: requestDetail({ digest: OTHER }),
    changed: ["to", "attachments"],
    problem: { type: "ask", problem: "file-unreadable", names: [LONG] },
  }),
  released: on({ request: requestDetail({ state: "released" }) }),
  expired: on({ request: requestDetail({ state: "expired" }) }),
};

let browser: Browser;
beforeAll(async () => {
  (globalThis as Record<string, unknown>).matchMedia = () => ({ matches: false });
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

async function reviewed(): Promise<Review> {
  const review = createReview({
    read: () => Promise.resolve({ ok: true, job: MAIL }),
    judge: () => ({
      outcome: Promise.resolve({ state: "judged", judgement: JUDGED }),
      cancel: () => undefined,
    }),
    fix: () => Promise.reject(new Error()),
    undo: () => Promise.reject(new Error()),
    acknowledge: () => Promise.resolve(false),
    isAcknowledged: () => Promise.resolve(false),
    now: () => 0,
  });
  review.check();
  await new Promise((resolve) => setImmediate(resolve));
  return review;
}

const showing = (state: SignOffState): SignOff => ({
  ...createSignOff(signOffPorts(), { recheck: () => undefined }),
  state: () => state,
});

function pageOf(screen: ReactElement, language: Language): string {
  const renderer = createDOMRenderer();
  const body = renderToStaticMarkup(
    <RendererProvider renderer={renderer}>
      <SSRProvider>{screen}</SSRProvider>
    </RendererProvider>,
  );
  const styles = renderToStaticMarkup(<>{renderToStyleElements(renderer)}</>);
  return `<!doctype html><html lang="${language}"><head><title>関所</title>${styles}</head><body style="margin:0">${body}</body></html>`;
}

/** Where the widest thing ends; the pane keeps 12 px free on both sides. */
const RIGHTMOST =
  "Math.max(...[...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().right))";

/** Outlook swallows Tab where something has the keyboard that is no stop of its own list. */
const DEAD_ENDS =
  "[...document.querySelectorAll('[tabindex=\"-1\"]')].filter((each) => each.checkVisibility()).map((each) => each.outerHTML)";

const NAMES = Object.keys(SCREENS);
describe.each([
  ["ja", false],
  ["en", true],
] as const)("%s, dark: %s", (language, isDark) => {
  test.each(NAMES)("%s: fits 320 px, and nothing keeps anybody out", async (name) => {
    const state = SCREENS[name] as SignOffState;
    const html = pageOf(
      <Surface isDark={isDark}>
        <ReviewScreen
          review={await reviewed()}
          words={wordsOf(language)}
          signOff={showing(state)}
          asking={askingWords(language)}
        />
      </Surface>,
      language,
    );
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.setContent(html);
    const rightmost = await page.evaluate(RIGHTMOST);
    const pictures = process.env.PICTURES;
    if (pictures)
      await page.screenshot({ path: `${pictures}/${name}-${language}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const dead = await page.evaluate(DEAD_ENDS);
    const finding = page.getByText(paneTexts[language].findings, { exact: true });
    const isFolded = (await finding.count()) === 0;
    await context.close();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(rightmost).toBeLessThanOrEqual(320 - 12);
    expect(dead).toEqual([]);
    expect(isFolded).toBe(["waiting", "approved", "released"].includes(name));
  });
});
