/** Collects bytes that are written as hexadecimal digits, two a byte. */
export class HexBytes {
  private bytes = new Uint8Array(1024);
  private digits = 0;

  digit(value: number): void {
    const at = this.digits >> 1;
    if (at === this.bytes.length) {
      const grown = new Uint8Array(2 * at);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[at] = ((this.bytes[at] as number) << 4) | value;
    this.digits += 1;
  }

  byte(value: number): void {
    this.digit(value >> 4);
    this.digit(value & 0x0f);
  }

  /** What there is, and nothing from then on. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.digits >> 1);
    this.bytes = new Uint8Array(1024);
    this.digits = 0;
    return taken;
  }
}
