import type { Configuration } from "../../src/core/configuration";
import { alertTexts } from "../../src/locales/alert";
import { simulatorTexts } from "../../src/locales/simulator";
import { Demo, Outlook } from "./demo";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";
import { approved, ask, openReview, sendAndLook, writeQuotation } from "./road";
import { answerForMicrosoft, StaticHost } from "./static-host";

const alert = alertTexts.ja;
const texts = simulatorTexts.ja;

let host: StaticHost;
let demo: Demo;
let outlook: Outlook;
beforeEach(async () => {
  host = await StaticHost.start();
  demo = await Demo.start({ addInOrigin: host.origin });
  const page = await demo.newPage();
  await answerForMicrosoft(page.context());
  host.publish(await told(), demo.origin);
  outlook = new Outlook(page, page.context());
}, 60_000);
afterEach(async () => {
  await demo.stop();
  await host.stop();
});

const come = () => outlook.page.goto(demo.origin);

/** What the service tells the add-in's files that it serves itself. */
async function told(): Promise<Configuration> {
  const answer = await (await demo.newPage()).request.get(`${demo.origin}/configuration.js`);
  const json = /^var SEKISHO=(.*);$/m.exec(await answer.text())?.[1] ?? "";
  return JSON.parse(json) as Configuration;
}

async function writePlain(): Promise<void> {
  await outlook.openMail(/見積もりのお願い/);
  await outlook.button("返信").first().click();
}

async function writeInside(): Promise<void> {
  await outlook.openMail(/明日の朝礼の当番/);
  await outlook.button("返信").first().click();
}

const left = (notice: string) => outlook.page.getByRole("status").getByText(notice).waitFor();

/** The add-in that runs is the other host's, and nothing of it is this one's. */
function runsFromThere(): void {
  const frames = outlook.page.frames().map((frame) => new URL(frame.url()));
  const addIn = frames.filter(({ pathname }) => /launchevent|taskpane/.test(pathname));
  expect(addIn.map(({ origin }) => origin)).toContain(host.origin);
  expect(addIn.map(({ origin }) => origin)).not.toContain(demo.origin);
  expect(host.asked).toContain("/launchevent-page.js");
}

test("the service stopped before Outlook starts: inside mail leaves, outside mail stays", async () => {
  demo.server.service.stop();
  await come();
  await writeInside();
  await outlook.lookAround();
  runsFromThere();
  await outlook.send();
  await left(texts.sentNotice);

  await writePlain();
  await outlook.lookAround();
  await outlook.send();
  await outlook.alert.getByText(alert.signOff.stops["no-policy"]("").title).waitFor();
  await outlook.alert.getByRole("button", { name: alert.openPane }).click();
  await outlook.pane.getByRole("heading", { name: /の承認が必要です$/, level: 1 }).waitFor();
  runsFromThere();
  expect(await outlook.outsideInbox()).toBe(0);
}, 90_000);

test("a policy that came before the service stopped still stands after Outlook was closed", async () => {
  await come();
  await writePlain();
  await outlook.hasBegun();
  demo.server.service.stop();
  await come();
  await writeInside();
  await outlook.lookAround();
  await outlook.send();
  await left(texts.sentNotice);

  await writePlain();
  await outlook.lookAround();
  runsFromThere();
  await outlook.send();
  await outlook.alert.getByText(alert.signOff.stops.unreachable("").title).waitFor();
  await outlook.alert.getByRole("button", { name: "送信しない" }).click();
  expect(await outlook.outsideInbox()).toBe(0);
}, 90_000);

test("and with the service running again, all of the way to a sign-off goes from there", async () => {
  await come();
  await writeQuotation(outlook);
  await sendAndLook(outlook);
  await ask(outlook);
  const review = await openReview(demo, MANAGER);
  await review.open(/社外1人/);
  await review.approve(STAFF);
  await approved(outlook);
  demo.server.service.stop();
  await outlook.send();
  await left(texts.outsideNotice(1));
  expect(await outlook.outsideInbox()).toBe(1);
  expect(outlook.errors).toEqual([]);
}, 90_000);
