const BASE = 36;
const MIN_DIGIT = 1;
const MAX_DIGIT = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_POINT = 0x80;

/** Writes code points as one Punycode label without its prefix (RFC 3492, section 6.3). */
export function encodePunycode(points: readonly number[]): string {
  const basic = points.filter((point) => point < FIRST_POINT);
  let output = basic.map((point) => String.fromCharCode(point)).join("");
  if (basic.length > 0) output += "-";
  let handled = basic.length;
  let point = FIRST_POINT;
  let delta = 0;
  let bias = FIRST_BIAS;
  while (handled < points.length) {
    const next = Math.min(...points.filter((each) => each >= point));
    delta += (next - point) * (handled + 1);
    point = next;
    for (const each of points) {
      if (each < point) delta += 1;
      if (each !== point) continue;
      output += encodeNumber(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    point += 1;
  }
  return output;
}

/** Reads a Punycode label without its prefix; null where it is not one (RFC 3492, section 6.2). */
export function decodePunycode(label: string): number[] | null {
  const split = label.lastIndexOf("-");
  const points: number[] = [];
  for (let i = 0; i < split; i++) points.push(label.charCodeAt(i));
  let at = split + 1;
  let point = FIRST_POINT;
  let index = 0;
  let bias = FIRST_BIAS;
  while (at < label.length) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit < 0) return null;
      index += digit * weight;
      if (index > 0x7fffffff) return null;
      const threshold = thresholdAt(k, bias);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapted(index - before, length, before === 0);
    point += Math.floor(index / length);
    index %= length;
    if (point > 0x10ffff) return null;
    points.splice(index++, 0, point);
  }
  return points;
}

function encodeNumber(value: number, bias: number): string {
  let output = "";
  let rest = value;
  for (let k = BASE; ; k += BASE) {
    const threshold = thresholdAt(k, bias);
    if (rest < threshold) return output + digitAt(rest);
    output += digitAt(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

const thresholdAt = (k: number, bias: number): number =>
  Math.min(MAX_DIGIT, Math.max(MIN_DIGIT, k - bias));

const digitAt = (digit: number): string =>
  String.fromCharCode(digit < 26 ? digit + 0x61 : digit - 26 + 0x30);

/** -1 for what is no digit, the end of the label (NaN) included. */
function digitOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  return unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 26 : -1;
}

function adapted(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - MIN_DIGIT) * MAX_DIGIT) >> 1) {
    rest = Math.floor(rest / (BASE - MIN_DIGIT));
    k += BASE;
  }
  return k + Math.floor(((BASE - MIN_DIGIT + 1) * rest) / (rest + SKEW));
}
