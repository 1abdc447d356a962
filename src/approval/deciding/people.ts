import type { Directory, Person, SharedMailbox, Unit } from "../../core/directory";
import type { Role } from "../../core/verdict";

/** Who asks, and from which mailbox the mail would leave. */
export interface Asking {
  /** Id of the person who presses Send. */
  readonly requester: string;
  /** Normal address of the From mailbox. */
  readonly mailbox: string;
  /** Milliseconds since the epoch from which the duty pool may decide (`business-time.ts`). */
  readonly poolFrom: number;
}

interface Index {
  readonly persons: ReadonlyMap<string, Person>;
  readonly byOid: ReadonlyMap<string, Person>;
  readonly byAddress: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly mailboxes: ReadonlyMap<string, SharedMailbox>;
}

/** A directory never changes: another version is another object. */
const indexes = new WeakMap<Directory, Index>();

function indexOf(directory: Directory): Index {
  const known = indexes.get(directory);
  if (known !== undefined) return known;
  const byOid = new Map<string, Person>();
  const byAddress = new Map<string, Person>();
  for (const person of directory.persons) {
    for (const { oid, address } of person.accounts) {
      byOid.set(oid, person);
      byAddress.set(address, person);
    }
  }
  const index: Index = {
    persons: new Map(directory.persons.map((each): [string, Person] => [each.id, each])),
    byOid,
    byAddress,
    units: new Map(directory.units.map((each): [string, Unit] => [each.id, each])),
    mailboxes: new Map(
      directory.mailboxes.map((each): [string, SharedMailbox] => [each.address, each]),
    ),
  };
  indexes.set(directory, index);
  return index;
}

export const personById = (directory: Directory, id: string): Person | null =>
  indexOf(directory).persons.get(id) || null;

export const unitById = (directory: Directory, id: string): Unit | null =>
  indexOf(directory).units.get(id) || null;

/** The person that an account belongs to; an account that nobody lists has no right. */
export const personOfAccount = (directory: Directory, oid: string): Person | null =>
  indexOf(directory).byOid.get(oid) || null;

/** `now` in milliseconds since the epoch. */
export const hasLeft = ({ left }: Person, now: number): boolean => left !== null && left <= now;

/** The unit that answers for a mail: the From mailbox's, else the sender's own. */
export function unitOf(directory: Directory, { requester, mailbox }: Asking): Unit | null {
  const { mailboxes, byAddress } = indexOf(directory);
  const shared = mailboxes.get(mailbox);
  if (shared !== undefined) return unitById(directory, shared.unit);
  const person = byAddress.get(mailbox) || personById(directory, requester);
  return person === null ? null : unitById(directory, person.unit);
}

/** Persons who are on the sending side of a mail: none of them decides about it. */
export function sendersOf(
  directory: Directory,
  { requester, mailbox }: Asking,
): ReadonlySet<string> {
  const { mailboxes, byAddress } = indexOf(directory);
  const shared = mailboxes.get(mailbox);
  const owner = byAddress.get(mailbox);
  const senders = new Set([requester]);
  if (shared !== undefined) shared.senders.forEach((each) => senders.add(each));
  if (owner !== undefined) senders.add(owner.id);
  return senders;
}

/** What the rules take the sender for. Standing in for a manager does not make one of her mails. */
export function roleOf(directory: Directory, asking: Asking, now: number): Role {
  const unit = unitOf(directory, asking);
  const person = personById(directory, asking.requester);
  if (unit === null || person === null || hasLeft(person, now)) return "staff";
  return unit.managers.indexOf(person.id) >= 0 ? "manager" : "staff";
}
