import { type Matrix, translate } from "./matrix";
import type { Operators } from "./operators";
import { MOST_RULES, type PageText, type Rule } from "./page-text";

/** A thinner box is a line, in units of the page. */
const THIN = 3;

/** The path that is being drawn, as far as it is made of straight lines. */
export class Path {
  private pending: Rule[] = [];
  private x = 0;
  private y = 0;

  constructor(private readonly page: PageText) {}

  moveTo(x: number, y: number, matrix: Matrix): void {
    [, , , , this.x, this.y] = translate(matrix, x, y);
  }

  lineTo(x: number, y: number, matrix: Matrix): void {
    const [fromX, fromY] = [this.x, this.y];
    this.moveTo(x, y, matrix);
    this.add(fromX, fromY, this.x, this.y);
  }

  /** Its corner, width and height. */
  box(operands: Operators, matrix: Matrix): void {
    const [x, y] = [operands.number(0), operands.number(1)];
    const [, , , , left, bottom] = translate(matrix, x, y);
    const [toX, toY] = [x + operands.number(2), y + operands.number(3)];
    const [, , , , right, top] = translate(matrix, toX, toY);
    const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
    if (Math.abs(top - bottom) < THIN) return this.add(left, middleY, right, middleY);
    if (Math.abs(right - left) < THIN) return this.add(middleX, bottom, middleX, top);
    this.add(left, bottom, right, bottom);
    this.add(left, top, right, top);
    this.add(left, bottom, left, top);
    this.add(right, bottom, right, top);
  }

  /** Draws what was gathered. */
  paint(): void {
    const { page, pending } = this;
    page.shapes += 1;
    if (page.rules.length + pending.length <= MOST_RULES) page.rules.push(...pending);
    this.drop();
  }

  drop(): void {
    if (this.pending.length > 0) this.pending = [];
  }

  private add(x: number, y: number, toX: number, toY: number): void {
    if (this.pending.length < MOST_RULES) this.pending.push({ x, y, toX, toY });
  }
}
