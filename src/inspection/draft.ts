import { IS_DIRECT, KANA, NAME, STANDS_ALONE, UNSURE } from "./fact";

const bits = (flags: readonly boolean[]): number =>
  flags.reduce((set, flag, kind) => (flag ? set | (1 << kind) : set), 0);
const DIRECT_SET = bits(IS_DIRECT);
const STAND_ALONE_SET = bits(STANDS_ALONE);

/** More values than one person has; what stands behind them is left to the next record. */
const MAX_VALUES = 32;

/** What is known about one person before it is compared with everybody else. */
export class Draft {
  readonly kinds = new Uint8Array(MAX_VALUES);
  readonly flags = new Uint16Array(MAX_VALUES);
  readonly highs = new Int32Array(MAX_VALUES);
  readonly lows = new Int32Array(MAX_VALUES);
  length = 0;
  /** Indexes of the name and of its reading, -1 where there is none. */
  name = -1;
  kana = -1;
  /** Bit set of kinds. */
  kindSet = 0;

  clear(): void {
    this.length = 0;
    this.name = -1;
    this.kana = -1;
    this.kindSet = 0;
  }

  get isFull(): boolean {
    return this.length === MAX_VALUES;
  }

  add(kind: number, flags: number, high: number, low: number): void {
    if (this.isFull) return;
    const at = this.length++;
    this.kinds[at] = kind;
    this.flags[at] = flags;
    this.highs[at] = high;
    this.lows[at] = low;
    this.kindSet |= 1 << kind;
    if (kind !== NAME) return;
    if (flags & KANA) this.kana = this.kana < 0 ? at : this.kana;
    else this.name = this.name < 0 ? at : this.name;
  }

  /** A name that nothing but its shape speaks for. */
  get isUnsure(): boolean {
    return this.length === 1 && ((this.flags[0] as number) & UNSURE) !== 0;
  }

  has(kind: number): boolean {
    return (this.kindSet & (1 << kind)) !== 0;
  }

  hasValue(kind: number, high: number, low: number): boolean {
    for (let i = 0; i < this.length; i++) {
      if (this.kinds[i] === kind && this.highs[i] === high && this.lows[i] === low) return true;
    }
    return false;
  }

  get hasDirect(): boolean {
    return (this.kindSet & DIRECT_SET) !== 0;
  }

  get hasDirectBesideName(): boolean {
    return (this.kindSet & DIRECT_SET & ~(1 << NAME)) !== 0;
  }

  get hasStandAlone(): boolean {
    return (this.kindSet & STAND_ALONE_SET) !== 0;
  }

  /** Two kinds, one of them direct: a record of a person. */
  get isRecord(): boolean {
    const { kindSet } = this;
    return this.hasStandAlone || ((kindSet & (kindSet - 1)) !== 0 && this.hasDirect);
  }
}
