import { askingTexts } from "../../src/locales/asking";
import { AREA_MANAGER, DEPUTY, MANAGER, STAFF } from "../../src/simulator/seed/people";
import { Demo } from "./demo";
import { approved, ask, openReview, sendAndLook, signOffPart } from "./road";

const asking = askingTexts.ja;
const OTHERS = 2940;
const HEADLINE = /2,940人の情報/;

test("above 1,000 people two agree, one of them from outside the store", async () => {
  const demo = await Demo.start();
  const outlook = await demo.open();
  await outlook.openMail(/夏のご案内：/);
  await outlook.button("転送").click();
  await outlook.hasBegun();
  await outlook.typeRecipients("宛先", "info@hoshi-bankin.example");
  await sendAndLook(outlook);
  await ask(outlook, "点検の委託のため");
  await signOffPart(outlook).getByText(asking.twoManagers(0)).waitFor();

  const first = await openReview(demo, MANAGER);
  await first.open(HEADLINE);
  await first.approve(STAFF, { others: OTHERS, done: "counted" });
  await signOffPart(outlook).getByText(asking.twoManagers(1)).waitFor();

  // The manager's own deputy is no second pair of eyes.
  const deputy = await openReview(demo, DEPUTY);
  await deputy.open(HEADLINE);
  await deputy.approve(STAFF, { others: OTHERS, done: "counted" });
  expect(await signOffPart(outlook).getByText(asking.outsideUnit).count()).toBe(1);

  const second = await openReview(demo, AREA_MANAGER);
  await second.open(HEADLINE);
  await second.approve(STAFF, { others: OTHERS });
  await approved(outlook);
  await outlook.send();
  await outlook.page.getByText("送信しました。社外の1人に届きました。").waitFor();
  expect(outlook.errors).toEqual([]);
  await demo.stop();
}, 120_000);
