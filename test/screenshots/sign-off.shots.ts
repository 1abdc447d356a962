import path from "node:path";
import { noticesTexts } from "../../src/locales/notices";
import { signOffTexts } from "../../src/locales/sign-off";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";
import { Demo, type Outlook } from "../e2e/demo";
import { approved, ask, openReader, Review, sendAndLook, writeQuotation } from "../e2e/road";

const images = path.join(__dirname, "../../docs/images");
const VIEWPORT = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

let demo: Demo;
let outlook: Outlook;
beforeAll(async () => {
  demo = await Demo.start();
  outlook = await demo.open("", VIEWPORT);
}, 60_000);
afterAll(() => demo.stop());

async function picture(page: Outlook["page"], name: string): Promise<void> {
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: "disabled" });
}

test("from asking to sending, on both screens", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  await outlook.pane.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  await picture(outlook.page, "sign-off-waiting");

  await outlook.be(MANAGER);
  await outlook.openMail(new RegExp(noticesTexts.ja.subjects.asked));
  const beside = await openReader(outlook);
  await beside.says(signOffTexts.ja.fromService.title);
  await picture(outlook.page, "manager-notice");

  const phone = await demo.newPage(PHONE);
  await phone.goto(`${demo.origin}/review`);
  await phone.getByRole("button", { name: MANAGER.name }).waitFor();
  await picture(phone, "demo-sign-in");
  await phone.getByRole("button", { name: MANAGER.name }).click();
  const review = new Review(phone, phone);
  await review.open(/社外1人/);
  await picture(phone, "review-phone");

  await review.approve(STAFF);
  await outlook.be(STAFF);
  await approved(outlook);
  await picture(outlook.page, "sign-off-approved");
}, 120_000);
