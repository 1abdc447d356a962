import { cp932Pairs, KANA_OFFSET } from "../text/cp932";
import { foldTable } from "../text/fold";
import { damaged } from "./refused";

const FIRST_KANA = 0xa1;
const LAST_KANA = 0xdf;
const VOICED_MARK = 0x3099;
const SEMI_VOICED_MARK = 0x309a;

/**
 * CP932 as tables from bytes straight to folded units, for lists of megabytes: decoding and folding
 * are one look-up. 0 where more is to be asked: the first byte of a pair, what folding drops or
 * joins to the character before it, and what is no character.
 */
export class FoldedPairs {
  readonly singles = new Uint16Array(0x100);
  readonly pairs = new Uint16Array(0x10000);
  private readonly raw = cp932Pairs();

  constructor() {
    const fold = foldTable();
    for (let byte = 0; byte < 0x80; byte++) this.singles[byte] = plain(fold[byte] as number);
    for (let byte = FIRST_KANA; byte <= LAST_KANA; byte++) {
      this.singles[byte] = plain(fold[byte + KANA_OFFSET] as number);
    }
    for (let pair = 0x8140; pair < 0xfd00; pair++) {
      const unit = this.raw[pair] as number;
      if (unit !== 0) this.pairs[pair] = plain(fold[unit] as number);
    }
  }

  /** How many bytes the character at `at` has. */
  sizeAt(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    return byte < 0x80 || (byte >= FIRST_KANA && byte <= LAST_KANA) ? 1 : 2;
  }

  /** The character at `at`, not folded. */
  unitAt(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte < 0x80) return byte;
    if (byte >= FIRST_KANA && byte <= LAST_KANA) return byte + KANA_OFFSET;
    const unit = this.raw[(byte << 8) | (bytes[at + 1] ?? 0)] as number;
    if (unit === 0) throw damaged();
    return unit;
  }
}

const plain = (folded: number): number =>
  folded === VOICED_MARK || folded === SEMI_VOICED_MARK ? 0 : folded;

let cp932: FoldedPairs | null = null;

export const foldedCp932 = (): FoldedPairs => (cp932 ??= new FoldedPairs());
