import { main } from "../../src/cli/main";
import type { Terminal } from "../../src/cli/terminal";
import { KINDS } from "../../src/core/kind";
import { cliTexts } from "../../src/locales/cli";
import { refusalsTexts } from "../../src/locales/refusals";
import { customerWorkbook } from "../../src/simulator/seed/customer-workbook";
import { customers } from "../../src/simulator/seed/customers";

const text = (value: string) => new TextEncoder().encode(value);

const mail = (to: string, more = "", body = "こんにちは。"): Uint8Array =>
  text(
    [
      "From: =?UTF-8?B?5L2Q44CF5pyo?= <sasaki@sakura-motors.example>",
      `To: ${to}`,
      ...(more === "" ? [] : [more]),
      "Subject: test",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      body,
      "",
    ].join("\r\n"),
  );

const FILES: Record<string, Uint8Array> = {
  "clean.txt": text("本日の議題\n1. 予算\n2. 来期の計画\n"),
  "list.xlsx": customerWorkbook(customers(120)),
  "locked.bin": new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]),
  "inside.eml": mail("ishikawa@sakura-motors.example"),
  "nobody.eml": text("From: a@sakura-motors.example\r\nSubject: x\r\n\r\ntext\r\n"),
  "letter.eml": mail("info@partner.example", "", "090-1234-5678 佐藤 花子 様の連絡先です。"),
  "outside.eml": mail("info@partner.example"),
  "visible.eml": mail(
    "info@partner.example",
    "Cc: a.demo@gmail.com, b.demo@docomo.ne.jp, c.demo@icloud.com",
  ),
  "policy.json": text('{"version":2}'),
};

interface Run {
  readonly status: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly progress: readonly string[];
}

function run(...argv: string[]): Run {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  let now = 0;
  const terminal: Terminal = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    clock: () => (now += 1),
    progress: (line) => progress.push(line),
    read(file) {
      const bytes = FILES[file];
      if (file === "folder") throw Object.assign(new Error("secret path"), { code: "EISDIR" });
      if (!bytes) throw Object.assign(new Error("secret path"), { code: "ENOENT" });
      return bytes;
    },
  };
  return { status: main(argv, terminal, "ja", "1.2.3"), out, err, progress };
}

const json = (line: string | undefined): Record<string, unknown> =>
  JSON.parse(line ?? "{}") as Record<string, unknown>;

describe("inspect", () => {
  test.each([
    ["clean.txt", 0, { status: "clean", reason: null, persons: 0, others: 0, kinds: {} }],
    ["list.xlsx", 1, { status: "found", reason: null, persons: 120, others: 120 }],
    ["locked.bin", 2, { status: "uninspectable", persons: 0 }],
  ])("%s ends with %i", (file, status, expected) => {
    const result = run("inspect", "--json", file);
    expect(result.status).toBe(status);
    expect(result.out).toHaveLength(1);
    expect(json(result.out[0])).toMatchObject({ file, ...expected });
  });

  test("a line has the documented fields in their order, and known kinds only", () => {
    const line = json(run("inspect", "--json", "list.xlsx").out[0]);
    expect(Object.keys(line)).toEqual(
      "file status reason persons others kinds bytes ms".split(" "),
    );
    const kinds = Object.keys(line["kinds"] as object);
    expect(kinds).toEqual(expect.arrayContaining(["person-name", "mobile", "email"]));
    expect(kinds.filter((kind) => !(KINDS as readonly string[]).includes(kind))).toEqual([]);
  });

  test("a refused file names its code", () => {
    expect(json(run("inspect", "--json", "locked.bin").out[0])["reason"]).toBe(
      "extract/unsupported",
    );
  });

  test("a missing file is said on standard error and does not end the run", () => {
    const result = run("inspect", "--json", "gone.csv", "clean.txt", "list.xlsx");
    expect(result.status).toBe(2);
    expect(result.out.map((line) => json(line)["file"])).toEqual([
      "gone.csv",
      "clean.txt",
      "list.xlsx",
    ]);
    expect(json(result.out[0])).toMatchObject({ status: "uninspectable", reason: "file/missing" });
    expect(Object.keys(json(result.out[0]))).toEqual(Object.keys(json(result.out[1])));
    expect(result.err).toEqual([expect.stringContaining("見つかりません")]);
    expect(result.err.join()).not.toMatch(/secret path|ENOENT/);
  });

  test("others go on only where there are others; a folder is called one", () => {
    expect(run("inspect", "clean.txt", "folder").err).toEqual([
      cliTexts.ja.unreadable("folder", "file/folder", false),
    ]);
    expect(run("inspect", "folder", "clean.txt").err.join()).toContain("ほかのファイルは続けます");
    expect(run("inspect", "folder").out).toEqual([]);
  });

  test("what could not be looked into comes with what to do", () => {
    const { remedy } = refusalsTexts.ja["extract/unsupported"];
    expect(run("inspect", "locked.bin").out.join()).toContain(remedy);
  });

  test("progress only with more than one file, as long as each is quick", () => {
    expect(run("inspect", "clean.txt").progress.join("")).toBe("");
    expect(run("inspect", "clean.txt", "list.xlsx").progress.join("")).toContain("1/2");
  });

  test("plain output masks what it shows", () => {
    const out = run("inspect", "list.xlsx").out.join("\n");
    expect(out).toContain("120人分");
    for (const { mobile } of customers(120)) if (mobile) expect(out).not.toContain(mobile);
  });
});

describe("check", () => {
  test.each([
    ["inside.eml", 0, "allow", []],
    ["outside.eml", 1, "sign-off", ["mail-to-outside"]],
    ["visible.eml", 1, "block", ["visible-outside-addresses", "mail-to-outside"]],
  ])("%s ends with %i: %s", (file, status, verdict, rules) => {
    const result = run("check", "--json", file);
    expect(result.status).toBe(status);
    const line = json(result.out[0]);
    expect(line["verdict"]).toBe(verdict);
    expect((line["rules"] as { id: string }[]).map(({ id }) => id)).toEqual(rules);
    expect(line["digest"]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a line has the documented fields in their order", () => {
    expect(Object.keys(json(run("check", "--json", "visible.eml").out[0]))).toEqual(
      "file verdict rules persons others recipients digest ms".split(" "),
    );
  });

  test("a manager's own mail to outside needs nobody else", () => {
    expect(run("check", "--role", "manager", "outside.eml").status).toBe(0);
  });

  test("a manager is held to the visible addresses as well", () => {
    const result = run("check", "--json", "--role", "manager", "visible.eml");
    expect(json(result.out[0])["verdict"]).toBe("block");
  });

  test("the tenant is part of the digest", () => {
    const digest = (...more: string[]) =>
      json(run("check", "--json", ...more, "inside.eml").out[0])["digest"];
    expect(digest("--tenant", "a")).not.toBe(digest());
  });

  test("what is no mail is said so, and the others are checked", () => {
    const result = run("check", "--json", "locked.bin", "inside.eml");
    expect(result.status).toBe(2);
    expect(result.out).toHaveLength(2);
    expect(json(result.out[0])).toMatchObject({
      verdict: null,
      reason: "file/not-mail",
      rules: [],
    });
    expect(json(result.out[1])).toMatchObject({ verdict: "allow" });
    expect(result.err).toEqual([cliTexts.ja.unreadable("locked.bin", "file/not-mail", true)]);
  });

  test("a mail to nobody is not to be sent", () => {
    const result = run("check", "--json", "nobody.eml");
    expect(result.status).toBe(1);
    expect(json(result.out[0])).toMatchObject({
      verdict: "block",
      rules: [{ id: "no-recipients" }],
    });
  });

  test("the next step is said once, by the strictest finding", () => {
    const lines = run("check", "letter.eml").out.join("\n");
    expect(lines.split("承認を依頼してください").length).toBe(2);
    expect(run("check", "visible.eml").out.join("\n")).not.toContain("承認を依頼してください");
  });

  test("a wrong policy stops before any mail is judged", () => {
    const result = run("check", "--policy", "policy.json", "inside.eml");
    expect(result).toMatchObject({ status: 64, out: [] });
  });
});

test("wrong usage ends with 64 and says how", () => {
  const result = run("inspect");
  expect(result.status).toBe(64);
  expect(result.err.join("\n")).toContain("sekisho inspect");
});

test("without a command it says what is missing", () => {
  expect(run()).toMatchObject({ status: 64, out: [] });
  expect(run().err[0]).toBe(cliTexts.ja.noCommand);
});

test("an option of check is called one", () => {
  expect(run("inspect", "--role", "manager", "a.csv").err[0]).toBe(cliTexts.ja.checkOnly("--role"));
});

test("the version", () => {
  expect(run("--version")).toMatchObject({ status: 0, out: ["sekisho 1.2.3"], err: [] });
});

test("one person is no people", () => {
  expect(cliTexts.en.found("a", "1", "name 1")).toContain("1 person ");
  expect(cliTexts.en.found("a", "2", "name 2")).toContain("2 people ");
});

test("help is no error", () => {
  expect(run("--help")).toMatchObject({ status: 0, err: [] });
});
