import type { Limits } from "../core/limits";
import type { Clock } from "../core/ports";
import { Refused } from "./refused";

export const GRACE_BYTES = 1024 * 1024;

/**
 * One count of bytes, members, text and time for a whole mail, handed down through every nested
 * archive. A limit that is reached is "could not look" (Refused), never a scan cut short. Once a
 * budget is spent it stays spent: whatever is asked for afterwards is refused as well.
 */
export class Budget {
  /** Bytes that came in, and that were made of them. */
  packed = 0;
  unpacked = 0;
  private entries = 0;
  private units = 0;
  private readonly deadline: number;

  constructor(
    readonly limits: Limits,
    private readonly clock: Clock,
  ) {
    this.deadline = clock() + limits.milliseconds;
  }

  /** A whole file as it came in: an attachment. */
  file(bytes: number): void {
    this.packed += bytes;
    if (bytes > this.limits.fileBytes || this.packed > this.limits.mailBytes) {
      throw new Refused("extract/too-large");
    }
  }

  /** Bytes about to be produced by unpacking; call before allocating where the size is known. */
  unpack(bytes: number): void {
    this.unpacked += bytes;
    const { unpackedBytes, ratio } = this.limits;
    if (this.unpacked > unpackedBytes) throw new Refused("extract/too-large");
    if (this.unpacked > GRACE_BYTES && this.unpacked > this.packed * ratio) {
      throw new Refused("extract/too-large");
    }
  }

  /** One more member of a container. */
  entry(): void {
    this.entries += 1;
    if (this.entries > this.limits.entries) throw new Refused("extract/too-many-entries");
  }

  /** UTF-16 code units handed to the detectors. */
  text(units: number): void {
    this.units += units;
    if (this.units > this.limits.textUnits) throw new Refused("extract/too-large");
  }

  depth(depth: number): void {
    if (depth > this.limits.depth) throw new Refused("extract/too-deep");
  }

  /** To be called once per step: between blocks, members and chunks. */
  time(): void {
    if (this.clock() > this.deadline) throw new Refused("extract/too-slow");
  }
}
