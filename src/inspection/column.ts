import { KINDS, type Kind } from "../core/kind";
import type { Label } from "../detectors/labels";
import { DETECTORS } from "../detectors/registry";
import { type Readers, readersOf } from "../detectors/scanner";
import { IS_DIRECT, NAME } from "./fact";

/** A column without a header holds people from so many values on. */
const SHORTEST_LIST = 3;
const DIRECT_SHARE = 0.8;
/** Names that the dictionary knows make up at least this share of a column without a header. */
const SURE_SHARE = 0.3;

/** What the cells of one column have shown. */
export class Column {
  cells = 0;
  /** Addresses with the number of a house. */
  numbers = 0;
  /** Cells that name a company or nobody. */
  organisations = 0;
  readonly sure = new Uint32Array(KINDS.length);
  readonly unsure = new Uint32Array(KINDS.length);
  /** The kind that the last cell was, to be tried first; -1 before there was one. */
  hint = -1;

  readonly labelled: Kind | null;
  readonly isStaff: boolean;
  /** Who reads the cells, by the label: looked up once. */
  readonly readers: Readers | null;

  constructor(readonly label: Label | null) {
    this.labelled = label && !label.vague ? label.kind : null;
    this.isStaff = label?.part === "staff";
    this.readers = label && label.kind && readersOf(label.kind);
  }

  /** Whether values that are certain by themselves count: a name in a column of goods does not. */
  trusts(kind: number): boolean {
    if (kind !== NAME || this.labelled === "person-name") return true;
    return this.values(kind) >= 0.5 * this.people;
  }

  /** Whether the column makes values certain that are not so by themselves. */
  agrees(kind: number): boolean {
    const { values: least = 0, share = 1 } = DETECTORS[kind]?.agreement ?? {};
    const values = this.values(kind);
    if (values < least || values < share * this.people) return false;
    return kind !== NAME || (this.sure[kind] as number) >= SURE_SHARE * values;
  }

  /** Whether each value in it is a person: a direct kind in four cells of five. */
  isDirect(kind: number): boolean {
    if (IS_DIRECT[kind] !== true || this.isStaff) return false;
    const isLabelled =
      this.labelled !== null && DETECTORS[kind]?.heeds.indexOf(this.labelled) !== -1;
    const certain =
      (this.sure[kind] as number) + (this.agrees(kind) ? (this.unsure[kind] as number) : 0);
    return certain >= (isLabelled ? 1 : SHORTEST_LIST) && certain >= DIRECT_SHARE * this.people;
  }

  private values(kind: number): number {
    return (this.sure[kind] as number) + (this.unsure[kind] as number);
  }

  private get people(): number {
    return this.cells - this.organisations;
  }
}
