import { hashAddress } from "../detectors/address";
import { canonicalTable } from "../detectors/characters";
import { Reading } from "../detectors/hash";
import type { Part } from "../detectors/labels";
import { isPlaceholder, namesOrganisation } from "../detectors/organisation";
import { ADDRESS, NAME } from "./fact";
import type { Header } from "./table-header";

/** Columns that make one value together: family and given name, their readings, an address. */
interface Group {
  readonly kind: number;
  readonly isKana: boolean;
  readonly columns: readonly number[];
}

const LONGEST = 200;
const LONGEST_JOINED = 1000;

/** Puts values together that a list keeps in several columns. */
export class JoinedCells {
  private groups: readonly Group[] = [];
  private readonly starts = new Map<number, number>();
  private readonly ends = new Map<number, number>();
  private joinedColumns = new Set<number>();
  private readonly reading = new Reading();
  private readonly joined = new Uint16Array(LONGEST_JOINED);

  get isUsed(): boolean {
    return this.groups.length > 0;
  }

  begin(header: Header): void {
    const columnsOf = (kind: string, parts: readonly Part[]): number[] =>
      parts.reduce<number[]>((columns, part) => {
        header.forEach((label, column) => {
          if (label && label.kind === kind && label.part === part) columns.push(column);
        });
        return columns;
      }, []);
    const addresses = columnsOf("address", ["whole"]).sort((a, b) => a - b);
    const groups: Group[] = [
      { kind: NAME, isKana: false, columns: columnsOf("person-name", ["family", "given"]) },
      {
        kind: NAME,
        isKana: true,
        columns: columnsOf("person-name", ["family-reading", "given-reading"]),
      },
      { kind: ADDRESS, isKana: false, columns: addresses.length > 1 ? addresses : [] },
    ];
    this.groups = groups.filter(({ columns }) => columns.length > 0);
    this.joinedColumns = new Set(
      this.groups.reduce<number[]>((all, { columns }) => all.concat(columns), []),
    );
  }

  clear(): void {
    this.starts.clear();
    this.ends.clear();
  }

  /** Whether the cell is a part of a value, to be read at the end of the row. */
  takes(column: number, from: number, to: number): boolean {
    if (!this.joinedColumns.has(column)) return false;
    this.starts.set(column, from);
    this.ends.set(column, Math.min(to, from + LONGEST));
    return true;
  }

  each(
    units: Uint16Array,
    take: (kind: number, column: number, isKana: boolean, reading: Reading) => void,
  ): void {
    for (const { kind, isKana, columns } of this.groups) {
      const present = columns.filter((column) => this.starts.has(column));
      const first = present[0];
      if (first === undefined || !this.readsAs(kind, units, present)) continue;
      this.hash(kind, units, present);
      take(kind, first, isKana, this.reading);
    }
  }

  private readsAs(kind: number, units: Uint16Array, columns: readonly number[]): boolean {
    if (kind !== NAME) return columns.some((column) => this.to(column) - this.from(column) > 1);
    return columns.every((column) => {
      const from = this.from(column);
      const to = this.to(column);
      return (
        to - from <= 16 && !namesOrganisation(units, from, to) && !isPlaceholder(units, from, to)
      );
    });
  }

  /** As one cell with all of it would be hashed. */
  private hash(kind: number, units: Uint16Array, columns: readonly number[]): void {
    const { joined, reading } = this;
    let length = 0;
    for (const column of columns) {
      const cell = units.subarray(this.from(column), this.to(column));
      if (length + cell.length > joined.length) break;
      joined.set(cell, length);
      length += cell.length;
    }
    if (kind === NAME) reading.hash(joined, 0, length, canonicalTable());
    else hashAddress(joined, 0, length, reading);
    const first = columns[0] ?? 0;
    reading.at(this.from(first), this.to(first));
  }

  private from(column: number): number {
    return this.starts.get(column) ?? 0;
  }

  private to(column: number): number {
    return this.ends.get(column) ?? 0;
  }
}
