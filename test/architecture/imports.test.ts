import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Folders of src from the bottom up; those of one row never import each other. */
const ROWS = [
  ["core"],
  ["text", "locales"],
  ["detectors", "extractors"],
  ["inspection"],
  ["policy", "approval", "protection", "record"],
  ["judgement"],
  ["api"],
  ["ui", "outlook", "service"],
  ["pane", "console", "simulator", "cli"],
  ["entry"],
];
const rank = new Map(ROWS.flatMap((row, index) => row.map((folder) => [folder, index] as const)));

/** Packages that run inside the send bundle; every other package stays out of the pure folders. */
const PURE_PACKAGES = new Set(
  ["aes", "ed25519", "sha256", "sha384", "sha512"].map((name) => `@stablelib/${name}`),
);
const PURE_ROWS = ROWS.slice(0, 6).flat();

const root = path.join(__dirname, "../../src");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const file = path.join(folder, each.name);
    if (each.isDirectory()) return sources(file);
    return /\.tsx?$/.test(each.name) ? [file] : [];
  });
}

interface Edge {
  readonly from: string;
  readonly folder: string;
  readonly target: string;
}

const edges: Edge[] = sources(root).flatMap((file) => {
  const from = path.relative(root, file).split(path.sep).join("/");
  const folder = from.split("/")[0] ?? "";
  const imports = ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles;
  return imports.map(({ fileName }) => ({ from, folder, target: fileName }));
});

function folderOf({ from, target }: Edge): string {
  return path.posix.join(path.posix.dirname(from), target).split("/")[0] ?? "";
}

const relative = edges.filter(({ target }) => target.startsWith("."));

test("there are imports to check", () => {
  expect(relative.length).toBeGreaterThan(100);
});

test("every folder of src has its row", () => {
  const unknown = [...new Set(edges.map(({ folder }) => folder))].filter((each) => !rank.has(each));
  expect(unknown).toEqual([]);
});

test("imports point downward only, and never across a row", () => {
  const wrong = relative.filter((edge) => {
    const own = rank.get(edge.folder) ?? -1;
    const other = rank.get(folderOf(edge));
    return folderOf(edge) !== edge.folder && (other === undefined || other >= own);
  });
  expect(wrong.map(({ from, target }) => `${from} -> ${target}`)).toEqual([]);
});

test("pure folders use only packages that need no host", () => {
  const wrong = edges.filter(
    ({ folder, target }) =>
      PURE_ROWS.includes(folder) && !target.startsWith(".") && !PURE_PACKAGES.has(target),
  );
  expect(wrong.map(({ from, target }) => `${from} -> ${target}`)).toEqual([]);
});

test("only src/outlook names Office", () => {
  const naming = sources(root)
    .filter((file) =>
      /\bOffice(Runtime)?\s*\./.test(
        readFileSync(file, "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""),
      ),
    )
    .map((file) => path.relative(root, file).split(path.sep).join("/"))
    .filter((file) => !file.startsWith("outlook/"));
  expect(naming).toEqual([]);
});
