import { Draft } from "./draft";
import { ADDRESS, BIRTH_DATE, IS_DIRECT, KANA, NAME, OWN_LINE, PHONE, STAFF, UNSURE } from "./fact";
import { IntList } from "./int-list";
import { LineGroups } from "./line-groups";
import type { Ledger } from "./ledger";
import type { Setting } from "./prose-reader";
import { laneOf, lanesOf } from "./lanes";
import type { TableRows } from "./table-rows";

const KINDS_OF_A_NAMELESS_CUSTOMER = [ADDRESS, PHONE, BIRTH_DATE];
/** In a longer table without labels, values in different rows have nothing to do with each other. */
const ROWS_OF_LOOSE_VALUES = 2000;
/** Fewer house numbers than that: a list of towns. */
const NUMBERED_SHARE = 0.5;
/** Labels speak for at least this share of the values of a form. */
const LABELLED_SHARE = 0.5;

/** Decides which rows of a table are people, and hands them to the ledger. */
export function settleTable(rows: TableRows, ledger: Ledger, setting: Setting): void {
  if (rows.facts.length === 0) return;
  const table = new TablePeople(rows, ledger, setting);
  if (rows.hasHeader) table.read();
  else if (table.isForm) table.readAsForm(true);
  else if (table.read() === 0 && rows.ends.length <= ROWS_OF_LOOSE_VALUES) table.readAsForm(false);
}

class TablePeople {
  private readonly draft = new Draft();
  /** The facts of the row in hand that count. */
  private readonly kept = new IntList();
  /** Bit sets of kinds by column: what counts, what counts with the column's help, what is a person. */
  private readonly trusted: number[];
  private readonly agreed: number[];
  private readonly direct: number[];
  private readonly hasNames: boolean;
  private readonly directColumns: number;
  /** Nothing but addresses: the list of a mailing without its names. */
  private readonly isAddressList: boolean;

  constructor(
    private readonly rows: TableRows,
    private readonly ledger: Ledger,
    private readonly setting: Setting,
  ) {
    const kinds = IS_DIRECT.map((_, kind) => kind);
    const bits = (test: (kind: number) => boolean): number =>
      kinds.reduce((set, kind) => set | (test(kind) ? 1 << kind : 0), 0);
    const { columns } = rows;
    this.trusted = columns.map((column) => bits((kind) => column.trusts(kind)));
    this.agreed = columns.map((column) => bits((kind) => column.agrees(kind)));
    this.direct = columns.map((column) => bits((kind) => column.isDirect(kind)));
    this.directColumns = this.direct.filter((set) => set !== 0).length;
    const used = columns.filter((column) => column.cells > 0);
    this.isAddressList =
      used.some(({ numbers, cells }) => numbers >= NUMBERED_SHARE * cells && numbers > 0) &&
      used.every(({ labelled }) => labelled === "address" || labelled === "postal-code");
    this.hasNames = this.direct.some((set) => (set & (1 << NAME)) !== 0);
  }

  /** Hands over a record for each row that is a person; how many there were. */
  read(): number {
    const { rows, draft } = this;
    let people = 0;
    let first = 0;
    for (let row = 0; row < rows.ends.length; row++) {
      const last = rows.ends.get(row);
      this.fill(first, last);
      if (this.isPerson(rows.companies.get(row) > 0)) {
        people += 1;
        this.ledger.record(draft, this.setting.quote, this.setting.inBody);
        for (let i = 0; i < this.kept.length; i++) rows.facts.count(this.kept.get(i));
      }
      first = last;
    }
    return people;
  }

  /** Most values stand beside or below a label of their own. */
  get isForm(): boolean {
    const { facts } = this.rows;
    let sure = 0;
    let labelled = 0;
    for (let fact = 0; fact < facts.length; fact++) {
      if (facts.flags(fact) & UNSURE) continue;
      sure += 1;
      if (facts.flags(fact) & OWN_LINE) labelled += 1;
    }
    return labelled > 0 && labelled >= LABELLED_SHARE * sure;
  }

  /** A sheet laid out as a form: one person in a few rows, or several side by side. */
  readAsForm(isLabelled: boolean): void {
    const lanes = lanesOf(this.rows);
    if (this.readLanes(lanes, isLabelled) === 0 && lanes.length > 1 && isLabelled)
      this.readLanes([], isLabelled);
  }

  private readLanes(lanes: readonly number[], isLabelled: boolean): number {
    const { rows } = this;
    let people = 0;
    const record = (draft: Draft, facts: readonly number[]): void => {
      people += 1;
      for (const fact of facts) rows.facts.count(fact);
      this.ledger.record(draft, this.setting.quote, this.setting.inBody);
    };
    const groups = Array.from(
      { length: Math.max(lanes.length, 1) },
      () => new LineGroups(rows.facts, record, isLabelled),
    );
    const at = (column: number): LineGroups => groups[laneOf(lanes, column)] as LineGroups;
    let first = 0;
    for (let row = 0; row < rows.ends.length; row++) {
      const last = rows.ends.get(row);
      const company = rows.companies.get(row);
      if (company > 0) at(company - 1).company();
      for (let fact = first; fact < last; fact++) {
        const group = at(rows.facts.column(fact));
        if (this.belongs(fact, group)) group.line(fact, fact + 1, rows.numbers.get(row));
      }
      first = last;
    }
    for (const group of groups) group.end();
    return people;
  }

  /** Our salesman's name among a customer's data is not the next person's. */
  private belongs(fact: number, group: LineGroups): boolean {
    const { facts } = this.rows;
    const flags = facts.flags(fact);
    if (flags & UNSURE) return false;
    return facts.kind(fact) !== NAME || (flags & STAFF) === 0 || !group.hasCustomer;
  }

  /** Takes the facts of a row that count. */
  private fill(first: number, last: number): void {
    const { draft, rows, kept } = this;
    const { facts } = rows;
    draft.clear();
    kept.clear();
    let staff = 0;
    for (let fact = first; fact < last; fact++) {
      const kind = facts.kind(fact);
      const flags = facts.flags(fact);
      if (!this.counts(kind, flags, facts.column(fact))) continue;
      kept.push(fact);
      if (flags & STAFF) staff += 1;
      else draft.add(kind, flags, facts.high(fact), facts.low(fact));
    }
    if (staff === 0 || draft.name >= 0 || this.hasNames) return;
    for (let i = 0; i < kept.length; i++) {
      const fact = kept.get(i);
      if ((facts.flags(fact) & STAFF) === 0) continue;
      draft.add(facts.kind(fact), facts.flags(fact), facts.high(fact), facts.low(fact));
    }
  }

  private counts(kind: number, flags: number, column: number): boolean {
    const bit = 1 << kind;
    if (flags & UNSURE) return ((this.agreed[column] as number) & bit) !== 0;
    return (flags & OWN_LINE) !== 0 || ((this.trusted[column] as number) & bit) !== 0;
  }

  private isPerson(isCompany: boolean): boolean {
    const { draft } = this;
    if (draft.length === 0 || (isCompany && draft.name < 0)) return false;
    if (draft.isRecord || this.hasDirectValue()) return true;
    const isCustomer = this.hasNames || this.directColumns >= 2 || this.isAddressList;
    return isCustomer && KINDS_OF_A_NAMELESS_CUSTOMER.some((kind) => draft.has(kind));
  }

  /** A value that counts as a person because its column is a list of people. */
  private hasDirectValue(): boolean {
    const { facts } = this.rows;
    for (let i = 0; i < this.kept.length; i++) {
      const fact = this.kept.get(i);
      const isReading = facts.kind(fact) === NAME && (facts.flags(fact) & KANA) !== 0;
      const set = this.direct[facts.column(fact)] as number;
      if (set & (1 << facts.kind(fact))) return !isReading || this.draft.name < 0;
    }
    return false;
  }
}
