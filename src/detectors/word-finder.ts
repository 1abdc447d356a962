/** Bits of a unit: a word begins with it, is nothing but it, or has it in the second place. */
const FIRST = 1;
const WHOLE = 2;
const SECOND = 4;

/** Looks for a few hundred words in short texts without making strings of them. */
export class WordFinder {
  private readonly byFirst = new Map<number, string[]>();
  /** For every unit whether a word begins with it, and whether one has it as its second. */
  private readonly places = new Uint8Array(0x10000);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const first = word.charCodeAt(0);
      this.mark(first, word.length === 1 ? FIRST | WHOLE : FIRST);
      if (word.length > 1) this.mark(word.charCodeAt(1), SECOND);
      const same = this.byFirst.get(first);
      if (same) same.push(word);
      else this.byFirst.set(first, [word]);
    }
  }

  /** Whether one of the words stands anywhere in units from..to. */
  isIn(units: Uint16Array, from: number, to: number): boolean {
    const { places } = this;
    for (let i = from; i < to; i++) {
      const isFirst = ((places[units[i] as number] as number) & FIRST) !== 0;
      if (isFirst && this.lengthAt(units, i, to) > 0) return true;
    }
    return false;
  }

  /** Whether units from..to are one of the words. */
  is(units: Uint16Array, from: number, to: number): boolean {
    return from < to && this.lengthAt(units, from, to) === to - from;
  }

  /** The length of the longest word that starts at `at`. */
  lengthAt(units: Uint16Array, at: number, to: number): number {
    if (at >= to || !this.mayStart(units, at, to)) return 0;
    let longest = 0;
    for (const word of this.byFirst.get(units[at] as number) ?? []) {
      if (word.length > longest && startsWith(units, at, to, word)) longest = word.length;
    }
    return longest;
  }

  /** The length of the longest word that ends at `to`. */
  lengthBefore(units: Uint16Array, from: number, to: number, longestWord: number): number {
    for (let at = Math.max(from, to - longestWord); at < to; at++) {
      if (this.lengthAt(units, at, to) === to - at) return to - at;
    }
    return 0;
  }

  /** By the first two units, so that most texts are never compared with a word. */
  private mayStart(units: Uint16Array, at: number, to: number): boolean {
    const first = this.places[units[at] as number] as number;
    if ((first & FIRST) === 0) return false;
    if ((first & WHOLE) !== 0) return true;
    return at + 1 < to && ((this.places[units[at + 1] as number] as number) & SECOND) !== 0;
  }

  private mark(unit: number, bits: number): void {
    this.places[unit] = (this.places[unit] as number) | bits;
  }
}

function startsWith(units: Uint16Array, at: number, to: number, word: string): boolean {
  if (at + word.length > to) return false;
  for (let i = 1; i < word.length; i++) if (units[at + i] !== word.charCodeAt(i)) return false;
  return true;
}
