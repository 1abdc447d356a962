import path from "node:path";
import { OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { Demo, type Outlook } from "../e2e/demo";

const images = path.join(__dirname, "../../docs/images");
const picture = (outlook: Outlook, name: string) =>
  outlook.page.screenshot({ path: path.join(images, `${name}.png`), animations: "disabled" });

interface Wording {
  readonly list: string;
  readonly edit: string;
  readonly cc: string;
  readonly send: RegExp;
  readonly block: string;
}

const JA: Wording = {
  list: "メールの一覧",
  edit: "新しいメールとして編集",
  cc: "CC",
  send: /^送信$/,
  block: "このままでは送れません",
};
const EN: Wording = {
  list: "Messages",
  edit: "Edit as new",
  cc: "Cc",
  send: /^Send$/,
  block: "This cannot be sent as it is",
};

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());

async function stoppedAtSend(outlook: Outlook, words: Wording): Promise<void> {
  const list = outlook.page.getByRole("region", { name: words.list });
  await list.getByRole("button", { name: /夏のご案内：お客様リストの送付/ }).click();
  await outlook.button(words.edit).click();
  await outlook.lookAround();
  await outlook.typeRecipients(words.cc, OWN_CUSTOMER_LINES.join("; "));
  await outlook.button(words.send).click();
  await outlook.alert.getByText("2,940").waitFor();
}

async function inPane(outlook: Outlook, words: Wording): Promise<void> {
  await outlook.alert.getByRole("button").first().click();
  await outlook.verdict(words.block);
  await outlook.page.waitForTimeout(600);
}

/** The pane alone, from its top to its end, at a width. */
async function wholePane(outlook: Outlook, name: string, width: number): Promise<void> {
  await outlook.page.setViewportSize({ width: 1280, height: 2600 });
  await outlook.page.addStyleTag({
    content: `.add-in-pane{width:${width}px!important;min-width:0!important;flex:none!important}`,
  });
  await outlook.page.waitForTimeout(600);
  await outlook.page
    .locator(".add-in-pane")
    .screenshot({ path: path.join(images, `${name}.png`), animations: "disabled" });
}

test("the story in Japanese", async () => {
  const outlook = await demo.open("", { width: 1280, height: 800 });
  await picture(outlook, "demo");
  await stoppedAtSend(outlook, JA);
  await picture(outlook, "alert");
  await inPane(outlook, JA);
  await picture(outlook, "pane-block");
  await outlook.fix(/をBCCへ移す/);
  await outlook.pane.getByText(/BCCへ移しました/).waitFor();
  await outlook.verdict(JA.block);
  await outlook.fix(/ついてきた添付|「顧客一覧.xlsx」を外す/);
  await outlook.verdict("上長の承認が必要です");
  await outlook.page.waitForTimeout(600);
  await picture(outlook, "pane-sign-off");
  await outlook.fix(/をすべて外す/);
  await outlook.verdict("宛先を入れてください");
  await outlook.typeRecipients("宛先", "石川 遥 <h.ishikawa@sakura-motors.example>");
  await outlook.verdict("このまま送れます");
  await outlook.page.waitForTimeout(600);
  await picture(outlook, "pane-allow");
  await outlook.close();
}, 120_000);

test.each([320, 560])(
  "the pane at %i px",
  async (width) => {
    const outlook = await demo.open("", { width: 1280, height: 800 });
    await stoppedAtSend(outlook, JA);
    await inPane(outlook, JA);
    await wholePane(outlook, `pane-${width}`, width);
    await outlook.close();
  },
  120_000,
);

test("in English, in the dark", async () => {
  const outlook = await demo.open("lang=en&theme=dark", { width: 1280, height: 800 });
  await outlook.page.emulateMedia({ colorScheme: "dark" });
  await stoppedAtSend(outlook, EN);
  await picture(outlook, "alert-en-dark");
  await inPane(outlook, EN);
  await picture(outlook, "pane-en-dark");
  await wholePane(outlook, "pane-en-dark-320", 320);
  await outlook.close();
}, 120_000);

/** Drawn, not photographed: browsers word and colour their warning as they like. */
test("the browser's one-time warning, as a drawing", async () => {
  const outlook = await demo.open("", { width: 720, height: 360 });
  await outlook.page.setContent(`
    <body style="margin:0;font:16px/1.7 'BIZ UDPGothic',sans-serif;background:#fff;color:#333">
    <div style="padding:32px 48px">
      <h1 style="font-size:22px;margin:0 0 12px">この接続ではプライバシーが保護されません</h1>
      <p style="margin:0 0 16px">NET::ERR_CERT_AUTHORITY_INVALID</p>
      <p><span style="border:2px solid #c4314b;border-radius:6px;padding:6px 14px">① 詳細設定</span></p>
      <p style="margin-top:24px">…このサーバーが localhost であることを確認できませんでした。</p>
      <p><span style="border:2px solid #c4314b;border-radius:6px;padding:6px 14px">② localhost にアクセスする（安全ではありません）</span></p>
    </div></body>`);
  await picture(outlook, "certificate");
  await outlook.close();
});
