import { readFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { alertTexts } from "../../src/locales/alert";
import { simulatorTexts } from "../../src/locales/simulator";
import { compoundFile } from "../extractors/fixtures/compound-file";
import { zipFile } from "../extractors/fixtures/zip-file";
import { Demo, type Outlook } from "./demo";

const PEOPLE = [
  ["菅原 誠", "090-5550-0001", "東京都世田谷区桜ケ丘1-1-1"],
  ["藤田 雄太", "090-5550-0002", "東京都世田谷区桜ケ丘1-1-2"],
  ["鈴木 颯太", "090-5550-0003", "東京都世田谷区桜ケ丘1-1-3"],
] as const;
const HEADS = ["氏名", "携帯電話", "住所"] as const;

async function workbookWithHiddenSheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("ご案内").addRow(["夏の点検のご案内です。"]);
  const hidden = book.addWorksheet("下取り", { state: "veryHidden" });
  hidden.addRows([HEADS, ...PEOPLE].map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

function mailInZip(): Buffer {
  const list = [HEADS, ...PEOPLE].map((row) => row.join(",")).join("\r\n");
  const mail = compoundFile({
    "__properties_version1.0": new Uint8Array(32),
    "__substg1.0_0037001F": wide("名簿の送付"),
    "__substg1.0_1000001F": wide("添付のとおりです。"),
    "__attach_version1.0_#00000000": {
      "__properties_version1.0": new Uint8Array(8),
      "__substg1.0_3707001F": wide("名簿.csv"),
      "__substg1.0_37010102": new Uint8Array(Buffer.from(list)),
    },
  });
  return Buffer.from(zipFile([{ name: "転送.msg", content: mail }]));
}

const pdf = (): Buffer =>
  readFileSync(path.join(__dirname, "../extractors/fixtures/pdf/libreoffice.pdf"));

let demo: Demo;
let outlook: Outlook;
beforeAll(async () => {
  demo = await Demo.start();
}, 60_000);
afterAll(() => demo.stop());
afterEach(async () => {
  expect(outlook.errors).toEqual([]);
  await outlook.close();
});

test.each<readonly [string, () => Buffer | Promise<Buffer>, number, readonly string[]]>([
  ["ご案内.xlsx", workbookWithHiddenSheet, 3, ["ご案内.xlsx", "シート「下取り」", "非表示"]],
  ["名簿.pdf", pdf, 8, ["名簿.pdf", "2ページ"]],
  ["名簿.zip", mailInZip, 3, ["名簿.zip", "転送.msg", "名簿.csv"]],
])(
  "%s: the alert counts the persons, the pane says where they stand",
  async (name, content, persons, place) => {
    outlook = await demo.open();
    const { page } = outlook;
    await outlook.openMail(/見積もりのお願い/);
    await outlook.button("返信").first().click();
    await outlook.hasBegun();
    const file = { name, mimeType: "application/octet-stream", buffer: await content() };
    await page.getByLabel(simulatorTexts.ja.compose.ownFile).setInputFiles(file);
    await page.getByText(name).first().waitFor();

    await outlook.send();
    const openPane = outlook.alert.getByRole("button", { name: alertTexts.ja.openPane });
    await openPane.waitFor();
    expect(await outlook.alert.innerText()).toContain(`${persons}人分`);

    await openPane.click();
    const cards = outlook.pane.getByRole("article");
    await cards.first().waitFor();
    for (const summary of await outlook.pane.locator("summary").all()) await summary.click();
    await outlook.pane.getByText(place.join(" › ")).first().waitFor();
    expect(await outlook.outsideInbox()).toBe(0);
  },
  60_000,
);
