import type { TextBlock } from "../core/text-block";
import { foldString } from "../text/fold";
import { unitsToString } from "../text/units";
import { nameInFileName } from "./greeting";

const HONORIFIC = 0x69d8;
const LONGEST = 24;
/** More names than this are many. */
const KEPT = 3;

/** Names that a file speaks of with 様: in its own name and in its text. */
export class PartNames {
  private readonly names = new Set<string>();

  constructor(fileName: string) {
    const name = nameInFileName(foldString(fileName));
    if (name !== null) this.add(name);
  }

  take(block: TextBlock): void {
    if (this.names.size >= KEPT) return;
    const { units, cellEnds, rowEnds, rowCount } = block;
    const end = cellEnds[(rowEnds[rowCount - 1] as number) - 1] as number;
    for (let at = units.indexOf(HONORIFIC); at >= 0 && at < end;) {
      const text = unitsToString(units, cellStart(block, at), at + 1);
      const name = nameInFileName(text);
      if (name !== null) this.add(name);
      if (this.names.size >= KEPT) return;
      at = units.indexOf(HONORIFIC, at + 1);
    }
  }

  /** 佐藤 in the file's name and 佐藤 浩 in its text are one. */
  private add(name: string): void {
    for (const known of Array.from(this.names)) {
      if (begins(name, known)) return;
      if (begins(known, name)) this.names.delete(known);
    }
    this.names.add(name);
  }

  /** The one person that the file names; null where it names nobody or several. */
  get only(): string | null {
    return this.names.size === 1 ? (this.names.values().next().value ?? null) : null;
  }
}

function begins(shorter: string, longer: string): boolean {
  const plain = shorter.replace(/\s/g, "");
  return longer.replace(/\s/g, "").slice(0, plain.length) === plain;
}

/** The beginning of the cell around `at`, not farther back than a name is long. */
function cellStart({ cellEnds, rowEnds, rowCount }: TextBlock, at: number): number {
  let low = 0;
  let high = rowEnds[rowCount - 1] as number;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cellEnds[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  const start = low === 0 ? 0 : (cellEnds[low - 1] as number);
  return Math.max(start, at - LONGEST);
}
