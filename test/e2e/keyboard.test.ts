import { OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { paneTexts } from "../../src/locales/pane";
import { Demo, type Outlook } from "./demo";

const pane = paneTexts.ja;

let demo: Demo;
let outlook: Outlook;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());
beforeEach(async () => {
  outlook = await demo.open();
});
afterEach(async () => {
  expect(outlook.errors).toEqual([]);
  await outlook.close();
});

const press = (key: string) => outlook.page.keyboard.press(key);

/** What has the keyboard in the mail program's own page. */
const here = () =>
  outlook.page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute("aria-label") ?? (at as HTMLElement | null)?.innerText ?? "";
  });

const isInPane = async () =>
  (await outlook.page.evaluate(() => document.activeElement?.tagName)) === "IFRAME";

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100 && !(await what()); i += 1) await outlook.page.waitForTimeout(50);
  expect(await what()).toBe(true);
}

async function accident(): Promise<void> {
  await outlook.openMail(/夏のご案内：お客様リストの送付/);
  await outlook.act("新しいメールとして編集");
}

async function openPaneFromAlert(): Promise<void> {
  await accident();
  await outlook.lookAround();
  await outlook.typeRecipients("CC", OWN_CUSTOMER_LINES.slice(0, 5).join("; "));
  await press("Control+Enter");
  await outlook.alert.getByRole("button", { name: "確認画面を開く" }).waitFor();
  await press("Enter");
  await outlook.verdict(pane.verdicts.block.title);
}

test("writing begins in the message that was opened", async () => {
  await accident();
  await until(async () => (await here()) === "宛先");
  await outlook.openMail(/明日の朝礼の当番/);
  await outlook.act("返信");
  await until(async () => (await here()) === "本文");
});

test("the chips of a field are one stop; arrows, Delete and Ctrl+Enter do the rest", async () => {
  await accident();
  await outlook.typeRecipients("CC", OWN_CUSTOMER_LINES.slice(0, 5).join("; "));
  await outlook.page.getByRole("combobox", { name: "宛先", exact: true }).focus();
  await press("Tab");
  expect(await here()).toMatch(/を外す$/);
  const first = await here();
  await press("ArrowRight");
  const second = await here();
  expect(second).not.toBe(first);
  await press("Delete");
  await until(async () => (await here()) !== second && /を外す$/.test(await here()));
  await press("Tab");
  expect(await here()).toBe("CC");
  expect(await outlook.page.locator("[data-chip]").count()).toBe(4);
});

test.each(["Escape", "button"])("after the alert (%s) the keyboard is at Send", async (how) => {
  await accident();
  await outlook.typeRecipients("CC", OWN_CUSTOMER_LINES.slice(0, 5).join("; "));
  await press("Control+Enter");
  const button = outlook.alert.getByRole("button", { name: "送信しない" });
  await button.waitFor();
  if (how === "Escape") await press("Escape");
  else await button.click();
  await until(async () => (await here()) === "送信");
});

test("from the alert into the pane, through all of it with Tab, and out again", async () => {
  await openPaneFromAlert();
  expect(await isInPane()).toBe(true);
  const reached: string[] = [];
  for (let i = 0; i < 80 && (await isInPane()); i += 1) {
    await press("Tab");
    await outlook.page.waitForTimeout(30);
    const inside = await outlook.pane.locator(":focus").count();
    if (inside > 0) reached.push(await outlook.pane.locator(":focus").first().innerText());
  }
  expect(await isInPane()).toBe(false);
  expect(reached.some((each) => each.startsWith("見つかった例を見る"))).toBe(true);
  expect(reached.some((each) => each.includes("BCCへ移す"))).toBe(true);
}, 60_000);

test("examples open by keyboard", async () => {
  await openPaneFromAlert();
  const summary = outlook.pane.getByText(/^見つかった例を見る/).first();
  for (let i = 0; i < 20; i += 1) {
    if (await summary.evaluate((each) => each === document.activeElement)) break;
    await press("Tab");
  }
  await press("Enter");
  expect(await summary.evaluate((each) => (each.parentElement as HTMLDetailsElement).open)).toBe(
    true,
  );
});

test.each([
  ["Shift+Tab at the start", "Shift+Tab", "パネルを閉じる"],
  ["Escape", "Escape", "送信"],
  ["Ctrl+F6", "Control+F6", "送信"],
])("%s leaves the pane", async (_, key, where) => {
  await openPaneFromAlert();
  await press(key);
  await until(async () => (await here()) === where);
});

test("what was written is not thrown away without a word", async () => {
  await accident();
  await outlook.typeRecipients("CC", "山田");
  await outlook.button("English").click();
  const dialog = outlook.page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "続けて書く" }).click();
  expect(await outlook.page.locator("[data-chip]").count()).toBe(1);
  await outlook.button("最初からやり直す").click();
  await dialog.getByRole("button", { name: "消して進む" }).click();
  await outlook.page.getByText("メールを選んでください").waitFor();
  await outlook.button("English").click();
  await outlook.page.getByText("Select a message").waitFor();
});
