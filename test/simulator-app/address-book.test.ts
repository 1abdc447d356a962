import { AddressBook } from "../../src/simulator/app/address-book";
import { ADDRESS_BOOK } from "../../src/simulator/seed/company";
import { OWN_CUSTOMERS, OWN_CUSTOMER_LINES } from "../../src/simulator/seed/files";
import { ALL_SALES, MANAGER } from "../../src/simulator/seed/people";

const book = new AddressBook(ADDRESS_BOOK);
const manager = { name: MANAGER.name, address: MANAGER.address };
const plain = (address: string) => ({ name: address, address });
const unknown = (text: string) => ({ name: text, address: text, unresolved: true });

test.each([
  [
    "a@x.example; b@x.example,c@x.example",
    ["a", "b", "c"].map((each) => plain(`${each}@x.example`)),
  ],
  [
    "a@x.example、b@x.example；\n\tc@x.example\r\n",
    ["a", "b", "c"].map((each) => plain(`${each}@x.example`)),
  ],
  ["山田 花子 <hanako@x.example>", [{ name: "山田 花子", address: "hanako@x.example" }]],
  ['"Yamada, Hanako" <h@x.example>', [{ name: "Yamada, Hanako", address: "h@x.example" }]],
  ["だれか", [unknown("だれか")]],
  ["a@@x.example", [unknown("a@@x.example")]],
  ["松本隆", [manager]],
  ["T.Matsumoto@Sakura-Motors.example", [manager]],
  ["誰か別の名前 <t.matsumoto@sakura-motors.example>", [manager]],
  ["全店営業", [ALL_SALES]],
  [" ;, ", []],
])("%j", (text, recipients) => {
  expect(book.resolve(text)).toEqual(recipients);
});

test("the 29 customers are pasted at once", () => {
  expect(book.resolve(OWN_CUSTOMER_LINES.join("\n"))).toEqual(OWN_CUSTOMERS);
  expect(OWN_CUSTOMERS).toHaveLength(29);
});

test("suggestions by name and by address", () => {
  expect(book.suggestions("松本")).toEqual([manager]);
  expect(book.suggestions("MATSU")).toEqual([manager]);
  expect(book.suggestions("")).toEqual([]);
  expect(book.suggestions("@").length).toBeLessThanOrEqual(6);
});
