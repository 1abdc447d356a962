import type { Account, Deputy, Person, SharedMailbox, Unit } from "../../core/directory";
import { normalAddress } from "../../text/address";
import { decodeCsv, readCsv, type CsvRow } from "./csv";
import { type ReadDirectory, UnreadableDirectory } from "./read-directory";

/** Columns of the file, in any order; each kind of row uses some of them. */
export const COLUMNS = [
  "kind",
  "id",
  "name",
  "unit",
  "parent",
  "role",
  "oid",
  "address",
  "admin",
  "privacy_officer",
  "duty_pool",
  "left",
  "manager",
  "from",
  "until",
  "senders",
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>> & { readonly line: number };

interface Draft {
  readonly units: Map<string, { -readonly [K in keyof Unit]: Unit[K] }>;
  readonly persons: Map<string, { -readonly [K in keyof Person]: Person[K] }>;
  readonly mailboxes: SharedMailbox[];
  readonly dutyPool: string[];
}

type Add = (draft: Draft, row: Row) => void;

/** One row a unit, person, further account, further manager, deputy or shared mailbox. */
export function directoryFromCsv(bytes: Uint8Array): ReadDirectory {
  const rows = readCsv(decodeCsv(bytes));
  const [head, ...body] = rows ?? [];
  if (head === undefined) throw new UnreadableDirectory("directory/not-csv", 1);
  const columns = columnsOf(head);
  const draft: Draft = { units: new Map(), persons: new Map(), mailboxes: [], dutyPool: [] };
  const all = body.map((row) => rowOf(row, columns));
  // What others point at comes first, wherever it stands in the file.
  for (const kinds of [["unit"], ["person"], ["account", "manager", "deputy", "mailbox"]])
    for (const row of all.filter(({ kind }) => kinds.includes(kind)))
      ADDERS[row.kind]?.(draft, row);
  return {
    units: [...draft.units.values()],
    persons: [...draft.persons.values()],
    mailboxes: draft.mailboxes,
    dutyPool: draft.dutyPool,
  };
}

function columnsOf({ cells, line }: CsvRow): readonly Column[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const isKnown = names.every((name) => COLUMNS.some((column) => column === name));
  if (!isKnown || new Set(names).size !== names.length || !names.includes("kind"))
    throw new UnreadableDirectory("directory/columns", line);
  return names as Column[];
}

function rowOf({ cells, line }: CsvRow, columns: readonly Column[]): Row {
  if (cells.length > columns.length) throw new UnreadableDirectory("directory/columns", line);
  const values = columns.map((column, at) => [column, (cells[at] ?? "").trim()]);
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ""]));
  const row = { ...empty, ...Object.fromEntries(values), line } as Row;
  if (!Object.hasOwn(ADDERS, row.kind)) throw new UnreadableDirectory("directory/kind", line);
  return row;
}

const ADDERS: Readonly<Record<string, Add>> = {
  unit({ units }, row) {
    if (units.has(row.id)) throw new UnreadableDirectory("directory/twice", row.line);
    const { id, name, parent } = row;
    units.set(needed(id, row), { id, name, parent: parent || null, managers: [], deputies: [] });
  },
  person(draft, row) {
    if (draft.persons.has(row.id)) throw new UnreadableDirectory("directory/twice", row.line);
    const { id, name, unit } = row;
    draft.persons.set(needed(id, row), {
      id,
      name,
      unit,
      accounts: row.oid === "" ? [] : [accountOf(row)],
      admin: isYes(row.admin, row),
      privacyOfficer: isYes(row.privacy_officer, row),
      left: row.left === "" ? null : momentOf(row.left, row),
    });
    if (isYes(row.duty_pool, row)) draft.dutyPool.push(id);
    if (row.role === "manager") addManager(draft, row, unit);
    else if (row.role !== "" && row.role !== "staff")
      throw new UnreadableDirectory("directory/value", row.line);
  },
  account({ persons }, row) {
    const person = persons.get(row.id);
    if (!person) throw new UnreadableDirectory("directory/unknown-person", row.line);
    person.accounts = [...person.accounts, accountOf(row)];
  },
  manager: (draft, row) => addManager(draft, row, row.unit),
  deputy({ units }, row) {
    const unit = units.get(row.unit);
    if (!unit) throw new UnreadableDirectory("directory/unknown-unit", row.line);
    const deputy: Deputy = {
      person: row.id,
      manager: row.manager,
      from: momentOf(row.from, row),
      until: momentOf(row.until, row),
    };
    unit.deputies = [...unit.deputies, deputy];
  },
  mailbox({ mailboxes }, row) {
    const senders = row.senders.split(/\s+/).filter((each) => each !== "");
    mailboxes.push({ address: addressOf(row), unit: row.unit, senders });
  },
};

function addManager({ units }: Draft, row: Row, id: string): void {
  const unit = units.get(id);
  if (!unit) throw new UnreadableDirectory("directory/unknown-unit", row.line);
  unit.managers = [...unit.managers, row.id];
}

function needed(value: string, { line }: Row): string {
  if (value === "") throw new UnreadableDirectory("directory/value", line);
  return value;
}

const accountOf = (row: Row): Account => ({
  oid: needed(row.oid, row).toLowerCase(),
  address: addressOf(row),
});

function addressOf({ address, line }: Row): string {
  const normal = normalAddress(address);
  if (normal === null) throw new UnreadableDirectory("directory/address", line);
  return normal;
}

function isYes(value: string, { line }: Row): boolean {
  if (value === "yes") return true;
  if (value === "" || value === "no") return false;
  throw new UnreadableDirectory("directory/value", line);
}

/** A day begins at midnight in Japan; a whole moment may be given in ISO 8601. */
function momentOf(value: string, { line }: Row): number {
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(value);
  const [, year = "", month = "", date = ""] = day ?? [];
  const two = (part: string) => part.padStart(2, "0");
  const text = day ? `${year}-${two(month)}-${two(date)}T00:00:00+09:00` : value;
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) throw new UnreadableDirectory("directory/dates", line);
  return at;
}
