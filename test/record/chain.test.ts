import fc from "fast-check";
import { createHash } from "node:crypto";
import { RECORD_KINDS, type RecordEntry, type RecordHead } from "../../src/core/record";
import { appended, headOf, type NewEntry } from "../../src/record/append";
import { canonicalJson, hashOf, NO_HASH } from "../../src/record/entry";
import { ChainVerifier, MOST_PROBLEMS, type ChainCode } from "../../src/record/verify";

const TENANT = "t1";

const added = (i: number, over: Partial<NewEntry> = {}): NewEntry => ({
  tenant: TENANT,
  at: 1_000 + i,
  kind: RECORD_KINDS[i % RECORD_KINDS.length] ?? "released",
  ref: `ref-${i}`,
  version: 1,
  data: { person: `p-${i}`, others: i },
  ...over,
});

function chain(length: number): RecordEntry[] {
  const entries: RecordEntry[] = [];
  for (let i = 0; i < length; i++) entries.push(appended(entries[i - 1] ?? null, added(i)));
  return entries;
}

function check(entries: readonly unknown[], heads: readonly RecordHead[] = []) {
  const verifier = new ChainVerifier(TENANT, heads);
  for (const entry of entries) verifier.push(entry);
  return verifier.end();
}
const codes = (entries: readonly unknown[], heads: readonly RecordHead[] = []): string[] =>
  check(entries, heads).problems.map(({ code, sequence }) => `${code}@${sequence}`);

const ten = chain(10);
const at = (entries: readonly RecordEntry[], sequence: number): RecordEntry =>
  entries[sequence - 1] as RecordEntry;
const head = (sequence: number, entries = ten): RecordHead => headOf(at(entries, sequence));

/** The entry at a sequence replaced by one with a right hash of its own. */
function altered(sequence: number, over: Partial<RecordEntry>): RecordEntry[] {
  const content = { ...at(ten, sequence), ...over };
  return ten.map((each) =>
    each.sequence === sequence ? { ...content, hash: hashOf(content) } : each,
  );
}

/** Everything from a sequence on written anew, as one can who holds the database. */
function rewritten(from: number): RecordEntry[] {
  const entries = ten.slice(0, from - 1);
  for (let i = from - 1; i < ten.length; i++)
    entries.push(appended(entries[i - 1] ?? null, added(i, { data: { person: "somebody else" } })));
  return entries;
}

test("a whole record is intact, and proven as far as it was exported", () => {
  expect(check(ten)).toMatchObject({
    state: "intact",
    entries: 10,
    tail: "unproven",
    provenUpTo: 0,
  });
  expect(check(ten, [head(4), head(7)])).toMatchObject({ tail: "unproven", provenUpTo: 7 });
  expect(check(ten, [head(10)])).toMatchObject({ state: "intact", tail: "proven", head: head(10) });
  expect(check([])).toMatchObject({ state: "intact", head: null, tail: "unproven" });
});

test("the hash can be had without our code: sorted members, no white space, SHA-256", () => {
  const { hash, ...rest } = at(ten, 3);
  const sorted = (value: object): object =>
    Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [
          name,
          typeof each === "object" ? sorted(each as object) : (each as unknown),
        ]),
    );
  const json = JSON.stringify(sorted({ ...rest, v: "sekisho-record/1" }));
  expect(canonicalJson(rest)).toBe(json);
  expect(createHash("sha256").update(json).digest("hex")).toBe(hash);
});

test("the form is fixed: a change to it would break every record there is", () => {
  const { hash } = appended(null, {
    tenant: "t",
    at: 1,
    kind: "released",
    ref: 'r"\\\u007f\u0007',
    version: 2,
    data: { b: "項目𠮷", a: 3 },
  });
  const json = `{"at":1,"data":{"a":3,"b":"項目𠮷"},"kind":"released","previous":"${NO_HASH}","ref":"r\\"\\\\\u007f\\u0007","sequence":1,"tenant":"t","v":"sekisho-record/1","version":2}`;
  expect(hash).toBe(createHash("sha256").update(json).digest("hex"));
});

test.each<[what: string, entries: readonly unknown[], found: readonly `${ChainCode}@${number}`[]]>([
  ["one taken out", ten.filter(({ sequence }) => sequence !== 5), ["record/gap@5"]],
  ["the first taken out", ten.slice(1), ["record/gap@1"]],
  [
    "two that changed places",
    [...ten.slice(0, 4), at(ten, 6), at(ten, 5), ...ten.slice(6)],
    ["record/gap@5", "record/order@5", "record/gap@6"],
  ],
  ["one twice", [...ten.slice(0, 5), ...ten.slice(4)], ["record/order@5"]],
  [
    "another content",
    ten.map((each) => (each.sequence === 5 ? { ...each, data: { others: 0 } } : each)),
    ["record/hash@5"],
  ],
  ["another content, hashed", altered(5, { data: { others: 0 } }), ["record/previous@6"]],
  ["another kind, hashed", altered(10, { kind: "released" }), []],
  ["a time before the last", altered(10, { at: 1 }), ["record/time@10"]],
  ["another tenant's", altered(10, { tenant: "t2" }), ["record/tenant@10"]],
  [
    "an unknown kind",
    ten.map((each) => (each.sequence === 10 ? { ...each, kind: "fine" } : each)),
    ["record/malformed@10"],
  ],
  [
    "a member more",
    ten.map((each) => (each.sequence === 10 ? { ...each, more: 1 } : each)),
    ["record/malformed@10"],
  ],
  [
    "half a character",
    ten.map((each) => (each.sequence === 10 ? { ...each, ref: "\ud800" } : each)),
    ["record/hash@10"],
  ],
  ["nothing at all", [...ten, null], ["record/malformed@11"]],
])("%s", (_, entries, found) => expect(codes(entries)).toEqual(found));

describe("against exported heads", () => {
  test.each([1, 3, 10])("the last %d cut off is a record that is too short", (missing) => {
    const short = ten.slice(0, ten.length - missing);
    expect(codes(short, [head(10)])).toEqual([`record/truncated@${10 - missing}`]);
    // Without a head nobody can see it, and the report says so.
    expect(check(short)).toMatchObject({ state: "intact", tail: "unproven" });
  });

  test("what was written anew from some point on differs from what was exported", () => {
    for (const from of [1, 5, 8]) {
      const forged = rewritten(from);
      expect(check(forged)).toMatchObject({ state: "intact", tail: "unproven" });
      expect(codes(forged, [head(8)])).toEqual(["record/rewritten@8"]);
    }
    expect(check(rewritten(9), [head(8)])).toMatchObject({
      state: "intact",
      provenUpTo: 8,
      tail: "unproven",
    });
  });

  test("yesterday's copy, continued by today's work, is found", () => {
    const restored = ten.slice(0, 6);
    for (let i = 6; i < 12; i++)
      restored.push(appended(restored[i - 1] ?? null, added(i, { at: 5_000 + i })));
    expect(codes(restored, [head(6), head(9)])).toEqual(["record/rewritten@9"]);
    expect(check(restored, [head(6), head(9)]).provenUpTo).toBe(6);
  });

  test("two replicas that both append make two heads of one place", () => {
    const other = headOf(appended(at(ten, 8), added(9, { data: { person: "x" } })));
    expect(codes(ten, [head(9), other])).toEqual(["record/rewritten@9", "record/rewritten@9"]);
  });

  test("another tenant's heads prove nothing", () => {
    expect(check(ten, [{ ...head(10), tenant: "t2" }])).toMatchObject({
      tail: "unproven",
      provenUpTo: 0,
    });
  });

  test("a chain broken before a head that fits is not proven", () => {
    const entries = ten.map((each) => (each.sequence === 5 ? { ...each, data: {} } : each));
    expect(check(entries, [head(10)])).toMatchObject({ state: "broken", provenUpTo: 0 });
  });
});

test("a clock that was set back does not show in the record", () => {
  const first = appended(null, added(0, { at: 9_000 }));
  expect(appended(first, added(1, { at: 1_000 })).at).toBe(9_000);
});

test("what has two spellings is never recorded", () => {
  for (const wrong of [1.5, -1, NaN, 2 ** 60, "\udc00", null, undefined, {}])
    expect(() => appended(null, added(0, { data: { wrong: wrong as never } }))).toThrow(TypeError);
  expect(() => appended(at(ten, 1), added(1, { tenant: "t2" }))).toThrow();
});

test("any change anywhere in an exported record is found", () => {
  const names = [
    "tenant",
    "sequence",
    "at",
    "kind",
    "ref",
    "version",
    "data",
    "previous",
    "hash",
  ] as const;
  fc.assert(
    fc.property(fc.nat(9), fc.constantFrom(...names), fc.nat(1_000), (index, name, salt) => {
      const entry = ten[index] as RecordEntry;
      const value: unknown = entry[name];
      const other =
        typeof value === "number" ? value + 1 + salt : name === "data" ? { salt } : `${salt}`;
      const entries = ten.map((each, i) => (i === index ? { ...each, [name]: other } : each));
      return check(entries, [head(10)]).state === "broken";
    }),
    { numRuns: 1000 },
  );
});

test("a hundred thousand broken entries are counted, not kept", () => {
  const verifier = new ChainVerifier(TENANT);
  for (let i = 0; i < 100_000; i++) verifier.push(null);
  const { problems, problemCount } = verifier.end();
  expect([problems.length, problemCount]).toEqual([MOST_PROBLEMS, 100_000]);
});
