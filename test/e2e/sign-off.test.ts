import { alertTexts } from "../../src/locales/alert";
import { askingTexts } from "../../src/locales/asking";
import { noticesTexts } from "../../src/locales/notices";
import { signOffTexts } from "../../src/locales/sign-off";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";
import { Demo, type Outlook } from "./demo";
import {
  approved,
  ask,
  openReader,
  openReview,
  Review,
  sendAndLook,
  signOffPart,
  waiting,
  writeQuotation,
} from "./road";

const asking = askingTexts.ja;
const desk = signOffTexts.ja;
const { stops, fields } = alertTexts.ja.signOff;
const { subjects } = noticesTexts.ja;

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

/** The notice in the manager's inbox, opened. */
async function openNotice(subject: string): Promise<void> {
  await outlook.be(MANAGER);
  await outlook.openMail(new RegExp(subject));
}

/** Follows the notice's link into the review page, and signs in there. */
async function followLink(): Promise<Review> {
  const opened = outlook.page.context().waitForEvent("page");
  await outlook.page.getByRole("article").getByRole("link").first().click();
  const page = await opened;
  await page.getByRole("button", { name: MANAGER.name }).click();
  return new Review(page, page);
}

/** Asked for, approved by the manager, and the salesperson's pane says so. */
async function askAndApprove(): Promise<void> {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await review.approve(STAFF);
  await review.page.context().close();
  await approved(outlook);
}

test("stopped, asked, noticed in the inbox, approved in the pane beside it, sent once", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);

  await openNotice(subjects.asked);
  const beside = await openReader(outlook);
  await beside.says(desk.fromService.title);
  await beside.approve(STAFF);

  await outlook.be(STAFF);
  await approved(outlook);
  await outlook.send();
  await outlook.page.getByText("送信しました。社外の1人に届きました。").waitFor();
  expect(await outlook.outsideInbox()).toBe(1);
}, 90_000);

test("the notice's link leads to the same request on the review page", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);

  await openNotice(subjects.asked);
  const review = await followLink();
  await review.says(STAFF.name);
  await review.approve(STAFF);

  await outlook.be(STAFF);
  await approved(outlook);
  await outlook.send();
  await outlook.page.getByText("送信しました。社外の1人に届きました。").waitFor();
  expect(await outlook.outsideInbox()).toBe(1);
}, 90_000);

test("one letter changed after the approval: stopped, named, and asked for as a difference", async () => {
  await askAndApprove();
  await outlook.writeAtTheTop("あ");
  await outlook.send();
  await outlook.alert.getByText(stops.changed(fields.body).title).waitFor();
  await outlook.alert.getByRole("button", { name: alertTexts.ja.openPane }).click();
  await outlook.verdict(asking.changed(fields.body));
  expect(await outlook.outsideInbox()).toBe(0);
  await outlook.page.getByRole("tab", { name: /見積もりのお願い/ }).click();

  const askDifference = signOffPart(outlook).getByRole("button", { name: asking.askDifference });
  if ((await askDifference.count()) > 0) await askDifference.click();
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await review.says(desk.changes);
  await review.says(desk.change({ field: "body", added: [], removed: [] }));
  await review.approve(STAFF);
  await approved(outlook);
  await outlook.send();
  await outlook.page.getByText("送信しました。社外の1人に届きました。").waitFor();
}, 90_000);

test("a rejection reaches the sender with its comment, and the mail stays", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await review.reject(STAFF, "金額を確かめてください");

  await outlook.verdict(asking.rejected(MANAGER.name));
  await signOffPart(outlook).getByText("金額を確かめてください").waitFor();
  await outlook.send();
  await outlook.alert.getByText("送信を止めました").first().waitFor();
  await outlook.alert.getByRole("button", { name: "送信しない" }).click();
  expect(await outlook.outsideInbox()).toBe(0);
}, 90_000);

test("withdrawn, it can no longer be decided, and the manager hears of it", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await waiting(outlook);
  await signOffPart(outlook).getByRole("button", { name: asking.withdraw }).click();
  await outlook.pane.getByText(asking.over.withdrawn.title).first().waitFor();

  await review.approveButton.waitFor({ state: "detached" });
  await review.page.context().close();
  await openNotice(subjects.withdrawn);
  await outlook.be(STAFF);
}, 90_000);
