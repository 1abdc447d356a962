import { authorityOf, type Authority } from "../../approval/deciding/authority";
import {
  hasLeft,
  personById,
  personOfAccount,
  unitById,
  type Asking,
} from "../../approval/deciding/people";
import type { Directory, Person } from "../../core/directory";
import type { Policy } from "../../core/policy";
import { strictPolicy } from "../../policy/default";
import { Refused } from "../refused";
import { liveDocument } from "../storage/documents";
import type { StoredRequest } from "../storage/requests";
import { keyedHash } from "../storage/secrets";
import type { Reading } from "../storage/work";
import type { Caller } from "./desk";

const NOBODY: Directory = { version: 0, units: [], persons: [], mailboxes: [], dutyPool: [] };

export const directoryOf = async (reading: Reading): Promise<Directory> =>
  (await liveDocument<Directory>(reading, "directory"))?.value ?? NOBODY;

export const policyOf = async (reading: Reading): Promise<Policy> =>
  (await liveDocument<Policy>(reading, "policy"))?.value ?? strictPolicy;

/** Who asks, with the rights of this moment. */
export interface Here {
  readonly directory: Directory;
  readonly person: Person;
  readonly caller: Caller;
}

export async function hereOf(reading: Reading, caller: Caller, now: number): Promise<Here> {
  const directory = await directoryOf(reading);
  const person = personOfAccount(directory, caller.oid);
  if (person === null || hasLeft(person, now)) throw new Refused("identity/unknown-person");
  return { directory, person, caller };
}

export const isAdmin = ({ person }: Here): void => {
  if (!person.admin) throw new Refused("identity/not-allowed");
};

export const mailboxRef = (reading: Reading, address: string): string =>
  keyedHash(reading.secrets.column, "mailbox", reading.tenant, address);

const mailboxes = new WeakMap<Directory, Map<string, string>>();

/** Who asked, as the rules of authority want it; a mailbox that nobody lists any more is nobody's. */
export function askingOf(reading: Reading, directory: Directory, request: StoredRequest): Asking {
  const known =
    mailboxes.get(directory) ??
    new Map(
      [
        ...directory.mailboxes.map(({ address }) => address),
        ...directory.persons.flatMap(({ accounts }) => accounts.map(({ address }) => address)),
      ].map((address) => [mailboxRef(reading, address), address]),
    );
  mailboxes.set(directory, known);
  const { sender, poolFrom } = request;
  return { requester: sender, mailbox: known.get(request.mailboxRef) ?? "", poolFrom };
}

/**
 * May this person decide it now? What was rejected once goes to who rejected it, or above; only
 * when nobody of those has the right any more, to whoever else has it.
 */
export function mayDecide(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  person: string,
  now: number,
): Authority {
  const asking = askingOf(reading, directory, request);
  const authority = (id: string) => authorityOf(directory, asking, request.required, id, now);
  const own = authority(person);
  if (own.state === "may-not" || request.rejected === null) return own;
  const above =
    unitById(directory, unitById(directory, request.unit)?.parent ?? "")?.managers ?? [];
  const reserved = [request.rejected.by, ...above];
  const isReserved = reserved.some((id) => authority(id).state === "may-decide");
  const isAllowed =
    !isReserved || reserved.includes(person) || !own.seats.some((seat) => seat === "unit");
  return isAllowed ? own : { state: "may-not", code: "approval/no-right" };
}

/** Who may open a request: who asked, who may decide it, who has decided it. */
export function mayRead(
  reading: Reading,
  directory: Directory,
  request: StoredRequest,
  person: string,
  now: number,
): boolean {
  if (request.sender === person) return true;
  if (request.decisions.some(({ by }) => by === person)) return true;
  return mayDecide(reading, directory, request, person, now).state === "may-decide";
}

export const personRef = (directory: Directory, id: string): { id: string; name: string } => ({
  id,
  name: personById(directory, id)?.name ?? "",
});

export const unitRef = (directory: Directory, id: string): { id: string; name: string } => ({
  id,
  name: unitById(directory, id)?.name ?? "",
});
