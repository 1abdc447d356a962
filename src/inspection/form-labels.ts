import type { Label } from "../detectors/labels";

/** A label stands so many rows above the next one of its form at most. */
const NEAR = 4;

/**
 * Which label speaks for a cell of a sheet laid out as a form: the one on its left, past empty
 * cells, or one straight above it that has no value on its right.
 */
export class FormLabels {
  /** Labels with a value so far. */
  used = 0;
  private row = 0;
  private left: Label | null = null;
  private leftColumn = 0;
  /** Labels without a value on their right: of the row above, and of this one. */
  private above = new Map<number, Label>();
  private open = new Map<number, Label>();
  /** The last row in which a label stood, by column, and in which a value stood below its label. */
  private readonly rows = new Map<number, number>();
  private lastBelow = -NEAR;

  beginRow(): void {
    this.row += 1;
    this.left = null;
    if (this.above.size === 0 && this.open.size === 0) return;
    const cleared = this.above;
    this.above = this.open;
    this.open = cleared;
    cleared.clear();
  }

  take(label: Label, column: number): void {
    this.left = label;
    this.leftColumn = column;
    this.open.set(column, label);
    this.rows.set(column, this.row);
  }

  /** The label of the value in this column; the one on the left is used up. */
  of(column: number): Label | null {
    if (this.left) {
      const label = this.left;
      this.left = null;
      this.open.delete(this.leftColumn);
      this.used += 1;
      return label;
    }
    const label = this.above.get(column) ?? null;
    if (label) {
      this.used += 1;
      this.lastBelow = this.row;
    }
    return label;
  }

  /** The row above held values below their labels: labels that follow go on with the form. */
  get alternates(): boolean {
    return this.row - this.lastBelow <= 1;
  }

  isNear(column: number): boolean {
    const row = this.rows.get(column);
    return row !== undefined && this.row - row <= NEAR;
  }
}
