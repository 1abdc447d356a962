import type { Browser, Page } from "playwright-core";
import { startDemoServer } from "../../src/simulator/server/demo-server";
import { BrowserMissing, launchBrowser } from "../browser";
import { Outlook } from "../e2e/outlook";
import { MAILS, MAIL_TITLES, type MailId } from "./decision";
import { median, quantile } from "./measure";
import type { Section } from "./table";

/** Milliseconds without an event of the add-in: what composing started has come to its end. */
const QUIET = 400;

interface Watched {
  /** Milliseconds from the last click to the end of the send handler, one a send. */
  readonly sends: number[];
  lastEvent: number;
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in the demo's page: office.js tells its host by a message that a handler has completed. */
function watch(): void {
  let clicked = 0;
  window.watched = { sends: [], lastEvent: performance.now() };
  window.addEventListener("click", () => (clicked = performance.now()), true);
  window.addEventListener("message", ({ data }) => {
    if (typeof data !== "string") return;
    window.watched.lastEvent = performance.now();
    const isAnswer = data.includes("completedContext") && data.includes("allowEvent");
    if (isAnswer) window.watched.sends.push(performance.now() - clicked);
  });
}

async function compose(outlook: Outlook, id: MailId): Promise<void> {
  if (id === "plain") {
    await outlook.button("新規メール").click();
    await outlook.replaceBody("お世話になっております。点検のご予約を承りました。");
  } else {
    await outlook.folder("受信トレイ");
    await outlook.openMail(/夏のご案内：お客様リストの送付/);
    await outlook.button("新しいメールとして編集").click();
  }
  await outlook.typeRecipients("宛先", "demo.yamada@gmail.com");
}

/** Presses Send, waits until the mail was stopped, and goes back to it. */
async function send(outlook: Outlook): Promise<number> {
  const { page } = outlook;
  await page.waitForFunction(
    (quiet) => performance.now() - window.watched.lastEvent > quiet,
    QUIET,
  );
  const before = await page.evaluate(() => window.watched.sends.length);
  await outlook.send();
  await page.waitForFunction((count) => window.watched.sends.length > count, before);
  await outlook.alert.getByRole("button").last().click();
  return page.evaluate(() => window.watched.sends.slice(-1)[0] ?? NaN);
}

interface Sends {
  readonly first: number[];
  readonly again: number[];
}

async function sendMany(page: Page, outlook: Outlook, id: MailId, windows: number): Promise<Sends> {
  const sends: Sends = { first: [], again: [] };
  for (let i = 0; i < windows; i++) {
    await compose(outlook, id);
    sends.first.push(await send(outlook));
    sends.again.push(await send(outlook));
    await page.getByRole("button", { name: "破棄" }).click();
  }
  return sends;
}

async function rowsIn(browser: Browser, origin: string, windows: number): Promise<Section["rows"]> {
  const rows: Record<string, number | string>[] = [];
  for (const id of MAILS) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.addInitScript(watch);
    const outlook = new Outlook(page, context);
    await page.goto(`${origin}/`);
    const { first, again } = await sendMany(page, outlook, id, windows);
    rows.push(row(`${MAIL_TITLES[id]}, first in a window`, first));
    rows.push(row(`${MAIL_TITLES[id]}, once more`, again));
    await context.close();
  }
  return rows;
}

function row(mail: string, values: readonly number[]) {
  const timing = { runs: [...values].sort((a, b) => a - b) };
  return {
    mail,
    "ms p50": median(timing),
    "ms p95": quantile(timing, 0.95),
    runs: values.length,
  };
}

/** The built demo in Chromium: from the click on Send to the end of the handler, by the page. */
export async function sendingSection(dist: string, windows: number): Promise<Section> {
  const section = { id: "sending", title: "Send in the demo, in Chromium through office.js" };
  const server = await startDemoServer({ port: 0, dist });
  try {
    const browser = await launchBrowser();
    const rows = await rowsIn(browser, server.origin, windows);
    await browser.close();
    return { ...section, rows };
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return { ...section, rows: [], note: error.message };
  } finally {
    await server.close();
  }
}
