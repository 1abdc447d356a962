/** Grows with every release of the send bundle that a policy may have to insist on. */
export const BUNDLE = 1;
