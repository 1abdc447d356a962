import type { Directory, Person, SharedMailbox, Unit } from "../../../src/core/directory";
import type { Requirement } from "../../../src/core/sign-off";
import type { Asking } from "../../../src/approval/deciding/people";

export const NOW = Date.UTC(2026, 10, 24, 1, 0);
export const HOUR = 3_600_000;

export const ONE: Requirement = { managers: 1, outsideUnit: false, privacyOfficer: false };
export const TWO: Requirement = { managers: 2, outsideUnit: true, privacyOfficer: false };
export const OFFICER: Requirement = { ...ONE, privacyOfficer: true };
export const TWO_AND_OFFICER: Requirement = { ...TWO, privacyOfficer: true };

export const address = (id: string): string => `${id}@example.co.jp`;

export const person = (id: string, unit: string, over: Partial<Person> = {}): Person => ({
  id,
  name: id,
  unit,
  accounts: [{ oid: `oid-${id}`, address: address(id) }],
  admin: false,
  privacyOfficer: false,
  left: null,
  ...over,
});

export const unit = (id: string, over: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  parent: null,
  managers: [],
  deputies: [],
  ...over,
});

export const mailbox = (senders: readonly string[], over: Partial<SharedMailbox> = {}) => ({
  address: "store@example.co.jp",
  unit: "store",
  senders,
  ...over,
});

/**
 * A store with a manager and her deputy, another store, the area above both, and a duty pool.
 * `helper` stands in for `boss` for two hours from an hour before NOW.
 */
export const company = (over: Partial<Directory> = {}): Directory => ({
  version: 1,
  units: [
    unit("area", { managers: ["area-boss"] }),
    unit("store", {
      parent: "area",
      managers: ["boss"],
      deputies: [{ person: "helper", manager: "boss", from: NOW - HOUR, until: NOW + HOUR }],
    }),
    unit("other", { parent: "area", managers: ["other-boss"] }),
  ],
  persons: [
    person("sales", "store"),
    person("boss", "store", {
      accounts: [
        { oid: "oid-boss", address: address("boss") },
        { oid: "oid-boss-2", address: address("boss.admin") },
      ],
    }),
    person("helper", "store"),
    person("area-boss", "area"),
    person("other-boss", "other"),
    person("duty", "area"),
    person("officer", "area", { privacyOfficer: true }),
    person("admin", "area", { admin: true }),
    person("gone", "store", { left: NOW - 1 }),
  ],
  mailboxes: [mailbox(["sales", "helper"])],
  dutyPool: ["duty"],
  ...over,
});

export const asking = (over: Partial<Asking> = {}): Asking => ({
  requester: "sales",
  mailbox: address("sales"),
  poolFrom: NOW + HOUR / 2,
  ...over,
});

/** The company with one unit changed. */
export const withUnit = (id: string, over: Partial<Unit>): Directory => {
  const base = company();
  return {
    ...base,
    units: base.units.map((each) => (each.id === id ? { ...each, ...over } : each)),
  };
};

export const withPerson = (id: string, over: Partial<Person>): Directory => {
  const base = company();
  return {
    ...base,
    persons: base.persons.map((each) => (each.id === id ? { ...each, ...over } : each)),
  };
};
