import type { Directory, Person, Unit } from "../../core/directory";
import type { GraphPerson, GraphUser } from "./graph-directory";
import type { ReadDirectory } from "./read-directory";

/** What Entra says of the accounts in a directory. */
export interface EntraFacts {
  /** By object id; an account that Entra does not know is not in it. */
  readonly users: ReadonlyMap<string, GraphUser>;
  /** The manager of each account that has one. */
  readonly managers: ReadonlyMap<string, GraphPerson>;
}

/** Somebody whom Entra names a manager in a unit where the directory does not. */
export interface HeldBack {
  readonly unit: string;
  /** Id of the person; "" where the directory does not know the account. */
  readonly person: string;
}

export interface Synced {
  readonly directory: ReadDirectory;
  /** Rights that are not given without being asked for. */
  readonly heldBack: readonly HeldBack[];
}

/**
 * The directory as Entra has it now. Names, addresses, people who left and managers who are none
 * any more follow by themselves; a right to decide is given only where `isGranting`. Nobody is
 * added, and nobody who left comes back: that takes an import.
 */
export function synced(
  before: Directory,
  facts: EntraFacts,
  now: number,
  isGranting: boolean,
): Synced {
  const taken = new Set(addressesIn(before));
  const persons = before.persons.map((each) => personNow(each, facts, now, taken));
  const people = { ...before, persons };
  const held: HeldBack[] = [];
  const units = before.units.map((unit) => {
    const named = namedIn(unit, people, facts, now);
    const added = [...named.managers].filter((id) => !unit.managers.includes(id));
    if (!isGranting) held.push(...added.map((person) => ({ unit: unit.id, person })));
    held.push(...(named.isStranger ? [{ unit: unit.id, person: "" }] : []));
    return unitNow(unit, named, isGranting ? added : []);
  });
  const { mailboxes, dutyPool } = before;
  return { directory: { units, persons, mailboxes, dutyPool }, heldBack: held };
}

const addressesIn = ({ persons, mailboxes }: Directory): string[] => [
  ...persons.flatMap(({ accounts }) => accounts.map(({ address }) => address)),
  ...mailboxes.map(({ address }) => address),
];

/** An address that somebody else has in the directory is not taken over. */
function personNow(person: Person, { users }: EntraFacts, now: number, taken: Set<string>): Person {
  if (person.left !== null || person.accounts.length === 0) return person;
  const known = person.accounts.flatMap(({ oid }) => users.get(oid) ?? []);
  if (!known.some(({ isEnabled }) => isEnabled)) return { ...person, left: now };
  const accounts = person.accounts.map((account) => {
    const address = users.get(account.oid)?.address ?? null;
    if (address === null || taken.has(address)) return account;
    taken.add(address);
    return { ...account, address };
  });
  return { ...person, name: known[0]?.name || person.name, accounts };
}

interface Named {
  /** Ids of those whom Entra names manager of somebody in the unit. */
  readonly managers: ReadonlySet<string>;
  /** Entra names a manager for each of its people, and the directory knows them all. */
  readonly isWhole: boolean;
  /** One of those named is not in the directory. */
  readonly isStranger: boolean;
}

/** Of the unit's managers themselves Entra names those above, who are no managers of the unit. */
function namedIn(
  unit: Unit,
  { persons }: Pick<Directory, "persons">,
  facts: EntraFacts,
  now: number,
): Named {
  const isHere = ({ left }: Person): boolean => left === null || left > now;
  const members = persons.filter(
    (each) => each.unit === unit.id && isHere(each) && !unit.managers.includes(each.id),
  );
  const bosses = members.map(({ accounts }) =>
    accounts.flatMap(({ oid }) => facts.managers.get(oid)?.oid ?? []),
  );
  const personOf = (oid: string) =>
    persons.find(({ accounts }) => accounts.some((each) => each.oid === oid));
  const found = bosses.flat().map(personOf);
  const here = found.flatMap((each) => (each !== undefined && isHere(each) ? [each.id] : []));
  const isStranger = found.includes(undefined);
  const isWhole = members.length > 0 && !isStranger && bosses.every(({ length }) => length > 0);
  return { managers: new Set(here), isWhole, isStranger };
}

/** Where Entra does not name everybody's manager, it proves nobody's office to be over. */
function unitNow(unit: Unit, { managers: named, isWhole }: Named, added: string[]): Unit {
  const kept = isWhole ? unit.managers.filter((id) => named.has(id)) : unit.managers;
  const managers = [...kept, ...added];
  const deputies = unit.deputies.filter(({ manager }) => managers.includes(manager));
  return { ...unit, managers, deputies };
}
