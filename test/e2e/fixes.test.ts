import { FIX_IDS } from "../../src/core/verdict";
import { paneTexts } from "../../src/locales/pane";
import { OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { Demo, type Outlook } from "./demo";

const pane = paneTexts.ja;
const OWN = "暑い日が続きますが、いかがお過ごしでしょうか。";

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());

/** Head office's mail with own words above what came along, and 29 customers in CC. */
async function accident(): Promise<Outlook> {
  const outlook = await demo.open();
  await outlook.openMail(/夏のご案内：お客様リストの送付/);
  await outlook.button("新しいメールとして編集").click();
  await outlook.lookAround();
  await outlook.page.getByRole("textbox", { name: "本文" }).click();
  await outlook.page.keyboard.press("Control+Home");
  await outlook.page.keyboard.type(`${OWN}\n`);
  await outlook.typeRecipients("CC", OWN_CUSTOMER_LINES.join("; "));
  await outlook.send();
  await outlook.alert.getByRole("button", { name: "確認画面を開く" }).click();
  await outlook.verdict(pane.verdicts.block.title);
  return outlook;
}

const buttons = (outlook: Outlook) =>
  outlook.pane.getByRole("article").getByRole("button").allInnerTexts();

const isAbout = (label: string, fix: (typeof FIX_IDS)[number]): boolean => {
  const facts = { recipients: 29, fields: [], files: ["顧客一覧.xlsx"] } as const;
  return label === pane.fix[fix](facts);
};

test("each fix is offered once, named for what it changes", async () => {
  const outlook = await accident();
  const labels = await buttons(outlook);
  expect(new Set(labels).size).toBe(labels.length);
  expect(FIX_IDS.filter((fix) => labels.some((each) => isAbout(each, fix)))).toEqual(
    FIX_IDS.filter((fix) => fix !== "remove-attachment"),
  );
  await outlook.close();
}, 60_000);

test("every button does what it says, is said to have done it, and keeps the keyboard", async () => {
  const first = await accident();
  const labels = await buttons(first);
  await first.close();
  expect(labels.length).toBeGreaterThan(3);
  for (const label of labels) {
    const outlook = await accident();
    const scroll = outlook.pane.getByRole("button", { name: label, exact: true });
    await scroll.focus();
    await outlook.page.keyboard.press("Enter");
    const fix = FIX_IDS.find((each) => isAbout(label, each));
    if (fix === undefined) throw new Error(label);
    const facts = { recipients: 29, fields: ["cc"], files: ["顧客一覧.xlsx"] } as const;
    const notice = outlook.pane.getByText(pane.fixed[fix](facts));
    await notice.waitFor();
    await outlook.pane.getByText(/に確認した内容です/).waitFor();
    expect(await notice.evaluate((each) => document.activeElement?.contains(each))).toBe(true);
    await outlook.page.keyboard.press("Tab");
    expect(await notice.evaluate((each) => document.activeElement?.contains(each))).toBe(false);
    expect(await notice.evaluate(() => document.activeElement?.tagName)).toMatch(
      /^(BUTTON|SUMMARY)$/,
    );
    const verdict = await outlook.pane.getByRole("heading", { level: 1 }).boundingBox();
    expect(verdict && verdict.y > 0).toBe(true);
    // The banner speaks of the mail as it is now.
    expect(await outlook.pane.getByText(pane.stoppedAtSend).count()).toBe(0);
    expect(await outlook.pane.getByRole("button", { name: label, exact: true }).count()).toBe(0);
    expect(outlook.errors).toEqual([]);
    await outlook.close();
  }
}, 300_000);

test("the own text only: what stands in the window then", async () => {
  const outlook = await accident();
  await outlook.fix(new RegExp(pane.fix["my-text-only"]({ recipients: 0, fields: [], files: [] })));
  await outlook.verdict(pane.verdicts["sign-off"].title);
  const body = outlook.page.getByRole("textbox", { name: "本文" });
  expect((await body.innerText()).trim()).toBe(OWN);
  expect(await outlook.page.getByRole("textbox", { name: "件名" }).inputValue()).not.toMatch(/^FW/);
  expect(await outlook.page.getByText("顧客一覧.xlsx").filter({ visible: true }).count()).toBe(0);
  const cards = await outlook.pane.getByRole("article").allInnerTexts();
  expect(cards.join()).not.toContain("書き始める前から");

  await outlook.fix(/^元に戻す$/);
  await outlook.pane.getByText(pane.undone("my-text-only")).waitFor();
  expect(await body.innerText()).toContain("お疲れさまです");
  await outlook.close();
}, 60_000);

test("a fix that cannot be done is said where the person looks", async () => {
  const outlook = await accident();
  await outlook.typeRecipients("CC", "全店営業");
  await outlook.pane.getByText("社外30件").waitFor();
  const label = pane.fix["move-outside-to-bcc"]({ recipients: 29, fields: [], files: [] });
  await outlook.pane.getByRole("button", { name: label }).focus();
  await outlook.page.keyboard.press("Enter");
  const notice = outlook.pane.getByText(pane.fixProblems.group);
  await notice.waitFor();
  await outlook.pane.getByText(/に確認した内容です/).waitFor();
  expect(await notice.evaluate((each) => document.activeElement?.contains(each))).toBe(true);
  const box = await notice.boundingBox();
  expect(box && box.y > 0 && box.y + box.height < 860).toBe(true);
  await outlook.close();
}, 60_000);
