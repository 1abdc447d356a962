/** A set of 32-bit hashes by open addressing; a power of two at least twice its size, grown where it was not. */
export class HashSet {
  private slots: Int32Array;
  private mask: number;
  size = 0;

  constructor(capacity: number) {
    this.slots = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  add(hash: number): void {
    if (this.size * 2 >= this.slots.length) this.grow();
    const slot = this.find(hash | 1);
    if (this.slots[slot] !== 0) return;
    this.slots[slot] = hash | 1;
    this.size += 1;
  }

  has(hash: number): boolean {
    return this.slots[this.find(hash | 1)] !== 0;
  }

  /** The slot that holds the hash, or the free one where it belongs. */
  private find(hash: number): number {
    const { slots, mask } = this;
    let slot = (hash >>> 4) & mask;
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.slots.length - 1;
    for (let i = 0; i < old.length; i++) {
      const hash = old[i] as number;
      if (hash !== 0) this.slots[this.find(hash)] = hash;
    }
  }
}
