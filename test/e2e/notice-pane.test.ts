import { noticesTexts } from "../../src/locales/notices";
import { paneTexts } from "../../src/locales/pane";
import { problemsTexts } from "../../src/locales/problems";
import { signOffTexts } from "../../src/locales/sign-off";
import { simulatorTexts } from "../../src/locales/simulator";
import { MANAGER, OTHER_MANAGER, STAFF } from "../../src/simulator/seed/people";
import { Demo, type Outlook } from "./demo";
import { approved, ask, openReader, openReview, sendAndLook, writeQuotation } from "./road";

const desk = signOffTexts.ja;
const reader = paneTexts.ja.reader;

let demo: Demo;
let outlook: Outlook;
beforeEach(async () => {
  demo = await Demo.start();
  outlook = await demo.open();
}, 60_000);
afterEach(async () => {
  expect(outlook.errors).toEqual([]);
  await demo.stop();
});

async function asked(): Promise<void> {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
}

test("beside the notice: the service's content, approved there, pinned over other mails", async () => {
  await asked();
  await outlook.be(MANAGER);
  await outlook.openMail(new RegExp(noticesTexts.ja.subjects.asked));
  const review = await openReader(outlook);
  await outlook.button(simulatorTexts.ja.compose.pinPane).click();
  await review.says(desk.fromService.text);
  await review.says("山田様_見積書.xlsx");

  await outlook.openMail(/夏のご案内/);
  await outlook.pane.getByRole("heading", { name: reader.title }).waitFor();
  await outlook.openMail(new RegExp(noticesTexts.ja.subjects.asked));
  await review.approve(STAFF);

  await outlook.be(STAFF);
  await approved(outlook);
}, 120_000);

test("a notice that reached somebody without the right shows nothing of the request", async () => {
  await asked();
  await outlook.be(MANAGER);
  await outlook.openMail(new RegExp(noticesTexts.ja.subjects.asked));
  const link = outlook.page.getByRole("article").getByRole("link").first();
  const hash = new URL((await link.getAttribute("href")) ?? "").hash;
  expect(hash).toMatch(/^#[A-Za-z0-9_-]{22}$/);
  const foreign = await openReview(demo, OTHER_MANAGER, hash);
  await foreign.says(problemsTexts.ja["api/not-found"].title);
  expect(await foreign.page.locator("article").count()).toBe(0);
}, 120_000);
