import type { KindsTexts } from "../kinds";

export const kindsJa: KindsTexts = {
  "person-name": "氏名",
  address: "住所",
  "postal-code": "郵便番号",
  phone: "電話番号",
  mobile: "携帯電話番号",
  email: "メールアドレス",
  "birth-date": "生年月日",
  "my-number": "マイナンバー",
  "credit-card": "クレジットカード番号",
};
