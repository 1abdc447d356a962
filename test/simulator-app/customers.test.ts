import { CONSUMER_DOMAINS } from "../../src/policy/consumer-domains";
import {
  CUSTOMER_COUNT,
  SALES_STAFF,
  customers,
  customersOf,
} from "../../src/simulator/seed/customers";

const all = customers(CUSTOMER_COUNT);

test("the list is the same each time, and another seed gives another", () => {
  expect(customers(CUSTOMER_COUNT)).toEqual(all);
  expect(customers(20, { seed: 7 })).not.toEqual(all.slice(0, 20));
});

test("a longer list begins with the shorter one", () => {
  expect(customers(300)).toEqual(all.slice(0, 300));
});

test("everyone has a name and something to be reached by", () => {
  for (const each of all) {
    expect(each.name).toMatch(/^\S+ \S+$/);
    expect(each.kana).toMatch(/^[ァ-ヶ]+ [ァ-ヶ]+$/);
    expect(each.address + each.phone + each.mobile + each.email).not.toBe("");
    expect(SALES_STAFF).toContain(each.staff);
  }
});

test.each([
  ["postalCode", /^\d{3}-\d{4}$/],
  ["phone", /^(?=(?:\d-?){10}$)0\d+-\d+-\d{4}$/],
  ["mobile", /^0[789]0-[1-9]\d{3}-\d{4}$/],
  ["email", /^demo\d{5}\.[a-z]+@[a-z.]+$/],
] as const)("%s is well formed or missing, and is missing for some", (field, form) => {
  const given = all.map((each) => each[field]).filter((value) => value !== "");
  for (const value of given) expect(value).toMatch(form);
  expect(given.length).toBeGreaterThan(CUSTOMER_COUNT / 2);
  expect(given.length).toBeLessThan(CUSTOMER_COUNT);
});

test("two rows may share a name or a telephone and never a mobile or a mail address", () => {
  const distinct = (field: "name" | "phone" | "mobile" | "email") => {
    const given = all.map((each) => each[field]).filter((value) => value !== "");
    return given.length - new Set(given).size;
  };
  expect(distinct("name")).toBe(11);
  expect(distinct("phone")).toBeGreaterThan(50);
  expect(distinct("mobile")).toBe(0);
  expect(distinct("email")).toBe(0);
});

test("mail addresses are those of private persons", () => {
  for (const { email } of all)
    if (email !== "") expect(CONSUMER_DOMAINS).toContain(email.split("@")[1]);
});

test("each colleague has 29 customers to write to", () => {
  for (const staff of SALES_STAFF) {
    const own = customersOf(all, staff, 29);
    expect(own).toHaveLength(29);
    expect(own.every((each) => each.staff === staff && each.email !== "")).toBe(true);
  }
});
