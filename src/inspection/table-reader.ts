import type { TextBlock } from "../core/text-block";
import { classTable, DIGIT, LATIN, SPACE, unitSet } from "../detectors/characters";
import { MAYBE, SURE, type Certainty } from "../detectors/detector";
import type { Reading } from "../detectors/hash";
import type { Label } from "../detectors/labels";
import { isAddressed, isPlaceholder, namesOrganisation } from "../detectors/organisation";
import { personName } from "../detectors/person-name";
import { readersOf, Scanner, type Sink } from "../detectors/scanner";
import { Column } from "./column";
import { ADDRESS, ADDRESSED, EMAIL, KANA, NAME, OWN_LINE, STAFF, UNSURE } from "./fact";
import { JoinedCells } from "./joined-cells";
import type { LabelBook } from "./label-book";
import type { Ledger } from "./ledger";
import { END_OF_LABEL, LineScan } from "./line-scan";
import type { Setting } from "./prose-reader";
import { HeaderFinder, type Header } from "./table-header";
import { settleTable } from "./table-people";
import { TableRows } from "./table-rows";

const SHORTEST_NUMBER = 6;
const LONGEST_NAME = 40;
/** Rows of a table without a header in which labels are looked for; farther down if there are some. */
const ROWS_OF_A_FORM = 200;
const ROWS_PER_LABEL = 20;
const LONGEST_LABEL = 14;
const AT = 0x40;
const COLON = 0x3a;
const HONORIFIC = 0x69d8;
const NAME_READERS = readersOf("person-name");
const HOUSE_SIGNS = unitSet("0123456789丁番");
/** How words end behind which a number is no telephone: 品番, 契約番号, 会員コード, 商品名. */
const ENDS_OF_THINGS = unitSet("番号ド名先元種式社人校属業");

/** Reads a table row by row; people are made of the rows once it is known what the columns are. */
export class TableReader implements Sink {
  private rows = new TableRows(false);
  /** The form around a table of goods, which may go on below it. */
  private resting: TableRows | null = null;
  private header: Header | null = null;
  private readonly scanner = new Scanner();
  private readonly finder: HeaderFinder;
  private readonly joined = new JoinedCells();
  private readonly lines: LineScan;
  private readonly classes = classTable();
  private block!: TextBlock;
  private row = 0;
  private column = 0;
  private flags = 0;
  /** 1 + the column of the row's company, 0 without one. */
  private company = 0;

  constructor(
    private readonly ledger: Ledger,
    private readonly labels: LabelBook,
    private readonly setting: Setting,
  ) {
    this.finder = new HeaderFinder(labels);
    this.lines = new LineScan(labels);
    ledger.beginRegion();
  }

  take(block: TextBlock): void {
    this.block = block;
    for (let row = 0; row < block.rowCount; row++) {
      if (this.rows.hasHeader) {
        if (this.goesOnAsForm(row)) this.leaveTable();
      } else if (this.mayHoldLabels && this.isHeader(row)) {
        this.begin(this.finder.read(block, row));
        continue;
      }
      this.readRow(row);
    }
  }

  end(): void {
    this.settle(this.rows);
    if (this.resting) this.settle(this.resting);
    this.resting = null;
  }

  private settle(rows: TableRows): void {
    settleTable(rows, this.ledger, this.setting);
    this.ledger.keep(rows.samples.settle((fact) => rows.facts.isCounted(fact)));
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
    if (rows.samples.wants(kind)) {
      const number = block.rowNumbers[this.row] as number;
      const { start, end } = reading;
      rows.samples.take(rows.facts.length, kind, block.units, start, end, block.place, number);
    }
    rows.facts.add(kind, flags, this.column, reading.high, reading.low);
  }

  /** The rows below a header are a table of their own. */
  private begin(header: Header): void {
    const isGoods = !Array.from(header.values()).some((label) => label && label.kind !== null);
    if (isGoods && !this.rows.hasHeader && this.rows.form.used > 0) this.resting = this.rows;
    else if (isGoods && this.resting) this.settle(this.rows);
    else this.end();
    this.ledger.beginRegion();
    this.rows = new TableRows(true);
    this.header = certainLabels(header);
    this.joined.begin(header);
  }

  /** Below a table a form goes on, or begins. */
  private leaveTable(): void {
    this.settle(this.rows);
    if (!this.resting) this.ledger.beginRegion();
    this.rows = this.resting ?? new TableRows(false);
    this.resting = null;
    this.header = null;
    this.joined.begin(new Map());
  }

  private readRow(row: number): void {
    const { block, rows } = this;
    this.row = row;
    this.company = 0;
    const firstFact = rows.facts.length;
    const first = row === 0 ? 0 : (block.rowEnds[row - 1] as number);
    const last = block.rowEnds[row] as number;
    const mayHoldLabels = this.mayHoldLabels;
    if (this.joined.isUsed) this.joined.clear();
    if (mayHoldLabels) rows.form.beginRow();
    for (let cell = first; cell < last; cell++) {
      let from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      let to = block.cellEnds[cell] as number;
      while (from < to && this.classes[block.units[from] as number] === SPACE) from += 1;
      while (to > from && this.classes[block.units[to - 1] as number] === SPACE) to -= 1;
      if (from === to) continue;
      const column = block.cellColumns[cell] as number;
      if (mayHoldLabels) this.readFormCell(from, to, column);
      else this.readCell(from, to, column, null);
    }
    if (this.joined.isUsed) this.readJoined();
    const isPlain = rows.facts.length === firstFact && !mayHoldLabels && last - first > 1;
    if (isPlain && this.isHeader(row)) {
      this.begin(this.finder.read(block, row));
      return;
    }
    rows.ends.push(rows.facts.length);
    rows.numbers.push(block.rowNumbers[row] as number);
    rows.companies.push(this.company);
  }

  private get mayHoldLabels(): boolean {
    const { hasHeader, ends, form } = this.rows;
    return !hasHeader && ends.length < ROWS_OF_A_FORM + form.used * ROWS_PER_LABEL;
  }

  /** A cell that is a label, or the value of one. */
  private readFormCell(from: number, to: number, at: number): void {
    const { form } = this.rows;
    const own = this.labelIn(from, to);
    if (own) form.take(own, at);
    else this.readCell(from, to, at, form.of(at));
  }

  private readCell(from: number, to: number, at: number, beside: Label | null): void {
    const { block, rows } = this;
    this.column = at;
    const column = rows.columns[at] ?? this.addColumn(at);
    column.cells += 1;
    const label = column.label ?? beside;
    const isStaff = column.isStaff || beside?.part === "staff";
    this.flags = (beside !== null && beside.kind !== null ? OWN_LINE : 0) | (isStaff ? STAFF : 0);
    if (label) {
      if (this.readLabelled(column, label, from, to)) return;
      if (label.kind === null && this.classes[block.units[from] as number] === DIGIT) return;
    }
    this.readPlain(column, from, to, label);
  }

  /** By the column's header or the label on the left. True where nothing more is to be read. */
  private readLabelled(column: Column, label: Label, from: number, to: number): boolean {
    const { units } = this.block;
    if (label.kind === null) return false;
    if (label.vague && units[to - 1] !== HONORIFIC) return false;
    if (label.kind === "address" && hasNumber(units, from, to)) column.numbers += 1;
    if (this.joined.isUsed && this.joined.takes(this.column, from, to)) return true;
    const readers = label === column.label ? column.readers : readersOf(label.kind);
    if (readers && this.scanner.readWith(readers, units, from, to, this)) return true;
    if (label.kind !== "person-name") return false;
    if (namesOrganisation(units, from, to)) {
      column.organisations += 1;
      if (label.part !== "staff") this.company = this.column + 1;
    } else if (isPlaceholder(units, from, to)) {
      column.organisations += 1;
      this.company = this.column + 1;
    }
    return false;
  }

  private readPlain(column: Column, from: number, to: number, label: Label | null): void {
    const { units } = this.block;
    const { scanner } = this;
    const isAddressee = this.lines.isAddressee(units, from, to);
    if (isAddressee && scanner.readWith(NAME_READERS, units, from, to, this)) return;
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
    const isThing = label !== null && label.kind === null;
    if (!this.rows.hasHeader && !isThing && namesOrganisation(units, from, to))
      this.company = this.column + 1;
    if (to - from < SHORTEST_NUMBER) return;
    // In a sheet of one column stands a letter, perhaps.
    const cell = units.subarray(from, to);
    const isLine =
      this.rows.columns.length === 1 || cell.indexOf(COLON) > 0 || cell.indexOf(END_OF_LABEL) > 0;
    if (!this.rows.hasHeader && isLine) {
      this.readLine(from, to);
      return;
    }
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

  /** 氏名: 佐藤 浩 in one cell. */
  private readLine(from: number, to: number): void {
    const { reading } = this.scanner;
    const { flags } = this;
    for (const value of this.lines.read(this.block.units, from, to)) {
      reading.at(value.start, value.end);
      reading.high = value.high;
      reading.low = value.low;
      reading.isKana = (value.flags & KANA) !== 0;
      this.flags = flags | (value.flags & (OWN_LINE | STAFF));
      this.found(value.kind, value.flags & UNSURE ? MAYBE : SURE, reading);
    }
  }

  /** Labels of things, too, as far as they are no mere words of a row. */
  private labelIn(from: number, to: number): Label | null {
    const { units } = this.block;
    if (to - from > LONGEST_LABEL || this.classes[units[from] as number] === DIGIT) return null;
    const label = this.labels.of(units, from, to);
    if (!label || label.kind !== null) return label;
    return ENDS_OF_THINGS[units[to - 1] as number] === 1 ? label : null;
  }

  private isHeader(row: number): boolean {
    const { hasHeader, form } = this.rows;
    return this.finder.isHeader(this.block, row, this.isValue, hasHeader ? null : form);
  }

  /** Below columns of other things a label stands beside a value: 「お届け先氏名 | 佐藤 浩」. */
  private goesOnAsForm(row: number): boolean {
    const { block } = this;
    const last = block.rowEnds[row] as number;
    let hasLabel = false;
    for (let cell = row === 0 ? 0 : (block.rowEnds[row - 1] as number); cell < last; cell++) {
      const from = cell === 0 ? 0 : (block.cellEnds[cell - 1] as number);
      const to = block.cellEnds[cell] as number;
      if (from === to || (to === from + 1 && this.classes[block.units[from] as number] === SPACE))
        continue;
      const named = this.header?.get(block.cellColumns[cell] as number);
      if (named && named.kind !== null) return false;
      const own = this.labelIn(from, to);
      const isLabel = own !== null && own.kind !== null && !own.vague;
      if (isLabel === hasLabel) return false;
      if (hasLabel) return true;
      hasLabel = true;
    }
    return false;
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

/** A house has one, in kanji behind 丁目 or 番; a town has none. */
function hasNumber(units: Uint16Array, from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) if (HOUSE_SIGNS[units[i] as number] === 1) return true;
  return false;
}

/** "Name" beside "Email" is the name of a person; a reading beside 駅名 alone is that of a station. */
function certainLabels(header: Header): Header {
  const labels = Array.from(header.values());
  const has = (test: (label: Label) => boolean): boolean =>
    labels.some((label) => label !== null && test(label));
  if (!has(({ kind, vague }) => kind !== null && !vague)) return header;
  const isNamed = has(({ kind, part }) => kind === "person-name" && part !== "reading");
  const isOfThings = !isNamed && has(({ part }) => part === "thing");
  const certain = new Map<number, Label | null>();
  header.forEach((label, column) =>
    certain.set(column, label && { ...label, vague: isOfThings && label.part === "reading" }),
  );
  return certain;
}
