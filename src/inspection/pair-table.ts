/** A slot: both halves of the key, the value + 1, and a number beside it. */
const SLOT = 4;
const VALUE = 2;
const NOTE = 3;
/** Smaller tables grow by more, so that a list of thousands moves its keys once. */
const SMALL = 1 << 15;

/**
 * From pairs of 32-bit hashes to small numbers, by open addressing: no strings, no objects, and all
 * that belongs to a key in one line of the processor's cache.
 */
export class PairTable {
  private slots: Int32Array;
  private mask: number;
  size = 0;

  constructor(capacity = 1 << 12) {
    this.slots = new Int32Array(capacity * SLOT);
    this.mask = capacity - 1;
  }

  /** The value, -1 where there is none. */
  get(high: number, low: number): number {
    return (this.slots[this.find(high, low | 1) + VALUE] as number) - 1;
  }

  set(high: number, low: number, value: number): void {
    const slot = this.slotOf(high, low);
    this.slots[slot + VALUE] = value + 1;
  }

  /** The value so far, -1 where there was none; in that case `value` is kept. */
  getOrSet(high: number, low: number, value: number): number {
    return this.valueAt(this.slotOf(high, low), value);
  }

  /** Where the key stands until the next one is added; added if it was missing. */
  slotOf(high: number, low: number): number {
    const slot = this.find(high, low | 1);
    if (this.slots[slot + 1] !== 0) return slot;
    if (this.size * 5 > this.mask * 3) {
      this.grow();
      return this.slotOf(high, low);
    }
    this.slots[slot] = high;
    this.slots[slot + 1] = low | 1;
    this.size += 1;
    return slot;
  }

  /** The value in a slot, -1 where there was none; in that case `value` is kept. */
  valueAt(slot: number, value: number): number {
    const old = this.slots[slot + VALUE] as number;
    if (old === 0) this.slots[slot + VALUE] = value + 1;
    return old - 1;
  }

  /** Keeps `note`; the one before it, 0 where there was none. */
  swapNote(slot: number, note: number): number {
    const old = this.slots[slot + NOTE] as number;
    this.slots[slot + NOTE] = note;
    return old;
  }

  private find(high: number, low: number): number {
    const { slots, mask } = this;
    let at = (high ^ (low >>> 3)) & mask;
    for (;;) {
      const slot = at * SLOT;
      const found = slots[slot + 1] as number;
      if (found === 0 || (found === low && slots[slot] === high)) return slot;
      at = (at + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    const capacity = Math.max(SMALL, (old.length / SLOT) * 2);
    this.slots = new Int32Array(capacity * SLOT);
    this.mask = capacity - 1;
    for (let i = 0; i < old.length; i += SLOT) {
      if (old[i + 1] === 0) continue;
      const slot = this.find(old[i] as number, old[i + 1] as number);
      for (let at = 0; at < SLOT; at++) this.slots[slot + at] = old[i + at] as number;
    }
  }
}
