import type { PersonId } from "../../locales/simulator";
import type { Addressee, Person } from "../model";
import { SALES_STAFF } from "./customers";

export const COMPANY_DOMAIN = "sakura-motors.example";

const at = (local: string): string => `${local}@${COMPANY_DOMAIN}`;

/** `id` is the person's id in the directory too. */
export type DemoPerson = Person & { readonly id: PersonId };

export const HEAD_OFFICE: DemoPerson = {
  id: "head-office",
  name: "桜井 美咲",
  address: at("m.sakurai"),
  title: "本部 営業企画",
};
export const STAFF: DemoPerson = {
  id: "staff",
  name: "佐々木 健",
  address: at("k.sasaki"),
  title: "桜ケ丘店 営業",
};
export const MANAGER: DemoPerson = {
  id: "manager",
  name: "松本 隆",
  address: at("t.matsumoto"),
  title: "桜ケ丘店 店長",
};
export const DEPUTY: DemoPerson = {
  id: "deputy",
  name: "西村 葵",
  address: at("a.nishimura"),
  title: "桜ケ丘店 副店長",
};
export const AREA_MANAGER: DemoPerson = {
  id: "area-manager",
  name: "高田 洋子",
  address: at("y.takada"),
  title: "城南エリア長",
};
export const PRIVACY_OFFICER: DemoPerson = {
  id: "privacy-officer",
  name: "村上 徹",
  address: at("t.murakami"),
  title: "本部 個人情報保護管理者",
};
export const OTHER_STAFF: DemoPerson = {
  id: "other-staff",
  name: "久保 真央",
  address: at("m.kubo"),
  title: "花水木店 営業",
};
export const OTHER_MANAGER: DemoPerson = {
  id: "other-manager",
  name: "森田 剛",
  address: at("t.morita"),
  title: "花水木店 店長",
};

/** Everyone whom the demo can sign in as: head office and two stores of one area. */
export const PEOPLE: readonly DemoPerson[] = [
  HEAD_OFFICE,
  STAFF,
  MANAGER,
  DEPUTY,
  AREA_MANAGER,
  PRIVACY_OFFICER,
  OTHER_STAFF,
  OTHER_MANAGER,
];

const SALES_LOCALS = ["k.sasaki", "h.ishikawa", "o.maeda", "c.ono", "m.miura", "m.aoki"];

/** The dealer's sales staff; the salesperson of the demo is the first. */
export const SALES: readonly Addressee[] = SALES_STAFF.map((name, index) => ({
  name,
  address: at(SALES_LOCALS[index] ?? "sales"),
}));

export const ALL_SALES: Addressee = {
  name: "全店営業",
  address: at("all-sales"),
  group: "distribution-list",
};

/** A list in the salesperson's own contacts: add-ins see no address of it. */
export const REGULAR_CUSTOMERS: Addressee = {
  name: "お得意様リスト",
  address: "contacts/regular-customers",
  group: "contact-list",
};
