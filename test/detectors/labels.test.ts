import { labelOf } from "../../src/detectors/labels";
import { foldString } from "../../src/text/fold";

const meaning = (text: string): string => {
  const label = labelOf(foldString(text));
  if (!label) return "-";
  return `${label.kind ?? "thing"}${label.part === "whole" ? "" : ` ${label.part}`}`;
};

test.each([
  ["氏名", "person-name"],
  ["お名前（必須）", "person-name"],
  ["氏名（漢字）", "person-name"],
  ["お客様名", "person-name"],
  ["契約者氏名", "person-name"],
  ["Full Name", "person-name"],
  ["Name", "person-name"],
  ["姓", "person-name family"],
  ["名", "person-name given"],
  ["フリガナ", "person-name reading"],
  ["ﾌﾘｶﾞﾅ", "person-name reading"],
  ["氏名（カナ）", "person-name reading"],
  ["セイ", "person-name family-reading"],
  ["担当者名", "person-name staff"],
  ["営業担当", "person-name staff"],
  ["担当者メール", "email staff"],
  ["電話番号", "phone"],
  ["TEL", "phone"],
  ["ご連絡先1", "phone"],
  ["携帯電話番号", "mobile"],
  ["郵便番号", "postal-code"],
  ["〒", "postal-code"],
  ["ご住所", "address"],
  ["住所１", "address"],
  ["E-Mail アドレス", "email"],
  ["メールアドレス", "email"],
  ["生年月日", "birth-date"],
  ["Date of Birth", "birth-date"],
  ["マイナンバー", "my-number"],
  ["個人番号", "my-number"],
  ["クレジットカード番号", "credit-card"],
  ["会社名", "thing thing"],
  ["商品名", "thing thing"],
  ["会社名カナ", "thing"],
  ["注文番号", "thing"],
  ["顧客番号", "thing"],
  ["IMEI", "thing"],
  ["IPアドレス", "thing"],
  ["MAC address", "thing"],
  ["ファイル名", "thing thing"],
  ["合計金額", "thing"],
  ["備考", "-"],
  ["No.", "-"],
  ["taro@mail.example", "-"],
  ["タカナシ ツバサ", "-"],
  ["constructor", "-"],
  ["hasOwnProperty", "-"],
  ["お電話ありがとうございます本日はよろしくお願いいたします", "-"],
])("%s: %s", (text, expected) => {
  expect(meaning(text)).toBe(expected);
});
