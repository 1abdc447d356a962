import type { Draft } from "./draft";
import { IS_DIRECT, NAME } from "./fact";
import type { Persons } from "./persons";

/**
 * A mark for each person: the same for the same name and contact in another mail. Kept beside the
 * count where several mails are added up; a person met with other values counts as another one,
 * which only makes a sum greater. The marks tell values apart, not what they are, and are to be
 * hashed with a key before they are stored.
 */
export class PersonMarks {
  private readonly records: string[] = [];
  private marks: readonly string[] = [];

  /** In the order in which `Persons` gets the records. */
  add(draft: Draft): void {
    const name = draft.name >= 0 ? draft.name : draft.kana;
    const contacts: string[] = [];
    for (let i = 0; i < draft.length; i++) {
      if (draft.kinds[i] !== NAME) contacts.push(markOf(draft, i));
    }
    contacts.sort();
    const own = contacts.filter((each) => IS_DIRECT[Number(each.split(":")[0])])[0];
    this.records.push([own ?? contacts.join(), name < 0 ? "" : markOf(draft, name)].join("/"));
  }

  /** Called once, when it is known who is one person and who is no "other". */
  settle(persons: Persons, familiar: Uint8Array): void {
    const least = new Map<number, string>();
    this.records.forEach((mark, record) => {
      const person = persons.find(record);
      const before = least.get(person);
      if (familiar[person] !== 1 && (before === undefined || mark < before)) {
        least.set(person, mark);
      }
    });
    this.marks = Array.from(new Set(Array.from(least.values())));
  }

  get others(): readonly string[] {
    return this.marks;
  }
}

const markOf = (draft: Draft, at: number): string =>
  `${draft.kinds[at] as number}:${draft.highs[at] as number}:${draft.lows[at] as number}`;
