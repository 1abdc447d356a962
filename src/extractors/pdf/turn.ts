/** To the right, up, to the left, or down (0 to 3), whichever is nearest. */
export const turnOf = (x: number, y: number): number =>
  Math.abs(x) >= Math.abs(y) ? (x >= 0 ? 0 : 2) : y > 0 ? 1 : 3;

/** How far a point lies in the direction of a turn. */
export const along = (turn: number, x: number, y: number): number =>
  turn === 0 ? x : turn === 1 ? y : turn === 2 ? -x : -y;
