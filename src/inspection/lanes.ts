import { KANA, NAME, STAFF, UNSURE } from "./fact";
import type { TableRows } from "./table-rows";

/** More columns of people side by side are no sheet of forms. */
const MOST = 64;

/**
 * The columns at which people or companies begin who stand side by side: letter labels, a customer
 * beside the shop, one column for each person. Empty where everything is about one at a time.
 */
export function lanesOf(rows: TableRows): readonly number[] {
  const starts = new Set<number>();
  let first = 0;
  for (let row = 0; row < rows.ends.length; row++) {
    const last = rows.ends.get(row);
    const owners = ownersOf(rows, row, first, last);
    if (owners.length > 1) for (const column of owners) starts.add(column);
    if (starts.size > MOST) return [];
    first = last;
  }
  return Array.from(starts).sort((a, b) => a - b);
}

/** The lane of a column: what stands on the left of the first lane belongs to it. */
export function laneOf(lanes: readonly number[], column: number): number {
  let lane = 0;
  while (lane + 1 < lanes.length && (lanes[lane + 1] as number) <= column) lane += 1;
  return lane;
}

/** Columns of different names in a row, and of its company. */
function ownersOf({ facts, companies }: TableRows, row: number, from: number, to: number) {
  const owners: number[] = [];
  const names = new Set<number>();
  for (let fact = from; fact < to && owners.length <= MOST; fact++) {
    if (facts.kind(fact) !== NAME || facts.flags(fact) & (KANA | STAFF | UNSURE)) continue;
    if (names.has(facts.low(fact))) continue;
    names.add(facts.low(fact));
    owners.push(facts.column(fact));
  }
  const company = companies.get(row) - 1;
  if (company >= 0 && owners.indexOf(company) < 0) owners.push(company);
  return owners;
}
