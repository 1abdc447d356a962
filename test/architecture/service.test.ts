import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.join(__dirname, "../../src");

function fileOf(from: string, target: string): string {
  const bare = path.join(path.dirname(from), target);
  const found = [`${bare}.ts`, `${bare}.tsx`, path.join(bare, "index.ts"), bare].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
  if (found === undefined) throw new Error(`${from} -> ${target}`);
  return found;
}

/** All files that one is built of, types included. */
function graphOf(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [path.join(root, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imports = ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles;
    for (const { fileName } of imports)
      if (fileName.startsWith(".")) open.push(fileOf(file, fileName));
  }
  return new Set([...seen].map((file) => path.relative(root, file).split(path.sep).join("/")));
}

test("the service is not built of anything of the demo", () => {
  const graph = graphOf("entry/server.ts");
  expect(graph.has("service/http/api.ts")).toBe(true);
  expect(graph.has("service/desk/create-desk.ts")).toBe(true);
  const foreign = [...graph].filter((file) => /^(simulator|pane|ui|outlook|console)\//.test(file));
  expect(foreign).toEqual([]);
});

test("a file of the demo would be seen", () => {
  expect([...graphOf("entry/demo-server.ts")].some((file) => file.startsWith("simulator/"))).toBe(
    true,
  );
});
