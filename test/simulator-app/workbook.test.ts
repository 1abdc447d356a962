import ExcelJS from "exceljs";
import { customerWorkbook } from "../../src/simulator/seed/customer-workbook";
import { CUSTOMER_COUNT, customers } from "../../src/simulator/seed/customers";
import { workbook } from "../../src/simulator/seed/workbook";

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

test("another reader finds the sheets, the header and every customer", async () => {
  const all = customers(CUSTOMER_COUNT);
  const sheet = (await read(customerWorkbook(all))).getWorksheet("顧客一覧");
  expect(sheet?.rowCount).toBe(CUSTOMER_COUNT + 1);
  expect(sheet?.getRow(1).getCell(7).text).toBe("メールアドレス");
  for (const index of [0, 1, 245, 2939]) {
    const row = sheet?.getRow(index + 2);
    const texts = [1, 2, 3, 4, 5, 6, 7, 8].map((column) => row?.getCell(column).text ?? "");
    expect(texts).toEqual(Object.values(all[index] ?? {}));
  }
});

test("signs of XML, wide sheets and several sheets survive", async () => {
  const wide = Array.from({ length: 30 }, (_, index) => `列${index}`);
  const book = await read(
    workbook([
      { name: "A & B", rows: [wide] },
      { name: "二", rows: [['<b>"太字"</b>', "", " 空白 "]] },
    ]),
  );
  expect(book.getWorksheet("A & B")?.getCell("AD1").text).toBe("列29");
  expect(book.getWorksheet("二")?.getCell("A1").text).toBe('<b>"太字"</b>');
  expect(book.getWorksheet("二")?.getCell("B1").text).toBe("");
  expect(book.getWorksheet("二")?.getCell("C1").text).toBe(" 空白 ");
});

test("the same rows give the same bytes", () => {
  const rows = customers(50);
  expect(customerWorkbook(rows)).toEqual(customerWorkbook(rows));
});
