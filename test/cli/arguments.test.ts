import { parseArguments } from "../../src/cli/arguments";

const wrong: [string, string[], string][] = [
  ["nothing", [], "no-command"],
  ["help", ["--help"], "help"],
  ["help beside a command", ["inspect", "-h"], "help"],
  ["unknown command", ["scan", "a.csv"], "unknown-command"],
  ["version", ["--version"], "version"],
  ["unknown option", ["inspect", "--fast", "a.csv"], "unknown-option"],
  ["option without its value", ["check", "--policy"], "option-value"],
  ["option of the other command", ["inspect", "--role", "manager", "a.csv"], "check-only"],
  ["unknown role", ["check", "--role", "boss", "a.eml"], "option-value"],
  ["unknown language", ["check", "--lang", "fr", "a.eml"], "option-value"],
  ["no files", ["inspect", "--json"], "no-files"],
];

test.each(wrong)("%s is refused", (_title, argv, problem) => {
  expect(parseArguments(argv, "ja")).toMatchObject({ ok: false, problem });
});

test.each([
  [["inspect", "--fast", "a.csv"], "--fast"],
  [["inspect", "-x", "a.csv"], "-x"],
  [["check", "--policy"], "--policy"],
  [["inspect", "--json=1", "a.csv"], "--json"],
  [["inspect", "--tenant", "t", "a.csv"], "--tenant"],
])("%j: the option is named, in nobody else's words", (argv, detail) => {
  expect(parseArguments(argv, "ja")).toMatchObject({ detail });
});

test("a full command line is taken as written", () => {
  const argv = [
    "check",
    "--json",
    "--role",
    "manager",
    "--policy",
    "p.json",
    "--tenant",
    "t",
    "a.eml",
    "b.eml",
  ];
  expect(parseArguments(argv, "en")).toEqual({
    ok: true,
    command: {
      name: "check",
      files: ["a.eml", "b.eml"],
      json: true,
      language: "en",
      policy: "p.json",
      role: "manager",
      tenant: "t",
    },
  });
});

test("defaults: staff, no tenant, the caller's language, text output", () => {
  expect(parseArguments(["check", "a.eml"], "ja")).toMatchObject({
    command: { role: "staff", tenant: "", language: "ja", json: false, policy: undefined },
  });
});

test("after -- a name with a hyphen is a file", () => {
  expect(parseArguments(["inspect", "--", "--odd.csv"], "ja")).toMatchObject({
    command: { files: ["--odd.csv"] },
  });
});
