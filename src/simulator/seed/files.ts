import { strToU8 } from "fflate";
import type { Addressee, StoredFile } from "../model";
import { customerWorkbook } from "./customer-workbook";
import { CUSTOMER_COUNT, customers, customersOf } from "./customers";
import { STAFF } from "./people";
import { storedFile } from "./stored-file";
import { workbook } from "./workbook";

const CUSTOMERS = customers(CUSTOMER_COUNT);

/** The file of July 2019: all customers of all stores. */
export const CUSTOMER_LIST: StoredFile = storedFile("顧客一覧.xlsx", customerWorkbook(CUSTOMERS));

/** The 29 to whom the salesperson means to write. */
export const OWN_CUSTOMERS: readonly Addressee[] = customersOf(CUSTOMERS, STAFF.name, 29).map(
  ({ name, email }) => ({ name, address: email }),
);

export const OWN_CUSTOMER_LINES: readonly string[] = OWN_CUSTOMERS.map(
  ({ name, address }) => `${name} <${address}>`,
);

export const YAMADA: Addressee = { name: "山田 恵子", address: "demo.yamada.keiko@gmail.com" };
export const SATO: Addressee = { name: "佐藤 浩", address: "demo.sato.hiroshi@docomo.ne.jp" };

interface Quotation {
  readonly customer: Addressee;
  readonly address: string;
  readonly mobile: string;
  readonly car: string;
  readonly price: string;
}

function quotation({ customer, address, mobile, car, price }: Quotation): StoredFile {
  const rows = [
    ["御見積書"],
    ["お名前", `${customer.name} 様`],
    ["ご住所", address],
    ["携帯電話", mobile],
    ["メールアドレス", customer.address],
    ["車種", car],
    ["お支払総額", price],
    ["担当", STAFF.name],
  ];
  const family = customer.name.split(" ")[0] ?? "";
  return storedFile(`${family}様_見積書.xlsx`, workbook([{ name: "見積書", rows }]));
}

export const YAMADA_QUOTATION = quotation({
  customer: YAMADA,
  address: "東京都世田谷区桜ケ丘2-11-4",
  mobile: "090-5550-2107",
  car: "はなみずき ハイブリッド X",
  price: "2,486,000円",
});

export const SATO_QUOTATION = quotation({
  customer: SATO,
  address: "東京都杉並区桃の木5-3-16",
  mobile: "080-5550-4418",
  car: "こまち 4WD カスタム",
  price: "1,913,000円",
});

export const BROCHURE: StoredFile = storedFile(
  "夏のご案内.txt",
  strToU8(
    "夏のご案内\r\n\r\n7月は点検とエアコン清掃を特別価格で承ります。\r\nご来店のお客様に風鈴を差し上げます。\r\n",
  ),
);

export const ADDRESS_LINES: StoredFile = storedFile(
  "送付先29件.txt",
  strToU8(`${OWN_CUSTOMER_LINES.join("\r\n")}\r\n`),
);

/** What lies on the demo computer's desktop, for the attach button. */
export const DESKTOP: readonly StoredFile[] = [
  YAMADA_QUOTATION,
  SATO_QUOTATION,
  BROCHURE,
  CUSTOMER_LIST,
];
