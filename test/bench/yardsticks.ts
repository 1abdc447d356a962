import { foldedCp932 } from "../../src/extractors/folded-pairs";
import { pass } from "./floor";
import type { Input } from "./inputs";
import { measure, quantile } from "./measure";
import { lookInto } from "./reading";
import type { Section } from "./table";

const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;
const FIRST_PAIR = 0x80;
/** The runs that were disturbed least. */
const QUIET = 0.25;

/** How much a list could cost at the very least, each way as its only work. */
export function yardstickSection(list: Input, bytes: Uint8Array, runs: number): Section {
  const cells = splitByEngine(bytes);
  const ways: readonly (readonly [string, () => unknown])[] = [
    ["one pass over the bytes", () => pass(bytes)],
    ["decode, fold and split, no quotes, nothing checked", splitter(bytes, cells)],
    ["TextDecoder and split", () => splitByEngine(bytes)],
    ["Sekisho: who is in it", () => lookInto(list, bytes)],
  ];
  const timings = measure(
    ways.map(([, way]) => way),
    runs,
    Math.ceil(runs / 2),
  );
  const quiet = timings.map((timing) => quantile(timing, QUIET));
  const floor = quiet[0] ?? NaN;
  const rows = ways.map(([way], index) => {
    const ms = quiet[index] ?? NaN;
    return { way, ms, "times the floor": ms / floor, "ns a cell": (ms * 1e6) / cells };
  });
  return { id: "yardsticks", title: `${list.title}: ${cells.toLocaleString("en")} cells`, rows };
}

/** Everything to the engine: a string for each cell, of which there may be millions. */
function splitByEngine(bytes: Uint8Array): number {
  const lines = new TextDecoder("shift_jis").decode(bytes).split("\r\n");
  return lines.reduce((count, line) => count + line.split(",").length, 0);
}

/** As few steps as JavaScript can do it in, with Sekisho's tables. */
function splitter(bytes: Uint8Array, cells: number): () => number {
  const { singles, pairs } = foldedCp932();
  const units = new Uint16Array(bytes.length);
  const ends = new Uint32Array(2 * cells);
  return () => {
    let length = 0;
    let count = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === COMMA || byte === LF || byte === CR) ends[count++] = length;
      else if (byte < FIRST_PAIR) units[length++] = singles[byte] as number;
      else units[length++] = pairs[(byte << 8) | (bytes[++at] as number)] as number;
    }
    return count;
  };
}
