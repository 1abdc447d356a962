import type { KindsTexts } from "../kinds";

export const kindsEn: KindsTexts = {
  "person-name": "name",
  address: "postal address",
  "postal-code": "postal code",
  phone: "telephone number",
  mobile: "mobile number",
  email: "mail address",
  "birth-date": "date of birth",
  "my-number": "My Number (individual number)",
  "credit-card": "credit card number",
};
