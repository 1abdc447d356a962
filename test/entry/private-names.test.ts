import { privateNames } from "../../scripts/private-names.cjs";

const names = new Set(privateNames());

test("members of our own classes are shortened", () => {
  expect(names.size).toBeGreaterThan(100);
  expect(names).toContain("growRows");
});

test.each([
  [
    "Office",
    "getAsync asyncContext status error value emailAddress displayName completed coercionType",
  ],
  ["the acknowledgement and the baseline", "rules digest recipients attachments version"],
  ["the configuration", "origin tenant domains"],
  ["the language", "length trim fill startsWith valueOf next done index lastIndex prototype"],
])("nothing that belongs to %s", (_, words) => {
  expect(words.split(" ").filter((word) => names.has(word))).toEqual([]);
});
