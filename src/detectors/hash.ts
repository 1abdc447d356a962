/**
 * Values are kept as two 32-bit hashes: enough to count millions of them exactly for practical
 * purposes, too little to be read back, and no strings in memory. FNV-1a with two primes; the last
 * mix is MurmurHash3's, so that the low bits may index a table.
 */
export const SEED_HIGH = 0x811c9dc5 | 0;
export const SEED_LOW = 0x1b873593;

export const stepHigh = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

export const stepLow = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x2c1b3c6d);

export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b | 0);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35 | 0);
  return mixed ^ (mixed >>> 16);
}

/** Where a detector leaves what it read: the value's hash and where it stands in the units. */
export class Reading {
  high = 0;
  low = 0;
  start = 0;
  end = 0;
  /** A name in kana: the reading of a name rather than one more name. */
  isKana = false;

  at(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.isKana = false;
  }

  /** Hashes units from..to through `canonical`, leaving out those that it maps to 0. */
  hash(units: Uint16Array, from: number, to: number, canonical: Uint16Array): void {
    let high = SEED_HIGH;
    let low = SEED_LOW;
    for (let i = from; i < to; i++) {
      const unit = canonical[units[i] as number] as number;
      if (unit === 0) continue;
      high = stepHigh(high, unit);
      low = stepLow(low, unit);
    }
    this.high = mix(high);
    this.low = mix(low);
  }
}
