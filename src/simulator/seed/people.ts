import type { Addressee, Person } from "../model";
import { SALES_STAFF } from "./customers";

export const COMPANY_DOMAIN = "sakura-motors.example";

const at = (local: string): string => `${local}@${COMPANY_DOMAIN}`;

export type PersonId = "head-office" | "staff" | "manager";
export type DemoPerson = Person & { readonly id: PersonId };

/** Head office's sales planning, a salesperson and the manager of the same store. */
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
export const PEOPLE: readonly DemoPerson[] = [HEAD_OFFICE, STAFF, MANAGER];

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
