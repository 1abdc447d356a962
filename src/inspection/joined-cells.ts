import { canonicalTable } from "../detectors/characters";
import { mix, Reading, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from "../detectors/hash";
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

/** Puts values together that a list keeps in several columns. */
export class JoinedCells {
  private groups: readonly Group[] = [];
  private readonly starts = new Map<number, number>();
  private readonly ends = new Map<number, number>();
  private joinedColumns = new Set<number>();
  private readonly reading = new Reading();

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
      this.hash(units, present);
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

  private hash(units: Uint16Array, columns: readonly number[]): void {
    const canonical = canonicalTable();
    let high = SEED_HIGH;
    let low = SEED_LOW;
    for (const column of columns) {
      for (let i = this.from(column); i < this.to(column); i++) {
        const unit = canonical[units[i] as number] as number;
        if (unit === 0) continue;
        high = stepHigh(high, unit);
        low = stepLow(low, unit);
      }
    }
    const first = columns[0] ?? 0;
    this.reading.at(this.from(first), this.to(first));
    this.reading.high = mix(high);
    this.reading.low = mix(low);
  }

  private from(column: number): number {
    return this.starts.get(column) ?? 0;
  }

  private to(column: number): number {
    return this.ends.get(column) ?? 0;
  }
}
