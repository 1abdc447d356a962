/** A list of integers that grows by doubling. */
export class IntList {
  private numbers = new Int32Array(256);
  length = 0;

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.length++] = number;
  }

  get(index: number): number {
    return this.numbers[index] as number;
  }

  set(index: number, number: number): void {
    this.numbers[index] = number;
  }

  clear(): void {
    this.length = 0;
  }
}
