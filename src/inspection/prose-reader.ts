import type { Kind } from "../core/kind";
import type { TextBlock } from "../core/text-block";
import { namesOrganisation } from "../detectors/organisation";
import { FactList, EMAIL, MOBILE, PHONE, UNSURE, WHOLE_LINE } from "./fact";
import type { LabelBook } from "./label-book";
import type { Ledger } from "./ledger";
import { LineGroups } from "./line-groups";
import { LineScan, type Value } from "./line-scan";
import { Samples } from "./samples";

const RULE = "-=_*~─━＿・";
const SHORTEST_RULE = 4;

/** Where the reader of a text stands: the quoted mail and whether it is the body of the mail. */
export interface Setting {
  quote: number;
  readonly inBody: boolean;
}

/** Reads running text line by line and hands what it says about people to the ledger. */
export class ProseReader {
  private readonly facts = new FactList();
  private readonly samples = new Samples();
  private readonly scan: LineScan;
  private readonly groups: LineGroups;
  /** What the line above says that this one is. */
  private heading: Kind | null = null;

  constructor(
    private readonly ledger: Ledger,
    labels: LabelBook,
    private readonly setting: Setting,
  ) {
    this.scan = new LineScan(labels);
    this.groups = new LineGroups(this.facts, (draft, facts) => {
      for (const fact of facts) this.facts.count(fact);
      this.ledger.record(draft, this.setting.quote, this.setting.inBody);
    });
    ledger.beginRegion();
  }

  row(block: TextBlock, row: number): void {
    const lastCell = block.rowEnds[row] as number;
    const firstCell = row === 0 ? 0 : (block.rowEnds[row - 1] as number);
    for (let cell = firstCell; cell < lastCell; cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      this.line(block, from, block.cellEnds[cell] as number, block.rowNumbers[row] as number);
    }
  }

  /** The mail goes over into another one, quoted; no record reaches across. */
  cut(): void {
    this.groups.end();
  }

  end(): void {
    this.groups.end();
    this.ledger.keep(this.samples.settle((fact) => this.facts.isCounted(fact)));
    this.facts.clear();
  }

  private line(block: TextBlock, from: number, to: number, number: number): void {
    if (isRule(block.units, from, to)) {
      this.groups.cut();
      return;
    }
    const values = this.read(block.units, from, to);
    if (values.length === 0) {
      if (namesOrganisation(block.units, from, to)) this.groups.company();
      return;
    }
    const hasContact = values.some(
      ({ kind }) => kind === PHONE || kind === MOBILE || kind === EMAIL,
    );
    const first = this.facts.length;
    for (const value of values) {
      const isUnsure = (value.flags & UNSURE) !== 0 && !hasContact;
      if (!isUnsure || value.flags & WHOLE_LINE) this.take(block, value, isUnsure, number);
    }
    this.groups.line(first, this.facts.length, number);
  }

  /** ■お名前, and below it the name: or a list of names. */
  private read(units: Uint16Array, from: number, to: number): readonly Value[] {
    if (this.heading !== null) {
      const below = this.scan.below(this.heading, units, from, to);
      if (below.length > 0) return below;
    }
    const values = this.scan.read(units, from, to);
    this.heading = values.length > 0 ? null : this.scan.heading(units, from, to);
    return values;
  }

  private take({ units, place }: TextBlock, value: Value, isUnsure: boolean, row: number): void {
    const { kind, high, low, start, end } = value;
    const mail = kind === EMAIL ? this.ledger.familiar.mailFlags(units, value) : 0;
    if (this.samples.wants(kind)) {
      this.samples.take(this.facts.length, kind, units, start, end, place, row);
    }
    this.facts.add(kind, (isUnsure ? value.flags : value.flags & ~UNSURE) | mail, 0, high, low);
  }
}

/** A line drawn with signs. */
function isRule(units: Uint16Array, from: number, to: number): boolean {
  if (to - from < SHORTEST_RULE) return false;
  const first = units[from] as number;
  if (RULE.indexOf(String.fromCharCode(first)) < 0) return false;
  for (let i = from; i < to; i++) if (units[i] !== first && units[i] !== 0x20) return false;
  return true;
}
