/** Contexts of a guess: nothing, the last byte, the last two, the last three. */
const CONTEXTS = [0, 0xff, 0xffff, 0xffffff];
const LONGEST_MEMORY = 30;
const SUREST = 0.996;
const FIRST_WEIGHT = 0.4;
const LEARNING = 0.01;
const SPREAD = 0x9e3779b1;

const { clz32, floor, imul, max, min, sqrt } = Math;

/** 26 bits that tell whether unpacking guessed as packing did. */
export function sumOf(bytes: Uint8Array): number {
  let sum = 1;
  for (let i = 0; i < bytes.length; i++) sum = (imul(sum, 31) + (bytes[i] as number)) & 0x3ffffff;
  return sum;
}

export interface Coder {
  /** The next bit, which is 1 with this chance in 65536. */
  bit(chance: number): number;
}

/**
 * Fills `bytes` bit by bit, high bits first: `coder` tells the next one from how likely it is 1. A guess is a context mix: each context remembers how its bits leaned, and the leanings
 * are added with learned weights. Packing and unpacking must guess alike to the last digit, so only
 * operations are used that every engine rounds in the same way.
 */
export function predict(bytes: Uint8Array, coder: Coder): void {
  const contexts = CONTEXTS.length;
  const bits = min(16, max(10, 35 - clz32(bytes.length)));
  const leanings = new Float64Array(contexts << bits);
  const memories = new Uint8Array(leanings.length);
  const weights = new Float64Array(contexts * contexts).fill(FIRST_WEIGHT);
  const cells = new Int32Array(contexts);
  const inputs = new Float64Array(contexts);
  let history = 0;
  for (let at = 0; at < bytes.length; at++) {
    let begun = 1;
    while (begun < 0x100) {
      let row = 0;
      for (let i = 0; i < contexts; i++) {
        const key = (history & (CONTEXTS[i] as number)) | (begun << 24);
        const cell = (i << bits) + (imul(key, SPREAD) >>> (32 - bits));
        const leaning = leanings[cell] as number;
        cells[i] = cell;
        inputs[i] = leaning / sqrt(1 - leaning * leaning);
        if ((memories[cell] as number) > 0) row = i * contexts;
      }
      let sum = 0;
      for (let i = 0; i < contexts; i++) {
        sum += (inputs[i] as number) * (weights[row + i] as number);
      }
      const guess = sum / sqrt(1 + sum * sum);
      const chance = floor((guess + 1) * 0x8000);
      const bit = coder.bit(min(0xfff0, max(0x10, chance)));
      const truth = bit * 2 - 1;
      const lesson = (truth - guess) * LEARNING;
      for (let i = 0; i < contexts; i++) {
        const cell = cells[i] as number;
        const memory = memories[cell] as number;
        const leaning = leanings[cell] as number;
        const next = leaning + (truth - leaning) / (memory + 1.5);
        leanings[cell] = max(-SUREST, min(SUREST, next));
        if (memory < LONGEST_MEMORY) memories[cell] = memory + 1;
        weights[row + i] = (weights[row + i] as number) + lesson * (inputs[i] as number);
      }
      begun = begun * 2 + bit;
    }
    bytes[at] = begun;
    history = ((history << 8) | (begun & 0xff)) & 0xffffff;
  }
}
