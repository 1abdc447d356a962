/** To be awaited once before `pack`. */
export const ready: Promise<unknown>;
/** Bytes as ASCII without space, double quote and backslash. */
export function pack(bytes: Iterable<number> & { readonly length: number }): string;
