/** Characters that are taken for each other. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
  [/[l1|]/g, "i"],
  [/0/g, "o"],
  [/5/g, "s"],
  [/-/g, ""],
];

const LEAST_LENGTH = 6;

/** The known domain that this one could be mistaken for; null where there is none, or it is one. */
export function looksLike(domain: string, known: readonly string[]): string | null {
  if (known.some((each) => each === domain || domain.endsWith(`.${each}`))) return null;
  const found = known.find((each) => each.length >= LEAST_LENGTH && areAlike(domain, each));
  return found ?? null;
}

const areAlike = (one: string, other: string): boolean =>
  skeleton(one) === skeleton(other) || isOneEditApart(one, other);

const skeleton = (domain: string): string =>
  ALIKE.reduce((text, [from, to]) => text.replace(from, to), domain);

/** One character more, less or other, or two neighbours swapped. */
function isOneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwap =
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2);
  return isSwap || short.slice(at + 1) === long.slice(at + 1);
}
