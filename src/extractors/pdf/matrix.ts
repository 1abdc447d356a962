import { asNumber, type Value } from "./values";

/** a b c d e f of ISO 32000-2, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What does `inner` first, then `outer`. */
export const multiply = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

export const translate = (matrix: Matrix, x: number, y: number): Matrix => [
  matrix[0],
  matrix[1],
  matrix[2],
  matrix[3],
  x * matrix[0] + y * matrix[2] + matrix[4],
  x * matrix[1] + y * matrix[3] + matrix[5],
];

/** The six operands of an operator. */
export const matrixOf = (operands: { number(index: number): number }): Matrix => [
  operands.number(0),
  operands.number(1),
  operands.number(2),
  operands.number(3),
  operands.number(4),
  operands.number(5),
];

/** Six numbers as they stand in a file. */
export const matrixOfArray = (values: readonly Value[]): Matrix => [
  asNumber(values[0], 1),
  asNumber(values[1], 0),
  asNumber(values[2], 0),
  asNumber(values[3], 1),
  asNumber(values[4], 0),
  asNumber(values[5], 0),
];

/** How much larger an area becomes. */
export const areaOf = (matrix: Matrix): number =>
  Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
