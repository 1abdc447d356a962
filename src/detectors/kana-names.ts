import { HashSet } from "./hash-set";
import { mix, SEED_HIGH, stepHigh } from "./hash";

const KANA_BASE = 0x30a0;
/** Begins a name: how many kana it shares with the name before it. */
const SHARED = 0x80;
const LONGEST = 32;
const MANY = 1 << 13;

/** Names in katakana, known by their hashes. */
export class KanaNames {
  private readonly hashes = new HashSet(MANY);

  constructor(private readonly packed: Uint8Array) {
    /** Of the name in hand: the hash so far behind each of its kana. */
    const begun = new Int32Array(LONGEST);
    begun[0] = SEED_HIGH;
    let length = 0;
    for (let i = 0; i < packed.length; i++) {
      const byte = packed[i] as number;
      if (byte < SHARED) {
        begun[length + 1] = stepHigh(begun[length] as number, KANA_BASE + byte);
        length += 1;
        continue;
      }
      if (i > 0) this.hashes.add(mix(begun[length] as number));
      length = byte - SHARED;
    }
    this.hashes.add(mix(begun[length] as number));
  }

  /** Whether canonical units from..to are a name. */
  has(units: Uint16Array, from: number, to: number): boolean {
    let hash = SEED_HIGH;
    for (let i = from; i < to; i++) hash = stepHigh(hash, units[i] as number);
    return this.hashes.has(mix(hash));
  }

  /** The names themselves, for names in Latin letters. */
  list(): string[] {
    const names: string[] = [];
    let name = "";
    this.packed.forEach((byte, i) => {
      if (byte < SHARED) {
        name += String.fromCharCode(KANA_BASE + byte);
        return;
      }
      if (i > 0) names.push(name);
      name = name.slice(0, byte - SHARED);
    });
    return [...names, name];
  }
}
