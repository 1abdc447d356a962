import { Draft } from "./draft";
import { ADDRESS, BIRTH_DATE, IS_DIRECT, KANA, NAME, OWN_LINE, PHONE, STAFF, UNSURE } from "./fact";
import { LineGroups } from "./line-groups";
import type { Ledger } from "./ledger";
import type { Setting } from "./prose-reader";
import type { TableRows } from "./table-reader";

const KINDS_OF_A_NAMELESS_CUSTOMER = [ADDRESS, PHONE, BIRTH_DATE];
const ROWS_OF_A_FORM = 200;

/** Decides which rows of a table are people, and hands them to the ledger. */
export function settleTable(rows: TableRows, ledger: Ledger, setting: Setting): void {
  if (rows.facts.length === 0) return;
  const table = new TablePeople(rows, ledger, setting);
  if (table.read() === 0 && !rows.hasHeader && rows.ends.length <= ROWS_OF_A_FORM)
    table.readAsForm();
}

class TablePeople {
  private readonly draft = new Draft();
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
      used.some(({ labelled }) => labelled === "address") &&
      used.every(({ labelled }) => labelled === "address" || labelled === "postal-code");
    this.hasNames = columns.some(
      (column, at) => column.labelled === "person-name" && (this.direct[at] as number) !== 0,
    );
  }

  /** Hands over a record for each row that is a person; how many there were. */
  read(): number {
    const { rows, draft } = this;
    let people = 0;
    let first = 0;
    for (let row = 0; row < rows.ends.length; row++) {
      const last = rows.ends.get(row);
      this.fill(first, last);
      if (this.isPerson(first, last, rows.companies.get(row) === 1)) {
        people += 1;
        this.ledger.record(draft, this.setting.quote, this.setting.inBody);
        for (let fact = first; fact < last; fact++) if (this.counts(fact)) rows.facts.count(fact);
      }
      first = last;
    }
    return people;
  }

  /** A sheet laid out as a form: labels beside values, one person in a few rows. */
  readAsForm(): void {
    const { rows } = this;
    const groups = new LineGroups(rows.facts, (draft, facts) => {
      for (const fact of facts) rows.facts.count(fact);
      this.ledger.record(draft, this.setting.quote, this.setting.inBody);
    });
    let first = 0;
    for (let row = 0; row < rows.ends.length; row++) {
      const last = rows.ends.get(row);
      if (rows.companies.get(row) === 1) groups.company();
      for (let fact = first; fact < last; fact++) {
        const isCertain = (rows.facts.flags(fact) & UNSURE) === 0;
        if (isCertain) groups.line(fact, fact + 1, rows.numbers.get(row));
      }
      first = last;
    }
    groups.end();
  }

  private fill(first: number, last: number): void {
    const { draft, rows } = this;
    const { facts } = rows;
    draft.clear();
    let staff = 0;
    for (let fact = first; fact < last; fact++) {
      if (!this.counts(fact)) continue;
      if (facts.flags(fact) & STAFF) staff += 1;
      else draft.add(facts.kind(fact), facts.flags(fact), facts.high(fact), facts.low(fact));
    }
    if (staff === 0 || draft.name >= 0 || this.hasNames) return;
    for (let fact = first; fact < last; fact++) {
      if (!this.counts(fact) || (facts.flags(fact) & STAFF) === 0) continue;
      draft.add(facts.kind(fact), facts.flags(fact), facts.high(fact), facts.low(fact));
    }
  }

  private counts(fact: number): boolean {
    const { facts } = this.rows;
    const bit = 1 << facts.kind(fact);
    const column = facts.column(fact);
    const flags = facts.flags(fact);
    if (flags & UNSURE) return ((this.agreed[column] as number) & bit) !== 0;
    return (flags & OWN_LINE) !== 0 || ((this.trusted[column] as number) & bit) !== 0;
  }

  private isPerson(first: number, last: number, isCompany: boolean): boolean {
    const { draft } = this;
    if (draft.length === 0 || (isCompany && draft.name < 0)) return false;
    if (draft.isRecord || this.hasDirectValue(first, last)) return true;
    const isCustomer = this.hasNames || this.directColumns >= 2 || this.isAddressList;
    return isCustomer && KINDS_OF_A_NAMELESS_CUSTOMER.some((kind) => draft.has(kind));
  }

  /** A value that counts as a person because its column is a list of people. */
  private hasDirectValue(first: number, last: number): boolean {
    const { facts } = this.rows;
    for (let fact = first; fact < last; fact++) {
      const isReading = facts.kind(fact) === NAME && (facts.flags(fact) & KANA) !== 0;
      const set = this.direct[facts.column(fact)] as number;
      if (set & (1 << facts.kind(fact)) && this.counts(fact))
        return !isReading || this.draft.name < 0;
    }
    return false;
  }
}
