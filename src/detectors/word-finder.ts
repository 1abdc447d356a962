/** Looks for a few hundred words in short texts without making strings of them. */
export class WordFinder {
  private readonly byFirst = new Map<number, string[]>();
  private readonly starts = new Uint8Array(0x10000);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const first = word.charCodeAt(0);
      this.starts[first] = 1;
      const same = this.byFirst.get(first);
      if (same) same.push(word);
      else this.byFirst.set(first, [word]);
    }
  }

  /** Whether one of the words stands anywhere in units from..to. */
  isIn(units: Uint16Array, from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (this.starts[units[i] as number] === 1 && this.lengthAt(units, i, to) > 0) return true;
    }
    return false;
  }

  /** Whether units from..to are one of the words. */
  is(units: Uint16Array, from: number, to: number): boolean {
    return from < to && this.starts[units[from] as number] === 1
      ? this.lengthAt(units, from, to) === to - from
      : false;
  }

  /** The length of the longest word that starts at `at`. */
  lengthAt(units: Uint16Array, at: number, to: number): number {
    if (at >= to || this.starts[units[at] as number] === 0) return 0;
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
}

function startsWith(units: Uint16Array, at: number, to: number, word: string): boolean {
  if (at + word.length > to) return false;
  for (let i = 1; i < word.length; i++) if (units[at + i] !== word.charCodeAt(i)) return false;
  return true;
}
