import ExcelJS from "exceljs";

const FAMILY = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本".split(
  " ",
);
const GIVEN = "太郎 花子 健一 直樹 美咲 陽子 大輔 翔太 優子 恵子 和也 拓也 真由美 裕子".split(" ");
const TOWNS = ["東京都港区芝公園", "神奈川県横浜市西区高島", "埼玉県さいたま市大宮区桜木町"];

const digits = (value: number, count: number): string => String(value).padStart(count, "0");

/** A dealer's list of customers: one person a row, no two alike. */
export async function customerList(count: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("顧客");
  sheet.addRow(["お客様番号", "氏名", "住所", "電話番号", "携帯電話", "メールアドレス"]);
  for (let i = 0; i < count; i++) {
    const name = `${FAMILY[i % FAMILY.length]} ${GIVEN[Math.floor(i / FAMILY.length) % GIVEN.length]}`;
    sheet.addRow([
      i + 1,
      name,
      `${TOWNS[i % TOWNS.length]}${1 + (i % 9)}-${1 + (Math.floor(i / 9) % 40)}-${1 + Math.floor(i / 360)}`,
      `03-${digits(3000 + (i % 900), 4)}-${digits(i, 4)}`,
      `090-${digits(1000 + (i % 9000), 4)}-${digits(i, 4)}`,
      `customer${i}@mail${i % 7}.example.jp`,
    ]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
