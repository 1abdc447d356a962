import type { Directory, DirectoryCode, Unit } from "../../core/directory";
import { normalAddress } from "../../text/address";
import { hasLeft, personById, unitById } from "./people";

/** Where (a JSON pointer) and what. */
export interface DirectoryProblem {
  readonly path: string;
  readonly code: DirectoryCode;
}

/** Why a directory cannot be published; empty where it can. `now` in milliseconds. */
export const checkDirectory = (directory: Directory, now: number): readonly DirectoryProblem[] => {
  const problems: DirectoryProblem[] = [];
  const report: Report = (path, code) => problems.push({ path, code });
  checkTwice(directory, report);
  checkPersons(directory, report);
  directory.mailboxes.forEach(({ address, unit, senders }, i) => {
    if (normalAddress(address) !== address) report(`/mailboxes/${i}/address`, "directory/address");
    if (unitById(directory, unit) === null)
      report(`/mailboxes/${i}/unit`, "directory/unknown-unit");
    checkIds(directory, senders, `/mailboxes/${i}/senders`, report);
  });
  checkIds(directory, directory.dutyPool, "/dutyPool", report);
  directory.units.forEach((unit, i) => checkUnit(directory, unit, `/units/${i}`, now, report));
  return problems;
};

type Report = (path: string, code: DirectoryCode) => void;

/** An id, an account or an address that stands for two would give one the rights of the other. */
function checkTwice({ units, persons, mailboxes }: Directory, report: Report): void {
  const once = () => {
    const seen = new Set<string>();
    return (value: string, path: string): void => {
      if (seen.has(value)) report(path, "directory/twice");
      seen.add(value);
    };
  };
  const [unit, person, oid, address] = [once(), once(), once(), once()] as const;
  units.forEach(({ id }, i) => unit(id, `/units/${i}/id`));
  persons.forEach(({ id, accounts }, i) => {
    person(id, `/persons/${i}/id`);
    accounts.forEach((account, k) => {
      oid(account.oid, `/persons/${i}/accounts/${k}/oid`);
      address(account.address, `/persons/${i}/accounts/${k}/address`);
    });
  });
  mailboxes.forEach((each, i) => address(each.address, `/mailboxes/${i}/address`));
}

function checkPersons(directory: Directory, report: Report): void {
  directory.persons.forEach(({ unit, accounts }, i) => {
    if (unitById(directory, unit) === null) report(`/persons/${i}/unit`, "directory/unknown-unit");
    accounts.forEach(({ address }, k) => {
      if (normalAddress(address) !== address) {
        report(`/persons/${i}/accounts/${k}/address`, "directory/address");
      }
    });
  });
}

function checkIds(
  directory: Directory,
  ids: readonly string[],
  path: string,
  report: Report,
): void {
  ids.forEach((id, i) => {
    if (personById(directory, id) === null) report(`${path}/${i}`, "directory/unknown-person");
    if (ids.indexOf(id) < i) report(`${path}/${i}`, "directory/twice");
  });
}

function checkUnit(
  directory: Directory,
  unit: Unit,
  path: string,
  now: number,
  report: Report,
): void {
  checkIds(directory, unit.managers, `${path}/managers`, report);
  unit.deputies.forEach(({ person, manager, from, until }, i) => {
    const at = `${path}/deputies/${i}`;
    if (personById(directory, person) === null) report(`${at}/person`, "directory/unknown-person");
    if (unit.managers.indexOf(manager) < 0) report(`${at}/manager`, "directory/not-manager");
    if (person === manager) report(`${at}/person`, "directory/twice");
    if (!(from < until)) report(`${at}/until`, "directory/dates");
  });
  if (unit.parent !== null && unitById(directory, unit.parent) === null) {
    report(`${path}/parent`, "directory/unknown-unit");
  } else if (isInCycle(directory, unit)) report(`${path}/parent`, "directory/cycle");
  checkApprovers(directory, unit, path, now, report);
}

function isInCycle(directory: Directory, unit: Unit): boolean {
  const seen = new Set<string>();
  for (let id = unit.parent; id !== null && !seen.has(id);) {
    if (id === unit.id) return true;
    seen.add(id);
    const above = unitById(directory, id);
    id = above === null ? null : above.parent;
  }
  return false;
}

/**
 * A manager's own mail needs somebody else, at any time: another manager of the unit, one of the
 * area, or the duty pool. Deputies come and go and do not count.
 */
function checkApprovers(
  directory: Directory,
  unit: Unit,
  path: string,
  now: number,
  report: Report,
): void {
  const isHere = (id: string): boolean => {
    const person = personById(directory, id);
    return person !== null && !hasLeft(person, now) && person.accounts.length > 0;
  };
  const parent = unit.parent === null ? null : unitById(directory, unit.parent);
  const above = parent === null ? [] : parent.managers;
  if (!unit.managers.some(isHere)) report(`${path}/managers`, "directory/no-manager");
  const all = new Set([...unit.managers, ...above, ...directory.dutyPool].filter(isHere));
  if (all.size < 2) report(`${path}/managers`, "directory/no-second-approver");
}
