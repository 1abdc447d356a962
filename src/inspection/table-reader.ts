import type { TextBlock } from "../core/text-block";
import { classTable, DIGIT, LATIN, SPACE } from "../detectors/characters";
import { SURE, type Certainty } from "../detectors/detector";
import type { Reading } from "../detectors/hash";
import type { Label } from "../detectors/labels";
import { isAddressed, isPlaceholder, namesOrganisation } from "../detectors/organisation";
import { personName } from "../detectors/person-name";
import { Scanner, type Sink } from "../detectors/scanner";
import { Column } from "./column";
import { ADDRESS, ADDRESSED, EMAIL, FactList, KANA, NAME, OWN_LINE, STAFF, UNSURE } from "./fact";
import { IntList } from "./int-list";
import { JoinedCells } from "./joined-cells";
import type { LabelBook } from "./label-book";
import type { Ledger } from "./ledger";
import type { Setting } from "./prose-reader";
import { Samples } from "./samples";
import { HeaderFinder, type Header } from "./table-header";
import { settleTable } from "./table-people";

const SHORTEST_NUMBER = 6;
const LONGEST_NAME = 40;
/** Rows of a table without a header in which a cell may be the label of the next one. */
const ROWS_OF_A_FORM = 200;
const AT = 0x40;

/** Rows of one table between two headers, and what was found in them. */
export class TableRows {
  readonly facts = new FactList();
  readonly columns: Column[] = [];
  /** Of each row: the index behind its last fact, its number, whether a company stands in it. */
  readonly ends = new IntList();
  readonly numbers = new IntList();
  readonly companies = new IntList();
  hasHeader = false;
}

/** Reads a table row by row; people are made of the rows once it is known what the columns are. */
export class TableReader implements Sink {
  private rows = new TableRows();
  private header: Header | null = null;
  private isFirstBlock = true;
  private readonly samples = new Samples();
  private readonly scanner = new Scanner();
  private readonly finder: HeaderFinder;
  private readonly joined = new JoinedCells();
  private readonly classes = classTable();
  private block!: TextBlock;
  private row = 0;
  private column = 0;
  private flags = 0;
  private isCompany = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly labels: LabelBook,
    private readonly setting: Setting,
  ) {
    this.finder = new HeaderFinder(labels);
    ledger.beginRegion();
  }

  take(block: TextBlock): void {
    this.block = block;
    const headerRow = this.isFirstBlock ? this.finder.find(block, 0, this.isValue) : -1;
    this.isFirstBlock = false;
    for (let row = 0; row < block.rowCount; row++) {
      if (row === headerRow) this.begin(this.finder.read(block, row));
      else this.readRow(row);
    }
  }

  end(): void {
    settleTable(this.rows, this.ledger, this.setting);
    const { facts } = this.rows;
    this.ledger.keep(this.samples.settle((fact) => facts.isCounted(fact)));
  }

  found(kind: number, certainty: Certainty, reading: Reading): void {
    const { rows, block } = this;
    const column = rows.columns[this.column] as Column;
    const counts = certainty === SURE ? column.sure : column.unsure;
    counts[kind] = (counts[kind] as number) + 1;
    column.hint = kind;
    let flags = this.flags | (certainty === SURE ? 0 : UNSURE);
    if (kind === NAME && reading.isKana) flags |= KANA;
    if (kind === NAME && isAddressed(block.units, reading.end)) flags |= ADDRESSED;
    if (kind === EMAIL) flags |= this.ledger.familiar.mailFlags(block.units, reading);
    if (this.samples.wants(kind)) {
      const number = block.rowNumbers[this.row] as number;
      const { start, end } = reading;
      this.samples.take(rows.facts.length, kind, block.units, start, end, block.place, number);
    }
    rows.facts.add(kind, flags, this.column, reading.high, reading.low);
  }

  /** The rows below a header are a table of their own. */
  private begin(header: Header): void {
    this.end();
    this.ledger.beginRegion();
    this.rows = new TableRows();
    this.rows.hasHeader = true;
    this.header = certainLabels(header);
    this.joined.begin(header);
  }

  private readRow(row: number): void {
    const { block, rows } = this;
    this.row = row;
    this.isCompany = false;
    const firstFact = rows.facts.length;
    const first = row === 0 ? 0 : (block.rowEnds[row - 1] as number);
    const last = block.rowEnds[row] as number;
    if (this.joined.isUsed) this.joined.clear();
    let left: Label | null = null;
    for (let cell = first; cell < last; cell++) {
      let from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      let to = block.cellEnds[cell] as number;
      while (from < to && this.classes[block.units[from] as number] === SPACE) from += 1;
      while (to > from && this.classes[block.units[to - 1] as number] === SPACE) to -= 1;
      if (from === to) continue;
      left = this.readCell(from, to, block.cellColumns[cell] as number, left);
    }
    if (this.joined.isUsed) this.readJoined();
    if (rows.facts.length === firstFact && this.isAnotherHeader(row, last - first)) {
      this.begin(this.finder.read(block, row));
      return;
    }
    rows.ends.push(rows.facts.length);
    rows.numbers.push(block.rowNumbers[row] as number);
    rows.companies.push(this.isCompany ? 1 : 0);
  }

  /** Reads one cell; the label that it is for the next one, if it is one. */
  private readCell(from: number, to: number, at: number, left: Label | null): Label | null {
    const { block, rows } = this;
    this.column = at;
    const column = rows.columns[at] ?? this.addColumn(at);
    column.cells += 1;
    const label = column.label ?? left;
    this.flags =
      (column.label === null && left !== null ? OWN_LINE : 0) | (column.isStaff ? STAFF : 0);
    if (label) {
      if (this.readLabelled(column, label, from, to)) return null;
      if (label.kind === null && this.classes[block.units[from] as number] === DIGIT) return null;
    } else if (!rows.hasHeader && rows.ends.length < ROWS_OF_A_FORM) {
      const own = this.labelIn(from, to);
      if (own) return own;
    }
    this.readPlain(column, from, to, label);
    return null;
  }

  /** By the column's header or the label on the left. True where nothing more is to be read. */
  private readLabelled(column: Column, label: Label, from: number, to: number): boolean {
    const { units } = this.block;
    if (label.kind === null || label.vague) return false;
    if (this.joined.takes(this.column, from, to)) return true;
    if (this.scanner.readLabelled(units, from, to, label.kind, this)) return true;
    if (label.kind !== "person-name") return false;
    if (namesOrganisation(units, from, to)) {
      column.organisations += 1;
      if (label.part !== "staff") this.isCompany = true;
    } else if (isPlaceholder(units, from, to)) {
      column.organisations += 1;
      this.isCompany = true;
    }
    return false;
  }

  private readPlain(column: Column, from: number, to: number, label: Label | null): void {
    const { units } = this.block;
    const { scanner } = this;
    if (column.hint >= 0 && scanner.readAs(column.hint, units, from, to, this)) return;
    if (scanner.startsNumber(units[from] as number)) {
      if (to - from < SHORTEST_NUMBER) return;
      if (scanner.readNumber(units, from, to, this)) return;
    } else if (this.classes[units[from] as number] === LATIN) {
      if (scanner.readAs(EMAIL, units, from, to, this)) return;
      if (to - from <= LONGEST_NAME && scanner.readAs(NAME, units, from, to, this)) return;
    } else {
      if (to - from <= LONGEST_NAME && scanner.readAs(NAME, units, from, to, this)) return;
      if (to - from > 4 && scanner.readAs(ADDRESS, units, from, to, this)) return;
    }
    if (!this.rows.hasHeader && namesOrganisation(units, from, to)) this.isCompany = true;
    if (to - from < SHORTEST_NUMBER) return;
    scanner.scan(units, from, to, (at) => this.labels.before(units, at, from) ?? label, this);
  }

  /** Names and addresses that stand in several columns. */
  private readJoined(): void {
    this.joined.each(this.block.units, (kind, column, isKana, reading) => {
      this.column = column;
      const at = this.rows.columns[column];
      if (!at) return;
      this.flags = 0;
      reading.isKana = isKana;
      this.found(kind, SURE, reading);
    });
  }

  private labelIn(from: number, to: number): Label | null {
    const { units } = this.block;
    if (to - from > 14 || this.classes[units[from] as number] === DIGIT) return null;
    const label = this.labels.of(units, from, to);
    return label && label.kind !== null ? label : null;
  }

  /** A row without values, of short cells that begin with letters, two labels among them. */
  private isAnotherHeader(row: number, cells: number): boolean {
    return cells >= 2 && this.finder.isHeader(this.block, row, this.isValue);
  }

  private readonly isValue = (from: number, to: number): boolean => {
    const { units } = this.block;
    return (
      personName.read(units, from, to, false, this.scanner.reading) === SURE ||
      units.subarray(from, to).indexOf(AT) >= 0
    );
  };

  private addColumn(at: number): Column {
    const { columns } = this.rows;
    for (let column = columns.length; column <= at; column++) {
      columns.push(new Column(this.header?.get(column) ?? null));
    }
    return columns[at] as Column;
  }
}

/** "Name" beside "Email" is the name of a person. */
function certainLabels(header: Header): Header {
  const labels = Array.from(header.values());
  if (!labels.some((label) => label !== null && label.kind !== null && !label.vague)) return header;
  const certain = new Map<number, Label | null>();
  header.forEach((label, column) => certain.set(column, label && { ...label, vague: false }));
  return certain;
}
