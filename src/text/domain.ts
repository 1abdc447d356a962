import { nfc } from "./nfc";
import { decodePunycode, encodePunycode } from "./punycode";

const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
const PREFIX = "xn--";

/**
 * The domain as it stands in DNS: UTS-46 ToASCII, non-transitional, with the rules of STD3, for the
 * characters that Japanese and Latin domains are written with. Null for everything else (other
 * scripts, joiners, unassigned characters, broken labels), which callers treat as "could not look",
 * never as inside. One dot at the end is the root and is left out.
 */
export function asciiDomain(domain: string): string | null {
  if (domain.length > LONGEST_DOMAIN + 1) return null;
  const mapped = mapCharacters(nfc(domain));
  if (mapped === null) return null;
  const rootless = mapped.slice(-1) === "." ? mapped.slice(0, -1) : mapped;
  const labels = rootless.split(".").map(asciiLabel);
  if (labels.some((label) => label === null)) return null;
  const ascii = labels.join(".");
  return ascii.length <= LONGEST_DOMAIN ? ascii : null;
}

/** Decides whether a domain is one of `domains` or below one, on a label boundary. */
export function within(domains: readonly string[]): (domain: string) => boolean {
  const known = new Set<string>();
  for (const each of domains) {
    const ascii = asciiDomain(each);
    if (ascii !== null) known.add(ascii);
  }
  return (domain) => {
    let rest = asciiDomain(domain);
    while (rest !== null && !known.has(rest)) {
      const dot = rest.indexOf(".");
      rest = dot < 0 ? null : rest.slice(dot + 1);
    }
    return rest !== null;
  };
}

export const isWithin = (domain: string, domains: readonly string[]): boolean =>
  within(domains)(domain);

function mapCharacters(domain: string): string | null {
  let mapped = "";
  for (let i = 0; i < domain.length; i++) {
    const unit = mapUnit(domain.charCodeAt(i));
    if (unit === 0) return null;
    mapped += String.fromCharCode(unit);
  }
  return mapped;
}

/** The character that stands for this one in a domain, 0 where we do not answer. */
function mapUnit(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return mapAscii(unit - 0xfee0);
  if (unit < 0x80) return mapAscii(unit);
  if (unit === 0x3002 || unit === 0xff61) return 0x2e;
  if (unit >= 0xc0 && unit <= 0x17e) return mapLatin(unit);
  return isJapanese(unit) ? unit : 0;
}

function mapAscii(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  const isLetter = unit >= 0x61 && unit <= 0x7a;
  const isDigit = unit >= 0x30 && unit <= 0x39;
  return isLetter || isDigit || unit === 0x2d || unit === 0x2e ? unit : 0;
}

/** × and ÷ are signs; İ, Ĳ, Ŀ and ŉ become two characters; ß stays (non-transitional). */
function mapLatin(unit: number): number {
  const isSign = unit === 0xd7 || unit === 0xf7;
  const isPair = (unit >= 0x130 && unit <= 0x133 && unit !== 0x131) || unit === 0x149;
  if (isSign || isPair || unit === 0x13f || unit === 0x140) return 0;
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

function isJapanese(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fa5) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x30fc && unit <= 0x30fe) ||
    (unit >= 0x3005 && unit <= 0x3007) ||
    (unit >= 0x3400 && unit <= 0x4db5) ||
    unit === 0x309d ||
    unit === 0x309e
  );
}

function asciiLabel(label: string): string | null {
  const ascii = isAscii(label) ? label : PREFIX + encodePunycode(pointsOf(label));
  if (ascii === "" || ascii.length > LONGEST_LABEL) return null;
  if (label.charAt(0) === "-" || label.slice(-1) === "-") return null;
  if (label.slice(0, 4) === PREFIX) return isEncoded(label) ? label : null;
  return label.slice(2, 4) === "--" ? null : ascii;
}

/** Whether a label in Punycode is the one spelling of characters that we answer for. */
function isEncoded(label: string): boolean {
  const points = decodePunycode(label.slice(PREFIX.length));
  if (points === null || points.every((point) => point < 0x80)) return false;
  const isPlain = points.every(
    (point) => point <= 0xffff && point !== 0x2e && mapUnit(point) === point,
  );
  const text = points.map((point) => String.fromCharCode(point)).join("");
  return isPlain && asciiLabel(text) === label;
}

function isAscii(label: string): boolean {
  for (let i = 0; i < label.length; i++) if (label.charCodeAt(i) >= 0x80) return false;
  return true;
}

/** Every character that we answer for is one UTF-16 unit. */
function pointsOf(label: string): number[] {
  const points: number[] = [];
  for (let i = 0; i < label.length; i++) points.push(label.charCodeAt(i));
  return points;
}
