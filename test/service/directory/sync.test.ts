import type { Directory } from "../../../src/core/directory";
import { synced, type EntraFacts } from "../../../src/service/directory/sync";

const NOW = 1000;
const person = (id: string, unit: string, more: Partial<Directory["persons"][number]> = {}) => ({
  id,
  name: id,
  unit,
  accounts: [{ oid: `oid-${id}`, address: `${id}@sakura.example` }],
  admin: false,
  privacyOfficer: false,
  left: null,
  ...more,
});
const BEFORE: Directory = {
  version: 4,
  units: [
    { id: "area", name: "関東", parent: null, managers: ["ueda"], deputies: [] },
    {
      id: "store",
      name: "店",
      parent: "area",
      managers: ["ishikawa", "mori"],
      deputies: [{ person: "abe", manager: "mori", from: 0, until: 9999 }],
    },
  ],
  persons: [
    person("ueda", "area"),
    person("ishikawa", "store"),
    person("mori", "store"),
    person("sasaki", "store"),
    person("abe", "store"),
  ],
  mailboxes: [{ address: "shop@sakura.example", unit: "store", senders: ["sasaki"] }],
  dutyPool: ["ueda"],
};

interface Said {
  readonly users?: Record<string, object | null>;
  /** Who is whose manager. */
  readonly managers?: Record<string, string>;
}

const factsOf = ({ users = {}, managers = {} }: Said): EntraFacts => ({
  users: new Map(
    BEFORE.persons.flatMap(({ id, name, accounts: [account] }) => {
      if (users[id] === null) return [];
      const { oid = "", address = "" } = account ?? {};
      return [[oid, { oid, name, address, isEnabled: true, ...users[id] }] as const];
    }),
  ),
  managers: new Map(
    Object.entries(managers).map(([of, boss]) => [
      `oid-${of}`,
      { oid: `oid-${boss}`, name: boss, address: null },
    ]),
  ),
});
const sync = (said: Said, isGranting = false) => synced(BEFORE, factsOf(said), NOW, isGranting);
const { units, persons, mailboxes, dutyPool } = BEFORE;
const SAME = { units, persons, mailboxes, dutyPool };
const managersOf = (directory: { readonly units: Directory["units"] }) =>
  directory.units.find(({ id }) => id === "store")?.managers;
const ALL = { sasaki: "ishikawa", abe: "ishikawa" };

test("what Entra says too stays as it is", () => {
  expect(sync({})).toEqual({ directory: SAME, heldBack: [] });
  expect(sync({ managers: { sasaki: "ishikawa", abe: "mori", ishikawa: "ueda" } })).toEqual({
    directory: SAME,
    heldBack: [],
  });
});

test.each([
  ["is not there any more", null],
  ["may not sign in", { isEnabled: false }],
])("whose account %s has left", (_, user) => {
  const { directory } = sync({ users: { sasaki: user } });
  expect(directory.persons.map(({ id, left }) => [id, left])).toEqual(
    BEFORE.persons.map(({ id }) => [id, id === "sasaki" ? NOW : null]),
  );
});

test("who left does not come back by it", () => {
  const before = { ...BEFORE, persons: BEFORE.persons.map((each) => ({ ...each, left: 1 })) };
  expect(synced(before, factsOf({}), NOW, true).directory.persons).toEqual(before.persons);
});

test("names and addresses follow, but nobody gets another's address", () => {
  const { directory } = sync({
    users: {
      sasaki: { name: "佐々木 一郎", address: "ichiro@sakura.example" },
      abe: { address: "shop@sakura.example" },
      mori: { address: "ueda@sakura.example" },
      ueda: { address: null, name: "" },
    },
  });
  const told = directory.persons.map(({ name, accounts }) => [name, accounts[0]?.address]);
  expect(told).toEqual([
    ["ueda", "ueda@sakura.example"],
    ["ishikawa", "ishikawa@sakura.example"],
    ["mori", "mori@sakura.example"],
    ["佐々木 一郎", "ichiro@sakura.example"],
    ["abe", "abe@sakura.example"],
  ]);
});

describe("managers", () => {
  test("a new one has no right unless it is given on purpose", () => {
    const said = { managers: { ...ALL, abe: "ueda" } };
    const held = sync(said);
    expect(managersOf(held.directory)).toEqual(["ishikawa"]);
    expect(held.heldBack).toEqual([{ unit: "store", person: "ueda" }]);
    const given = sync(said, true);
    expect(managersOf(given.directory)).toEqual(["ishikawa", "ueda"]);
    expect(given.heldBack).toEqual([]);
  });

  test("one whom Entra names for nobody is none any more, and nobody stands in for him", () => {
    const { directory } = sync({ managers: ALL });
    expect(managersOf(directory)).toEqual(["ishikawa"]);
    expect(directory.units[1]?.deputies).toEqual([]);
  });

  test("where Entra does not know everybody's manager, it takes nothing away", () => {
    expect(managersOf(sync({ managers: { sasaki: "ishikawa" } }).directory)).toEqual([
      "ishikawa",
      "mori",
    ]);
  });

  test("the manager's own manager is none of the unit", () => {
    const { directory, heldBack } = sync(
      { managers: { ...ALL, ishikawa: "ueda", mori: "ueda" } },
      true,
    );
    expect(managersOf(directory)).toEqual(["ishikawa"]);
    expect(heldBack).toEqual([]);
  });

  test("one who is not in the directory is said, and takes nobody's right", () => {
    const { directory, heldBack } = sync({ managers: { ...ALL, abe: "stranger" } }, true);
    expect(managersOf(directory)).toEqual(["ishikawa", "mori"]);
    expect(heldBack).toEqual([{ unit: "store", person: "" }]);
  });

  test("one who left gets no right", () => {
    const said = { users: { ueda: null }, managers: { ...ALL, abe: "ueda" } };
    expect(managersOf(sync(said, true).directory)).toEqual(["ishikawa"]);
  });
});
