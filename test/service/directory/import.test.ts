import { checkDirectory } from "../../../src/approval/deciding/directory-check";
import { differences } from "../../../src/service/directory/difference";
import { directoryFromCsv } from "../../../src/service/directory/from-csv";
import { directoryFromJson } from "../../../src/service/directory/read-directory";

const HEAD =
  "kind,id,name,unit,parent,role,oid,address,admin,privacy_officer,duty_pool,left,manager,from,until,senders";
const ROWS = [
  "unit,area,関東,,,,,,,,,,,,,",
  "unit,store,世田谷店,,area,,,,,,,,,,,",
  "person,p1,佐々木 一郎,store,,staff,OID-1,Sasaki@Sakura.example,no,no,no,,,,,",
  'person,p2,"石川, 花子",store,,manager,oid-2,ishikawa@sakura.example,yes,no,yes,,,,,',
  "person,p3,上田,area,,manager,oid-3,ueda@sakura.example,,yes,yes,,,,,",
  "person,p4,去った人,store,,,,,,,,2026/4/1,,,,",
  "account,p1,,,,,oid-9,sasaki2@sakura.example,,,,,,,,",
  "deputy,p3,,store,,,,,,,,,p2,2026-05-01,2026-05-08,",
  "mailbox,,,store,,,,setagaya@sakura.example,,,,,,,,p1 p2",
];
const csv = (rows: readonly string[] = ROWS, head = HEAD): Uint8Array =>
  new TextEncoder().encode([head, ...rows, ""].join("\r\n"));

const refusalOf = (read: () => unknown): string => {
  try {
    read();
    return "read";
  } catch (error) {
    const { code, place } = error as { code: string; place: unknown };
    return `${code} ${String(place)}`;
  }
};

test("a table becomes the whole directory", () => {
  const directory = directoryFromCsv(csv());
  expect(directory.units).toEqual([
    { id: "area", name: "関東", parent: null, managers: ["p3"], deputies: [] },
    {
      id: "store",
      name: "世田谷店",
      parent: "area",
      managers: ["p2"],
      deputies: [
        {
          person: "p3",
          manager: "p2",
          from: Date.parse("2026-05-01T00:00:00+09:00"),
          until: Date.parse("2026-05-08T00:00:00+09:00"),
        },
      ],
    },
  ]);
  expect(directory.persons[0]).toEqual({
    id: "p1",
    name: "佐々木 一郎",
    unit: "store",
    accounts: [
      { oid: "oid-1", address: "sasaki@sakura.example" },
      { oid: "oid-9", address: "sasaki2@sakura.example" },
    ],
    admin: false,
    privacyOfficer: false,
    left: null,
  });
  expect(directory.persons[1]?.name).toBe("石川, 花子");
  expect(directory.persons[3]?.left).toBe(Date.parse("2026-04-01T00:00:00+09:00"));
  expect(directory.mailboxes).toEqual([
    { address: "setagaya@sakura.example", unit: "store", senders: ["p1", "p2"] },
  ]);
  expect(directory.dutyPool).toEqual(["p2", "p3"]);
  expect(checkDirectory({ ...directory, version: 1 }, 0)).toEqual([]);
});

test("rows may stand in any order, columns too, and some may be missing", () => {
  expect(directoryFromCsv(csv([...ROWS].reverse())).units.map(({ managers }) => managers)).toEqual([
    ["p2"],
    ["p3"],
  ]);
  const few = csv(["店,store,unit"], "name,id,kind");
  expect(directoryFromCsv(few).units).toEqual([
    { id: "store", name: "店", parent: null, managers: [], deputies: [] },
  ]);
});

test("as Excel saves it: with a mark at the beginning, or in Shift_JIS", () => {
  const bom = new Uint8Array([0xef, 0xbb, 0xbf, ...csv()]);
  expect(directoryFromCsv(bom)).toEqual(directoryFromCsv(csv()));
  const shiftJis = new Uint8Array([
    ...new TextEncoder().encode("kind,id,name\r\nunit,s,"),
    ...[0x90, 0xa2, 0x93, 0x63, 0x92, 0x4a, 0x93, 0x58],
  ]);
  expect(directoryFromCsv(shiftJis).units[0]?.name).toBe("世田谷店");
});

const WRONG: readonly [string, () => unknown, string][] = [
  ["nothing", () => directoryFromCsv(csv([], "")), "directory/not-csv 1"],
  ["a quote without end", () => directoryFromCsv(csv(['unit,"a'])), "directory/not-csv 1"],
  ["an unknown column", () => directoryFromCsv(csv([], "kind,id,boss")), "directory/columns 1"],
  ["a column twice", () => directoryFromCsv(csv([], "kind,id,id")), "directory/columns 1"],
  [
    "more cells than columns",
    () => directoryFromCsv(csv(["unit,a,b"], "kind,id")),
    "directory/columns 2",
  ],
  ["an unknown kind", () => directoryFromCsv(csv(["boss,a"])), "directory/kind 2"],
  ["a kind of the language", () => directoryFromCsv(csv(["constructor,a"])), "directory/kind 2"],
  ["a unit twice", () => directoryFromCsv(csv(["unit,a", "unit,a"])), "directory/twice 3"],
  [
    "a person twice",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a", "person,p,,a"])),
    "directory/twice 4",
  ],
  ["a unit without an id", () => directoryFromCsv(csv(["unit,,店"])), "directory/value 2"],
  [
    "another role",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a,,boss"])),
    "directory/value 3",
  ],
  [
    "maybe an admin",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a,,,,,x"])),
    "directory/value 3",
  ],
  [
    "a manager of no unit",
    () => directoryFromCsv(csv(["person,p,,a,,manager"])),
    "directory/unknown-unit 2",
  ],
  [
    "an account of nobody",
    () => directoryFromCsv(csv(["account,p,,,,,o,a@b.example"])),
    "directory/unknown-person 2",
  ],
  [
    "no address",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a,,,o,nobody"])),
    "directory/address 3",
  ],
  [
    "no date",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a,,,,,,,,soon"])),
    "directory/dates 3",
  ],
  [
    "a date that is none",
    () => directoryFromCsv(csv(["unit,a", "person,p,,a,,,,,,,,2026-13-01"])),
    "directory/dates 3",
  ],
  ["no JSON", () => directoryFromJson(new TextEncoder().encode("{")), "directory/not-json "],
];
test.each(WRONG)("%s is refused with its line", (_, read, expected) => {
  expect(refusalOf(read)).toBe(expected);
});

describe("JSON", () => {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const { ...whole } = directoryFromCsv(csv());

  test("the shape of the API, with or without a version", () => {
    expect(directoryFromJson(json(whole))).toEqual(whole);
    expect(directoryFromJson(json({ ...whole, version: 7 }))).toEqual(whole);
  });

  test.each([
    ["an unknown field", { ...whole, boss: 1 }],
    ["a missing part", { ...whole, dutyPool: undefined }],
    ["another type", { ...whole, units: {} }],
    ["a list", []],
  ])("%s is refused", (_, value) => {
    expect(refusalOf(() => directoryFromJson(json(value)))).toMatch(/^directory\/shape/);
  });
});

describe("differences", () => {
  const before = { ...directoryFromCsv(csv()), version: 3 };

  test("none", () => expect(differences(before, directoryFromCsv(csv()))).toEqual([]));

  test("added, removed and changed are told apart", () => {
    const rows = ROWS.filter((row) => !row.startsWith("person,p4"))
      .map((row) => row.replace("佐々木 一郎", "佐々木 二郎").replace(",yes,yes,", ",yes,no,"))
      .concat("unit,new,新店,,area");
    expect(differences(before, directoryFromCsv(csv(rows)))).toEqual([
      { part: "units", change: "added", id: "new", fields: [] },
      { part: "persons", change: "changed", id: "p1", fields: ["name"] },
      { part: "persons", change: "removed", id: "p4", fields: [] },
      { part: "dutyPool", change: "changed", id: "", fields: [] },
    ]);
  });
});
