import type { Directory, DirectoryCode } from "../../../src/core/directory";
import { checkDirectory } from "../../../src/approval/deciding/directory-check";
import { company, mailbox, NOW, person, unit, withPerson, withUnit } from "./company";

const found = (directory: Directory): string[] =>
  checkDirectory(directory, NOW).map(({ path, code }) => `${path} ${code}`);
const base = company();
const accounts = [{ oid: "oid-x", address: "x@example.co.jp" }];

test("a company without faults can be published", () => {
  expect(found(base)).toEqual([]);
});

const STORE = "/units/1";

test.each<[what: string, directory: Directory, path: string, code: DirectoryCode]>([
  [
    "an unknown unit of a person",
    withPerson("sales", { unit: "nowhere" }),
    "/persons/0/unit",
    "directory/unknown-unit",
  ],
  [
    "an unknown parent",
    withUnit("store", { parent: "nowhere" }),
    `${STORE}/parent`,
    "directory/unknown-unit",
  ],
  [
    "an unknown unit of a mailbox",
    { ...base, mailboxes: [mailbox([], { unit: "nowhere" })] },
    "/mailboxes/0/unit",
    "directory/unknown-unit",
  ],
  [
    "an unknown manager",
    withUnit("store", { managers: ["boss", "nobody"] }),
    `${STORE}/managers/1`,
    "directory/unknown-person",
  ],
  [
    "an unknown sender",
    { ...base, mailboxes: [mailbox(["nobody"])] },
    "/mailboxes/0/senders/0",
    "directory/unknown-person",
  ],
  [
    "an unknown person on duty",
    { ...base, dutyPool: ["duty", "nobody"] },
    "/dutyPool/1",
    "directory/unknown-person",
  ],
  [
    "a unit's id twice",
    { ...base, units: [...base.units, unit("store", { managers: ["boss"] })] },
    "/units/3/id",
    "directory/twice",
  ],
  [
    "a person's id twice",
    { ...base, persons: [...base.persons, person("sales", "store", { accounts })] },
    "/persons/9/id",
    "directory/twice",
  ],
  [
    "an account twice",
    {
      ...base,
      persons: [
        ...base.persons,
        person("x", "store", { accounts: [{ ...accounts[0]!, oid: "oid-sales" }] }),
      ],
    },
    "/persons/9/accounts/0/oid",
    "directory/twice",
  ],
  [
    "an address twice",
    {
      ...base,
      persons: [
        ...base.persons,
        person("x", "store", { accounts: [{ oid: "oid-x", address: "sales@example.co.jp" }] }),
      ],
    },
    "/persons/9/accounts/0/address",
    "directory/twice",
  ],
  [
    "a person's address as a shared one",
    { ...base, mailboxes: [mailbox([], { address: "sales@example.co.jp" })] },
    "/mailboxes/0/address",
    "directory/twice",
  ],
  [
    "an address not in normal form",
    withPerson("sales", { accounts: [{ oid: "o", address: "Sales@Example.co.jp" }] }),
    "/persons/0/accounts/0/address",
    "directory/address",
  ],
  [
    "a shared address that is none",
    { ...base, mailboxes: [mailbox([], { address: "store" })] },
    "/mailboxes/0/address",
    "directory/address",
  ],
  [
    "a manager twice",
    withUnit("store", { managers: ["boss", "boss"] }),
    `${STORE}/managers/1`,
    "directory/twice",
  ],
  [
    "a deputy who is unknown",
    withUnit("store", { deputies: [{ person: "nobody", manager: "boss", from: 1, until: 2 }] }),
    `${STORE}/deputies/0/person`,
    "directory/unknown-person",
  ],
  [
    "a deputy of no manager",
    withUnit("store", { deputies: [{ person: "helper", manager: "sales", from: 1, until: 2 }] }),
    `${STORE}/deputies/0/manager`,
    "directory/not-manager",
  ],
  [
    "a deputy of herself",
    withUnit("store", { deputies: [{ person: "boss", manager: "boss", from: 1, until: 2 }] }),
    `${STORE}/deputies/0/person`,
    "directory/twice",
  ],
  [
    "dates reversed",
    withUnit("store", { deputies: [{ person: "helper", manager: "boss", from: 2, until: 1 }] }),
    `${STORE}/deputies/0/until`,
    "directory/dates",
  ],
  [
    "dates without a moment between",
    withUnit("store", { deputies: [{ person: "helper", manager: "boss", from: 2, until: 2 }] }),
    `${STORE}/deputies/0/until`,
    "directory/dates",
  ],
  [
    "a unit that is its own parent",
    withUnit("store", { parent: "store" }),
    `${STORE}/parent`,
    "directory/cycle",
  ],
  [
    "a unit without a manager",
    withUnit("store", { managers: [], deputies: [] }),
    `${STORE}/managers`,
    "directory/no-manager",
  ],
  [
    "a unit whose manager left",
    withPerson("boss", { left: NOW }),
    `${STORE}/managers`,
    "directory/no-manager",
  ],
  [
    "a unit whose manager cannot sign in",
    withPerson("boss", { accounts: [] }),
    `${STORE}/managers`,
    "directory/no-manager",
  ],
  [
    "a unit without a second approver",
    { ...withUnit("store", { parent: null }), dutyPool: [] },
    `${STORE}/managers`,
    "directory/no-second-approver",
  ],
])("%s is named", (_, directory, path, code) => {
  expect(found(directory)).toContain(`${path} ${code}`);
});

test("every unit of a ring is named, those that hang on it are not", () => {
  const ring = {
    ...base,
    units: [
      unit("a", { parent: "b", managers: ["boss"] }),
      unit("b", { parent: "a", managers: ["area-boss"] }),
      unit("store", { parent: "a", managers: ["boss"] }),
      ...["area", "other"].map((id) => unit(id, { managers: ["other-boss"] })),
    ],
  };
  expect(found(ring)).toEqual([
    "/units/0/parent directory/cycle",
    "/units/1/parent directory/cycle",
  ]);
});

test("another manager, one of the area or the duty pool is a second approver; a deputy is none", () => {
  const alone = { parent: null, managers: ["boss"] };
  const nobodyOnDuty = (directory: Directory) => ({ ...directory, dutyPool: [] });
  const second = `${STORE}/managers directory/no-second-approver`;
  expect(found(nobodyOnDuty(withUnit("store", alone)))).toContain(second);
  expect(
    found(nobodyOnDuty(withUnit("store", { ...alone, managers: ["boss", "sales"] }))),
  ).not.toContain(second);
  expect(found(nobodyOnDuty(withUnit("store", { ...alone, parent: "area" })))).not.toContain(
    second,
  );
  expect(found(withUnit("store", alone))).not.toContain(second);
});
