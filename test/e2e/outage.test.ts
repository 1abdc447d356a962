import { alertTexts } from "../../src/locales/alert";
import { askingTexts } from "../../src/locales/asking";
import { simulatorTexts } from "../../src/locales/simulator";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";
import { Demo, type Outlook } from "./demo";
import { approved, ask, openReview, sendAndLook, signOffPart, writeQuotation } from "./road";

const { stops } = alertTexts.ja.signOff;
const texts = simulatorTexts.ja;
const asking = askingTexts.ja;
const HOUR = 60 * 60 * 1000;

let demo: Demo;
let outlook: Outlook;
beforeEach(async () => {
  demo = await Demo.start();
  outlook = await demo.open();
}, 60_000);
afterEach(() => demo.stop());

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

test("with the service stopped, inside mail leaves as ever", async () => {
  await outlook.openMail(/明日の朝礼の当番/);
  await outlook.button("返信").first().click();
  await outlook.hasBegun();
  demo.server.service.stop();
  await outlook.send();
  await outlook.page.getByRole("status").getByText(texts.sentNotice).waitFor();
}, 60_000);

test("with the service stopped, what nobody approved stays", async () => {
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  demo.server.service.stop();
  await outlook.send();
  await outlook.alert.getByText("送信を止めました").first().waitFor();
  await outlook.alert.getByRole("button", { name: "送信しない" }).click();
  expect(await outlook.outsideInbox()).toBe(0);
}, 60_000);

test.each<readonly [string, () => Promise<void>]>([
  ["the service stopped", () => Promise.resolve(demo.server.service.stop())],
  ["the network cut", () => outlook.page.context().setOffline(true)],
])(
  "with %s, an approved mail leaves on its ticket",
  async (_, cut) => {
    await askAndApprove();
    await cut();
    await outlook.send();
    await outlook.page.getByRole("status").getByText(texts.outsideNotice(1)).waitFor();
    expect(await outlook.outsideInbox()).toBe(1);
  },
  90_000,
);

test("an hour later the ticket alone is no longer enough; with the service it is", async () => {
  await askAndApprove();
  await outlook.page.context().clock.setSystemTime(Date.now() + HOUR + 60_000);
  demo.server.service.stop();
  await outlook.send();
  await outlook.alert.getByText(stops.unreachable("").title).waitFor();
  await outlook.alert.getByRole("button", { name: "送信しない" }).click();
  expect(await outlook.outsideInbox()).toBe(0);

  demo.server.service.start();
  await outlook.page.getByRole("tab", { name: /見積もりのお願い/ }).click();
  await outlook.send();
  await outlook.page.getByRole("status").getByText(texts.outsideNotice(1)).waitFor();
}, 90_000);

test("a ticket that another window has used sends nothing, until its sender says it did not leave", async () => {
  const asked = outlook.page.waitForRequest(/\/api\/releases$/);
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  const { tenant, lookup } = (await asked).postDataJSON() as { tenant: string; lookup: string };
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await review.approve(STAFF);
  await approved(outlook);

  const other = { tenant, lookup, nonce: "another-window-of-hers", jti: null };
  const answers = await Promise.all(
    [other, other].map((data) =>
      outlook.page.request.post(`${demo.origin}/api/releases`, { data, ignoreHTTPSErrors: true }),
    ),
  );
  expect(answers.map((each) => each.status())).toEqual([200, 200]);

  await outlook.send();
  await outlook.alert.getByText(stops.used("").title).waitFor();
  await outlook.alert.getByRole("button", { name: alertTexts.ja.openPane }).click();
  expect(await outlook.outsideInbox()).toBe(0);
  await outlook.page.getByRole("tab", { name: /見積もりのお願い/ }).click();
  await signOffPart(outlook).getByRole("button", { name: asking.reopen }).click();
  await approved(outlook);
  await outlook.send();
  await outlook.page.getByRole("status").getByText(texts.outsideNotice(1)).waitFor();
}, 90_000);
