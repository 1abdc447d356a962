import type { Customer } from "./customers";
import { workbook } from "./workbook";

const HEADER = [
  "氏名",
  "フリガナ",
  "郵便番号",
  "住所",
  "電話番号",
  "携帯電話",
  "メールアドレス",
  "担当者",
];

/** 顧客一覧.xlsx: one row a customer. */
export const customerWorkbook = (all: readonly Customer[]): Uint8Array =>
  workbook([{ name: "顧客一覧", rows: [HEADER, ...all.map(row)] }]);

const row = (each: Customer): readonly string[] => [
  each.name,
  each.kana,
  each.postalCode,
  each.address,
  each.phone,
  each.mobile,
  each.email,
  each.staff,
];
