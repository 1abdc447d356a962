import { drive } from "../../src/core/drive";
import { KINDS, type Kind } from "../../src/core/kind";
import { BATCH_LIMITS } from "../../src/core/limits";
import { Scanner } from "../../src/detectors/scanner";
import type { Draft } from "../../src/inspection/draft";
import { KANA, NAME } from "../../src/inspection/fact";
import { inspectFile } from "../../src/inspection/inspect-file";
import { PersonMarks } from "../../src/inspection/person-marks";
import { foldString } from "../../src/text/fold";
import type { CorpusFile, GoldValue } from "./corpus-file";

/** Values of one kind: found and there, found and not there, there and not found. */
export interface Hits {
  right: number;
  wrong: number;
  missed: number;
}

export interface FileResult {
  readonly file: CorpusFile;
  readonly persons: number;
  readonly reason: string | null;
  readonly hits: Readonly<Partial<Record<Kind, Hits>>>;
  /** Texts of values that were not found. */
  readonly missing: readonly string[];
}

const key = (kind: number, high: number, low: number): string => `${kind} ${high} ${low}`;

/** Is told every record of a person, with the hashes of its values. */
class FoundValues extends PersonMarks {
  readonly keys = new Set<string>();

  override add(draft: Draft): void {
    super.add(draft);
    for (let i = 0; i < draft.length; i++) {
      const isReading = draft.kinds[i] === NAME && ((draft.flags[i] as number) & KANA) !== 0;
      if (isReading && draft.name >= 0) continue;
      this.keys.add(
        key(draft.kinds[i] as number, draft.highs[i] as number, draft.lows[i] as number),
      );
    }
  }
}

const scanner = new Scanner();

/** The hash under which a reader keeps a value; a value that no detector takes keeps its own key. */
function goldKey({ kind, text }: GoldValue): string {
  const units = Uint16Array.from(foldString(text), (sign) => sign.charCodeAt(0));
  let found: string | null = null;
  const sink = {
    found: (at: number, _: unknown, { high, low }: { high: number; low: number }) => {
      found ??= key(at, high, low);
    },
  };
  scanner.readLabelled(units, 0, units.length, kind, sink);
  return found ?? `${kind} ${text}`;
}

/** Reads one file as the product does, and compares what it found with what is there. */
export function measure(file: CorpusFile): FileResult {
  const marks = new FoundValues();
  const report = drive(
    inspectFile(file.name, file.bytes, {
      insideDomains: [],
      limits: BATCH_LIMITS,
      clock: () => 0,
      marks,
    }),
  );
  const hits: Partial<Record<Kind, Hits>> = {};
  const of = (kind: Kind): Hits => (hits[kind] ??= { right: 0, wrong: 0, missed: 0 });
  const missing: string[] = [];
  const gold = new Map(file.values.map((value) => [goldKey(value), value]));
  gold.forEach(({ kind, text }, each) => {
    const isFound = marks.keys.has(each);
    of(kind)[isFound ? "right" : "missed"] += 1;
    if (!isFound) missing.push(text);
  });
  marks.keys.forEach((each) => {
    if (!gold.has(each)) of(KINDS[Number(each.split(" ")[0])] as Kind).wrong += 1;
  });
  return { file, persons: report.persons, reason: report.refusals[0]?.code ?? null, hits, missing };
}

/** Hits of all files together. */
export function sumOf(results: readonly FileResult[], kind: Kind): Hits {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { hits } of results) {
    sum.right += hits[kind]?.right ?? 0;
    sum.wrong += hits[kind]?.wrong ?? 0;
    sum.missed += hits[kind]?.missed ?? 0;
  }
  return sum;
}

export const precision = ({ right, wrong }: Hits): number => ratio(right, right + wrong);
export const recall = ({ right, missed }: Hits): number => ratio(right, right + missed);
export const f1 = ({ right, wrong, missed }: Hits): number =>
  ratio(2 * right, 2 * right + wrong + missed);

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
