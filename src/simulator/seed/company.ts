import { MailStore } from "../mail-store";
import type { Addressee } from "../model";
import { OWN_CUSTOMERS, SATO, YAMADA } from "./files";
import { seedMails } from "./mails";
import { ALL_SALES, PEOPLE, REGULAR_CUSTOMERS, SALES } from "./people";

const person = ({ name, address }: Addressee): Addressee => ({ name, address });

/** Everyone whom the address book knows: people, lists, and the customers of the stories. */
export const ADDRESS_BOOK: readonly Addressee[] = [
  ...PEOPLE.map(person),
  ...SALES.slice(1),
  ALL_SALES,
  REGULAR_CUSTOMERS,
  YAMADA,
  SATO,
];

/** The company's mailboxes on the morning of the story. */
export function seededStore(now: number): MailStore {
  const store = new MailStore();
  store.setGroup(ALL_SALES.address, [...SALES, ...PEOPLE.map(person)]);
  store.setGroup(REGULAR_CUSTOMERS.address, OWN_CUSTOMERS.slice(0, 8));
  for (const mail of seedMails(now)) store.put(mail);
  return store;
}
