import { hasService, insideDomains, surroundings } from "../../src/outlook/surroundings";
import { strictPolicy } from "../../src/policy/default";

const put = (value: unknown) => void ((globalThis as Record<string, unknown>).SEKISHO = value);
afterEach(() => void delete (globalThis as Record<string, unknown>).SEKISHO);

const NOTHING = {
  origin: "",
  tenant: "",
  domains: [],
  rootKey: "",
  keys: "",
  authority: "",
  clientId: "",
  scope: "",
};

test("no line says nothing", () => {
  expect(surroundings()).toEqual(NOTHING);
});

test.each([
  null,
  7,
  "x",
  {},
  { tenant: 7, keys: [], domains: "gmail.com" },
  { domains: ["a.jp", 7] },
])("%j says nothing", (value) => {
  put(value);
  expect(surroundings()).toEqual(NOTHING);
});

test("the line of the server is taken", () => {
  put({ origin: "https://sekisho.example.com", tenant: "t", domains: ["dealer.example.jp"] });
  expect(surroundings()).toEqual({
    ...NOTHING,
    origin: "https://sekisho.example.com",
    tenant: "t",
    domains: ["dealer.example.jp"],
  });
  expect(hasService(surroundings())).toBe(false);
  expect(hasService({ ...surroundings(), rootKey: "x" })).toBe(true);
});

test.each([
  ["what is configured", ["a.jp", "b.jp"], "x@c.jp", ["a.jp", "b.jp"]],
  ["the sender's own", [], "x@Dealer.example.JP", ["dealer.example.jp"]],
  ["nothing for a free mail address", [], "x@gmail.com", []],
  ["nothing for no address", [], "", []],
  ["nothing for a broken address", [], "x@@", []],
])("inside is %s", (_title, configured, sender, expected) => {
  expect(insideDomains(configured, sender, strictPolicy)).toEqual(expected);
});
