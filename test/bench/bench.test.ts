import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bytesByModule } from "./bundle";
import { inputs } from "./inputs";
import type { Section } from "./table";

const script = path.join(__dirname, "../../scripts/bench.mjs");

/** Nothing here looks at a time: a busy machine must not fail a test. */
test("the benchmark runs, counts everybody and prints every row", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sekisho-"));
  const json = path.join(folder, "figures.json");
  const args = [script, "--short", "--no-build", "--json", json];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const sections = JSON.parse(readFileSync(json, "utf8")) as readonly Section[];
  rmSync(folder, { recursive: true });
  const rowsOf = Object.fromEntries(sections.map(({ id, rows }) => [id, rows]));
  const titles = inputs(true).map(({ title }) => title);
  expect(rowsOf["reading"]?.map(({ input }) => input)).toEqual(titles);
  expect(rowsOf["reading"]?.slice(0, 7).map(({ persons }) => persons)).toEqual(
    Array.from({ length: 7 }, () => 2940),
  );
  expect(rowsOf["yardsticks"]).toHaveLength(4);
  expect(rowsOf["peers"]?.map(({ way }) => way)).toEqual([
    ...["Sekisho", "exceljs", "read-excel-file"],
    ...["Sekisho", "mammoth"],
    ...["Sekisho", "pdf.js"],
    ...["Sekisho", "postal-mime"],
  ]);
  expect(rowsOf["memory"]?.map(({ input }) => input)).toEqual(titles);
  expect(rowsOf["decision"]).toHaveLength(4);
  expect(rowsOf["sending"]).toHaveLength(4);
  expect(rowsOf["bundle"]).toEqual([{ name: "total", bytes: expect.any(Number) as number }]);
  for (const { title, rows } of sections) {
    expect(stdout).toContain(title);
    for (const row of rows) expect(stdout).toContain(Object.values(row)[0]);
  }
}, 180_000);

test("every byte of a bundle belongs to the module it comes from", () => {
  const map = {
    version: 3,
    file: "",
    sources: ["webpack://x/./src/a.ts", "webpack://x/src/b.ts", "webpack://x/../built/c.js"],
    sourcesContent: [],
    names: [],
    sourceRoot: "",
    // Columns 0, 4 and 6 of the only line, each from the next source.
    mappings: "AAAA,ICAA,ECAA",
  } as never;
  expect([...bytesByModule("aaaabbccc", map)]).toEqual([
    ["src/a.ts", 4],
    ["src/b.ts", 2],
    ["node_modules/built/c.js", 3],
  ]);
});
