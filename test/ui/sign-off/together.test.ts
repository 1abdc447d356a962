import type { RequestDetail } from "../../../src/api/requests";
import { companions, mayGoTogether } from "../../../src/ui/sign-off/together";
import { idOf, request } from "./requests";

const ordinary = (number: number, more: Partial<RequestDetail> = {}): RequestDetail =>
  request(number, { together: "price-list", ...more });

test.each<[string, Partial<RequestDetail>]>([
  ["an ordinary one", {}],
  ["9 others", { others: 9 }],
  [
    "private addresses and a first time",
    { unusual: ["consumer-addresses", "first-time-recipient"] },
  ],
])("with others: %s", (_, more) => {
  expect(mayGoTogether(ordinary(1, more))).toBe(true);
});

test("by itself: where the service does not say that it may go with others", () => {
  expect(mayGoTogether(request(1))).toBe(false);
  expect(companions(request(1), [request(2)])).toHaveLength(1);
});

test.each<[string, Partial<RequestDetail>]>([
  ["somebody else's to decide", { mayDecide: false }],
  ["decided already", { state: "approved" }],
  ["10 others", { others: 10 }],
  ["a number to type", { typedNumber: true }],
  ["something could not be looked into", { unusual: ["could-not-look"] }],
  ["the same, said by the rule alone", { rules: ["could-not-look"] }],
  ["something came along", { unusual: ["came-along"] }],
  ["the same, said by the rule alone", { rules: ["came-along"] }],
  ["visible addresses", { rules: ["visible-outside-addresses"] }],
  ["a look-alike domain", { unusual: ["look-alike-domain"] }],
  ["rejected before", { unusual: ["rejected-before"] }],
  ["two have to agree", { required: { managers: 2, outsideUnit: true, privacyOfficer: false } }],
  ["the privacy officer", { required: { managers: 1, outsideUnit: false, privacyOfficer: true } }],
])("by itself: %s", (_, more) => {
  expect(mayGoTogether(ordinary(1, more))).toBe(false);
  expect(companions(ordinary(1, more), [ordinary(2)])).toHaveLength(1);
  expect(companions(ordinary(2), [ordinary(1, more)])).toHaveLength(1);
});

test("only those with the same files, itself first, ten at most", () => {
  const listed = Array.from({ length: 14 }, (_, index) =>
    ordinary(index + 1, index === 3 ? { together: "another" } : {}),
  );
  const found = companions(ordinary(6), listed).map(({ id }) => id);
  expect(found).toHaveLength(10);
  expect(found[0]).toBe(idOf(6));
  expect(found).not.toContain(idOf(4));
  expect(new Set(found).size).toBe(10);
});
