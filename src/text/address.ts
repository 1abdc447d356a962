import { asciiDomain } from "./domain";

export interface SplitAddress {
  readonly local: string;
  readonly domain: string;
}

/**
 * Splits an address at its last @. Deliberately no RFC 5322: Japanese carriers gave out addresses
 * such as `foo..bar.@docomo.ne.jp`. Null for what may stand for more than one mailbox or hide one:
 * white space, list and bracket signs, a second @, control characters. A quoted local part is taken
 * without its quotes where they protect nothing but dots.
 */
export function splitAddress(address: string): SplitAddress | null {
  const at = address.lastIndexOf("@");
  const local = unquoted(address.slice(0, at < 0 ? 0 : at));
  const domain = address.slice(at + 1);
  return local === "" || domain === "" || isSuspicious(local) ? null : { local, domain };
}

/**
 * One spelling of an address: local part with ASCII letters lower-cased, domain as in DNS. Null
 * means "could not look": nobody can say where such mail goes. So does a guest's directory name
 * (`taro_gmail.com#EXT#@…`), whose domain is the tenant's but whose mail leaves it.
 */
export function normalAddress(address: string): string | null {
  const split = splitAddress(address);
  if (split === null) return null;
  const domain = asciiDomain(split.domain);
  const local = lowerAscii(split.local);
  return domain === null || local.indexOf("#ext#") >= 0 ? null : `${local}@${domain}`;
}

function unquoted(local: string): string {
  const isQuoted = local.length > 2 && local.charAt(0) === '"' && local.slice(-1) === '"';
  return isQuoted ? local.slice(1, -1) : local;
}

/** Anything but a mailbox's own characters; letters beyond ASCII are allowed (RFC 6531). */
const isSuspicious = (local: string): boolean =>
  /[\0-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"(),:;<>@[\\\]]/.test(local);

const lowerAscii = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
