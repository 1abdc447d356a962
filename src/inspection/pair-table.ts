/** From pairs of 32-bit hashes to small numbers, by open addressing: no strings, no objects. */
export class PairTable {
  private keys: Int32Array;
  private values: Int32Array;
  private mask: number;
  size = 0;

  constructor(capacity = 1 << 12) {
    this.keys = new Int32Array(capacity * 2);
    this.values = new Int32Array(capacity);
    this.mask = capacity - 1;
  }

  /** The value, -1 where there is none. */
  get(high: number, low: number): number {
    return (this.values[this.find(high, low | 1)] as number) - 1;
  }

  set(high: number, low: number, value: number): void {
    this.swap(high, low, value);
  }

  /** The value so far, -1 where there was none; in that case `value` is kept. */
  getOrSet(high: number, low: number, value: number): number {
    const slot = this.find(high, low | 1);
    const old = this.values[slot] as number;
    if (old === 0) this.fill(slot, high, low | 1, value);
    return old - 1;
  }

  /** Keeps `value`; the value before it, -1 where there was none. */
  swap(high: number, low: number, value: number): number {
    const slot = this.find(high, low | 1);
    const old = this.values[slot] as number;
    if (old === 0) this.fill(slot, high, low | 1, value);
    else this.values[slot] = value + 1;
    return old - 1;
  }

  private fill(slot: number, high: number, low: number, value: number): void {
    this.keys[slot * 2] = high;
    this.keys[slot * 2 + 1] = low;
    this.values[slot] = value + 1;
    this.size += 1;
    if (this.size * 5 > this.mask * 3) this.grow();
  }

  private find(high: number, low: number): number {
    const { keys, values, mask } = this;
    let slot = (high ^ (low >>> 3)) & mask;
    while (values[slot] !== 0 && (keys[slot * 2] !== high || keys[slot * 2 + 1] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { keys, values } = this;
    const capacity = values.length * 2;
    this.keys = new Int32Array(capacity * 2);
    this.values = new Int32Array(capacity);
    this.mask = capacity - 1;
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) continue;
      const slot = this.find(keys[i * 2] as number, keys[i * 2 + 1] as number);
      this.keys[slot * 2] = keys[i * 2] as number;
      this.keys[slot * 2 + 1] = keys[i * 2 + 1] as number;
      this.values[slot] = values[i] as number;
    }
  }
}
