import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { DEMO_TENANT } from "../../src/service/configuration/demo-marks";
import { OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { Demo, type Outlook } from "./demo";

const run = promisify(execFile);
const sekisho = path.join(__dirname, "../../bin/sekisho.js");

interface Checked {
  readonly verdict: string;
  readonly rules: readonly { readonly id: string; readonly verdict: string }[];
  readonly persons: number;
  readonly others: number;
  readonly recipients: { readonly external: number; readonly visibleExternal: number };
  readonly digest: string;
}

/** What the command line says about the message as it stands in the compose window. */
async function checkByCommandLine(outlook: Outlook, folder: string): Promise<Checked> {
  const file = path.join(folder, "message.eml");
  await outlook.saveAsFile(file);
  const args = [sekisho, "check", "--json", "--tenant", DEMO_TENANT, file];
  const line = await run(process.execPath, args).catch(
    (error: { code: number; stdout: string }) => {
      if (error.code !== 1) throw error;
      return error;
    },
  );
  return JSON.parse(line.stdout) as Checked;
}

let demo: Demo;
let folder: string;
beforeAll(async () => {
  demo = await Demo.start();
  folder = mkdtempSync(path.join(tmpdir(), "sekisho-"));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await demo.stop();
});

/** The salesperson edits head office's mail as in July 2019 and adds 29 customers to CC. */
async function asIn2019(outlook: Outlook): Promise<void> {
  await outlook.openMail(/夏のご案内：お客様リストの送付/);
  await outlook.button("新しいメールとして編集").click();
  await outlook.lookAround();
  await outlook.typeRecipients("CC", OWN_CUSTOMER_LINES.join("; "));
}

test("July 2019: stopped with words, mended step by step, and the command line agrees", async () => {
  const outlook = await demo.open();
  await asIn2019(outlook);
  await outlook.send();

  await outlook.alert.getByText("2,940人分の個人情報").waitFor();
  const said = await outlook.alert.innerText();
  expect(said).toContain("29人に、お互いのメールアドレスが見えてしまいます");

  await outlook.alert.getByRole("button", { name: "確認画面を開く" }).click();
  await outlook.verdict("このままでは送れません");
  await outlook.pane.getByText("2,940人の情報").waitFor();
  const atFirst = await checkByCommandLine(outlook, folder);
  expect(atFirst).toMatchObject({
    verdict: "block",
    persons: 2940,
    others: 2940,
    recipients: { external: 29, visibleExternal: 29 },
  });
  const ids = atFirst.rules.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(["visible-outside-addresses", "mass-data-to-consumer"]),
  );
  // Only Outlook saw how the mail began; a mail file has no history.
  expect(ids).not.toContain("came-along");
  await outlook.pane
    .getByText(/書き始める前から入っていた/)
    .first()
    .waitFor();
  expect(await outlook.digestInPane()).toBe(atFirst.digest);

  await outlook.fix(/をBCCへ移す/);
  await outlook.pane.getByText(/BCCへ移しました/).waitFor();
  await outlook.verdict("このままでは送れません");
  expect(await checkByCommandLine(outlook, folder)).toMatchObject({
    verdict: "block",
    recipients: { external: 29, visibleExternal: 0 },
  });

  await outlook.fix(/ついてきた添付|「顧客一覧.xlsx」を外す/);
  await outlook.verdict("上長の承認が必要です");
  expect(await checkByCommandLine(outlook, folder)).toMatchObject({
    verdict: "sign-off",
    persons: 0,
  });
  await outlook.send();
  await outlook.alert.getByText("送信を止めました").waitFor();
  await outlook.alert.getByRole("button", { name: "送信しない" }).click();

  await outlook.fix(/をすべて外す/);
  await outlook.verdict("宛先を入れてください");
  expect(await checkByCommandLine(outlook, folder)).toMatchObject({ verdict: "block" });
  await outlook.fix(/^元に戻す$/);
  await outlook.verdict("上長の承認が必要です");
  expect(await checkByCommandLine(outlook, folder)).toMatchObject({
    recipients: { external: 29, visibleExternal: 0 },
  });
  await outlook.fix(/をすべて外す/);
  await outlook.verdict("宛先を入れてください");
  await outlook.typeRecipients("宛先", "石川 遥 <h.ishikawa@sakura-motors.example>");
  await outlook.verdict("このまま送れます");
  expect(await checkByCommandLine(outlook, folder)).toMatchObject({ verdict: "allow" });
  await outlook.send();
  await outlook.page.getByText("送信しました").waitFor();
  expect(await outlook.outsideInbox()).toBe(0);
  expect(outlook.errors).toEqual([]);
  await outlook.close();
}, 120_000);

test("in English", async () => {
  const outlook = await demo.open("lang=en");
  const list = outlook.page.getByRole("region", { name: "Messages" });
  await list.getByRole("button", { name: /夏のご案内：お客様リストの送付/ }).click();
  await outlook.button("Edit as new").click();
  await outlook.typeRecipients("Cc", OWN_CUSTOMER_LINES.join("; "));
  await outlook.button(/^Send$/).click();
  await outlook.alert.getByText("2,940").waitFor();
  await outlook.close();
}, 60_000);
