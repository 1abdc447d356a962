/** What the pure folders need from a host; filled by src/entry. */

/** Milliseconds since the epoch. */
export type Clock = () => number;
