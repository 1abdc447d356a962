import { execFileSync } from "node:child_process";
import path from "node:path";
import ExcelJS from "exceljs";
import mammoth from "mammoth";
import PostalMime from "postal-mime";
import readExcelFile from "read-excel-file/node";
import type { Input } from "./inputs";
import { readText } from "./reading";
import type { Row, Section } from "./table";

type Way = (bytes: Uint8Array, file: string) => Promise<unknown>;

/** What people use to read such files, each doing as little as it can be asked for. */
const PEERS: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  xlsx: {
    exceljs: (bytes) => new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as never),
    "read-excel-file": (bytes) => readExcelFile(Buffer.from(bytes)),
  },
  docx: { mammoth: (bytes) => mammoth.extractRawText({ buffer: Buffer.from(bytes) }) },
  eml: { "postal-mime": (bytes) => PostalMime.parse(Buffer.from(bytes)) },
};

/** pdf.js is a module of its own kind, and warms up in a process of its own. */
const pdfJs = (file: string, runs: number): number => {
  const script = path.join(path.dirname(process.argv[1] ?? ""), "../test/bench/pdfjs.mjs");
  return Number(execFileSync(process.execPath, [script, file, String(runs)], { encoding: "utf8" }));
};

async function best(work: () => unknown, runs: number): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Text of the same files, by Sekisho and by others; the least disturbed run of each. */
export async function peersSection(
  files: ReadonlyMap<Input, Uint8Array>,
  fileOf: (input: Input) => string,
  runs: number,
): Promise<Section> {
  const rows: Row[] = [];
  for (const [input, bytes] of files) {
    const peers = PEERS[input.id] ?? {};
    if (input.id !== "pdf" && Object.keys(peers).length === 0) continue;
    const own = await best(() => readText(input, bytes), runs);
    const add = (way: string, ms: number): void =>
      void rows.push({ input: input.title, way, ms, "times Sekisho": ms / own });
    add("Sekisho", own);
    for (const [way, work] of Object.entries(peers))
      add(way, await best(() => work(bytes, fileOf(input)), runs));
    if (input.id === "pdf") add("pdf.js", pdfJs(fileOf(input), runs));
  }
  return { id: "peers", title: "Text of the same files, beside other libraries", rows };
}
