import { INSIDE_MAIL, OUTSIDE_MAIL, RECIPIENT_MAIL } from "./fact";
import type { Persons } from "./persons";

export interface Count {
  readonly persons: number;
  readonly others: number;
}

export interface Census extends Count {
  readonly parts: readonly Count[];
  /** 1 for each person, by the root record, who is no "other". */
  readonly familiar: Uint8Array;
}

/**
 * Counts persons, and the others among them: not the sender, not colleagues, not an outside
 * recipient himself, not who stands only in quoted mails that every outside recipient already knows.
 */
export function census(
  persons: Persons,
  partCount: number,
  isQuoteKnown: (quote: number) => boolean,
): Census {
  persons.settle();
  const familiar = familiarPersons(persons, isQuoteKnown);
  const parts = Array.from({ length: partCount }, () => ({ persons: 0, others: 0 }));
  const total = { persons: 0, others: 0 };
  const lastPart = new Int32Array(persons.length).fill(-1);
  for (let record = 0; record < persons.length; record++) {
    const person = persons.find(record);
    const part = persons.parts.get(record);
    const isOther = familiar[person] === 1 ? 0 : 1;
    if (person === record) {
      total.persons += 1;
      total.others += isOther;
    }
    const count = parts[part];
    if (lastPart[person] === part || !count) continue;
    lastPart[person] = part;
    count.persons += 1;
    count.others += isOther;
  }
  return { ...total, parts, familiar };
}

/** 1 for each person, by the root record, who is no "other". */
function familiarPersons(persons: Persons, isQuoteKnown: (quote: number) => boolean): Uint8Array {
  const familiar = new Uint8Array(persons.length);
  const marks = new Uint8Array(persons.length);
  const unknown = new Uint8Array(persons.length);
  for (let record = 0; record < persons.length; record++) {
    const person = persons.find(record);
    marks[person] = (marks[person] as number) | persons.marks.get(record);
    const quote = persons.quotes.get(record);
    if (quote === 0 || !isQuoteKnown(quote)) unknown[person] = 1;
  }
  for (let person = 0; person < persons.length; person++) {
    if (unknown[person] === 0 || (marks[person] as number) & 1) familiar[person] = 1;
  }
  for (const record of persons.mails.familiarRecords((each) => persons.find(each))) {
    const person = persons.find(record);
    const mark = marks[person] as number;
    const isColleague = (mark & INSIDE_MAIL) !== 0 && (mark & OUTSIDE_MAIL) === 0;
    if (isColleague || (mark & RECIPIENT_MAIL) !== 0) familiar[person] = 1;
  }
  return familiar;
}
