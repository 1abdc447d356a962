import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shareSections, totalSection } from "./bundle";
import { coldDecision, decisionSection, type MailId } from "./decision";
import { inputs, type Input } from "./inputs";
import { memorySection, peakOf } from "./memory";
import { peersSection } from "./peers";
import { readingSection, type Effort } from "./reading";
import { sendingSection } from "./sending";
import { formatSection, type Section } from "./table";
import { yardstickSection } from "./yardsticks";

/** scripts/bench.mjs puts this file, bundled, into .local and starts it there. */
const bench = process.argv[1] ?? "";
const local = path.join(path.dirname(bench), "bench");
const mapped = path.join(path.dirname(bench), "mapped");
const dist = path.join(path.dirname(bench), "../dist");
const args = process.argv.slice(2);
const isShort = args.includes("--short");
const all = inputs(isShort);

const effortOf = ({ isBig }: Input): Effort => {
  if (isShort) return { runs: 2, warmUp: 1 };
  return isBig ? { runs: 9, warmUp: 2 } : { runs: 100, warmUp: 40 };
};

function child([what, id, file]: readonly string[]): number {
  if (what === "cold") return coldDecision(id as MailId);
  const input = all.find((each) => each.id === id);
  if (!input || file === undefined) throw new Error(`no such input: ${id}`);
  return peakOf(input, file);
}

function written(): ReadonlyMap<Input, Uint8Array> {
  mkdirSync(local, { recursive: true });
  return new Map(
    all.map((input) => {
      const bytes = input.bytes();
      writeFileSync(fileOf(input), bytes);
      return [input, bytes];
    }),
  );
}

const fileOf = ({ id, fileName }: Input): string => path.join(local, id + path.extname(fileName));

async function main(): Promise<void> {
  const sections: Section[] = [];
  const say = (section: Section): void => {
    sections.push(section);
    console.log(formatSection(section));
  };
  const files = written();
  say(readingSection(files, effortOf));
  for (const [input, bytes] of files) {
    if (input.id === "csv") say(yardstickSection(input, bytes, isShort ? 2 : 100));
  }
  say(await peersSection(files, fileOf, isShort ? 1 : 15));
  say(memorySection(all, fileOf, bench));
  say(decisionSection(bench, isShort ? 3 : 100, isShort ? 1 : 9));
  say(await sendingSection(dist, isShort ? 1 : 20));
  say(totalSection(dist));
  if (!isShort) shareSections(dist, mapped).forEach(say);
  const json = args.indexOf("--json");
  if (json >= 0) writeFileSync(args[json + 1] ?? "", `${JSON.stringify(sections, null, 2)}\n`);
}

if (args[0] === "--child") console.log(child(args.slice(1)));
else
  main().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
