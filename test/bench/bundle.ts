import { readFileSync, statSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import type { Row, Section } from "./table";

const LARGEST = 20;

/** Bytes of the bundle by the module they come from; the bundle is ASCII, a character is a byte. */
export function bytesByModule(code: string, payload: SourceMapPayload): Map<string, number> {
  const map = new SourceMap(payload);
  const bytes = new Map<string, number>();
  code.split("\n").forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      const entry = map.findEntry(row, column);
      const source = "originalSource" in entry ? moduleName(entry.originalSource) : "(glue)";
      bytes.set(source, (bytes.get(source) ?? 0) + 1);
    }
  });
  return bytes;
}

/** Packages that bring maps of their own name their sources from where they were built. */
function moduleName(source: string): string {
  const name = source.replace(/^webpack:\/\/[^/]*\//, "").replace(/^\.\//, "");
  if (name.startsWith("../")) return `node_modules/${name.replace(/^(\.\.\/)+/, "")}`;
  return name.includes("/") && !name.startsWith("webpack/") ? name : "(glue)";
}

/** src/locales/ja, src/detectors, node_modules/fflate; tables of data apart from code. */
function folderOf(module: string): string {
  if (module === "(glue)") return module;
  const parts = path.posix.dirname(module).split("/");
  const isDeep = parts[1] === "locales" || parts[2] === "data" || parts[1]?.startsWith("@");
  return parts.slice(0, isDeep ? 3 : 2).join("/");
}

const descending = (bytes: ReadonlyMap<string, number>): [string, number][] =>
  [...bytes].sort((a, b) => b[1] - a[1]);

function byFolder(bytes: ReadonlyMap<string, number>): Map<string, number> {
  const folders = new Map<string, number>();
  for (const [module, size] of bytes) {
    const folder = folderOf(module);
    folders.set(folder, (folders.get(folder) ?? 0) + size);
  }
  return folders;
}

const row = ([name, bytes]: readonly [string, number]): Row => ({ name, bytes });

export function totalSection(dist: string): Section {
  const { size } = statSync(path.join(dist, "launchevent.js"));
  return { id: "bundle", title: "launchevent.js", rows: [row(["total", size])] };
}

/** `mapped` is the bundle built once more with a source map, into .local. */
export function shareSections(dist: string, mapped: string): readonly Section[] {
  const code = readFileSync(path.join(mapped, "launchevent.js"), "utf8");
  const map = readFileSync(path.join(mapped, "launchevent.js.map"), "utf8");
  const isShipped = code === readFileSync(path.join(dist, "launchevent.js"), "utf8");
  const bytes = bytesByModule(code, JSON.parse(map) as SourceMapPayload);
  return [
    {
      id: "folders",
      title: "launchevent.js by folder",
      rows: descending(byFolder(bytes)).map(row),
      ...(isShipped ? {} : { note: "dist/launchevent.js is not built from these sources." }),
    },
    {
      id: "modules",
      title: `launchevent.js, the ${LARGEST} largest modules`,
      rows: descending(bytes).slice(0, LARGEST).map(row),
    },
  ];
}
