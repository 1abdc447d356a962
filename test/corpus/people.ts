import type { SeededRandom } from "../../src/simulator/seed/random";
import { foreignName, japaneseName, type PersonName } from "./names";
import { postalAddress, type PostalAddress } from "./places";

/** Somebody who does not exist, with every value in digits only; notation comes later. */
export interface Person {
  readonly name: PersonName;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly birth: { readonly year: number; readonly month: number; readonly day: number };
  readonly myNumber: string;
  readonly card: string;
}

const AREA_CODES = [
  "3",
  "6",
  "11",
  "22",
  "45",
  "52",
  "75",
  "92",
  "167",
  "285",
  "466",
  "980",
  "997",
];
const HOSTS = ["mail.example", "post.example.jp", "example.ne.jp", "mobile.example.com"];
const CARD_PREFIXES = ["453", "540", "356", "491", "253"];

const luhn = (digits: string): string => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits + String((10 - (sum % 10)) % 10);
};

const withMyNumberDigit = (digits: string): string => {
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
  return digits + String(rest <= 1 ? 0 : 11 - rest);
};

function mailAddress(random: SeededRandom, name: PersonName, serial: number): string {
  const latin = name.latin
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .split(" ");
  const first = latin[0] ?? "x";
  const last = latin[latin.length - 1] ?? "y";
  const local = random.pick([
    `${first}.${last}`,
    `${last}${first.charAt(0)}`,
    `${last}_${first}`,
    `x${first}x${last}`,
    `${first}-${last}.${random.digits(2)}`,
  ]);
  return `${local}${serial}@${random.pick(HOSTS)}`;
}

function person(random: SeededRandom, serial: number, foreign: boolean): Person {
  const name = foreign ? foreignName(random) : japaneseName(random);
  const area = random.pick(AREA_CODES);
  return {
    name,
    address: postalAddress(random),
    phone: `0${area}${1 + random.below(9)}${random.digits(8 - area.length)}`,
    mobile: `${random.pick(["070", "080", "090", "090", "060"])}${1 + random.below(9)}${random.digits(7)}`,
    email: mailAddress(random, name, serial),
    birth: {
      year: 1936 + random.below(75),
      month: 1 + random.below(12),
      day: 1 + random.below(28),
    },
    myNumber: withMyNumberDigit(String(1 + random.below(9)) + random.digits(10)),
    card: luhn(random.pick(CARD_PREFIXES) + random.digits(12)),
  };
}

/** Different people: no two of them share a name, a telephone or a mail address. */
export function people(random: SeededRandom, count: number, foreignPercent = 0): Person[] {
  const seen = new Set<string>();
  const all: Person[] = [];
  while (all.length < count) {
    const one = person(random, all.length, random.chance(foreignPercent));
    const keys = [`${one.name.family}${one.name.given}`, one.phone, one.mobile];
    if (keys.some((key) => seen.has(key))) continue;
    keys.forEach((key) => seen.add(key));
    all.push(one);
  }
  return all;
}
