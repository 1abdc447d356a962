import type { Message } from "../core/message";
import { canonicalTable } from "../detectors/characters";
import { mix, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from "../detectors/hash";
import { normalAddress } from "../text/address";
import { within } from "../text/domain";
import { foldString } from "../text/fold";
import { unitsToString } from "../text/units";
import { INSIDE_MAIL, OUTSIDE_MAIL, RECIPIENT_MAIL } from "./fact";
import type { Standing } from "./recipients";

/** A mail address in a text: its hash and its place. */
export interface MailValue {
  readonly high: number;
  readonly low: number;
  readonly start: number;
  readonly end: number;
}

const AT = 0x40;
/** Verdicts on domains that are kept; behind that many every address is looked at anew. */
const KEPT_DOMAINS = 4096;

/**
 * Decides whether an address or a name in the text belongs to the sender, a colleague or an outside
 * recipient. Compares hashes, so that lists of thousands cost no strings.
 */
export class Familiar {
  private readonly recipients = new Set<string>();
  private readonly own = new Set<string>();
  private readonly names = new Set<string>();
  private readonly domains = new Map<number, number>();
  private readonly isInsideDomain: (domain: string) => boolean;

  constructor(
    message: Message | null,
    standings: readonly Standing[],
    insideDomains: readonly string[],
  ) {
    this.isInsideDomain = within(insideDomains);
    this.addRecipients(standings);
    for (const mailbox of message ? [message.sender, message.from] : []) {
      if (mailbox.address !== "") this.own.add(hashOf(mailbox.address));
      this.addName(mailbox.name);
    }
  }

  /** Flags for the address that stands at `value`. */
  mailFlags(units: Uint16Array, value: MailValue): number {
    const domain = this.domainFlags(units, value.start, value.end);
    if (this.recipients.size + this.own.size === 0) return domain;
    const key = keyOf(value);
    if (this.own.has(key)) return INSIDE_MAIL;
    return this.recipients.has(key) ? domain | RECIPIENT_MAIL : domain;
  }

  /** The name of the sender or of a recipient, as the client shows it. */
  knowsName(high: number, low: number): boolean {
    return this.names.has(`${high} ${low}`);
  }

  /** Whether an address in one spelling is one of ours. */
  isInside(address: string): boolean {
    const domain = address.slice(address.lastIndexOf("@") + 1);
    return this.own.has(hashOf(address)) || this.isInsideDomain(domain);
  }

  /**
   * What somebody outside gets about himself is no other person's data; as soon as a second one
   * gets it too, it is.
   */
  private addRecipients(standings: readonly Standing[]): void {
    const outside = standings.filter(({ standing }) => standing === "outside");
    const addresses = new Set(outside.map(({ recipient }) => hashOf(recipient.address)));
    for (const { recipient, standing } of standings) {
      if (standing === "outside" && addresses.size > 1) continue;
      if (standing === "outside") this.recipients.add(hashOf(recipient.address));
      this.addName(recipient.name);
    }
  }

  private addName(name: string): void {
    const plain = name.replace(/[(（[【<"].*$/, "").replace(/(様|さん|殿)\s*$/, "");
    if (plain.replace(/[\s\u3000]/g, "").length >= 3) this.names.add(hashOf(plain));
  }

  private domainFlags(units: Uint16Array, from: number, to: number): number {
    const canonical = canonicalTable();
    let start = to;
    let hash = SEED_HIGH;
    while (start > from && units[start - 1] !== AT) {
      start -= 1;
      hash = stepHigh(hash, canonical[units[start] as number] as number);
    }
    const known = this.domains.get(hash);
    if (known !== undefined) return known;
    const flags = this.isInsideDomain(unitsToString(units, start, to)) ? INSIDE_MAIL : OUTSIDE_MAIL;
    if (this.domains.size < KEPT_DOMAINS) this.domains.set(hash, flags);
    return flags;
  }
}

const keyOf = (value: MailValue): string => `${value.high} ${value.low}`;

function hashOf(text: string): string {
  const canonical = canonicalTable();
  const folded = foldString(normalAddress(text.trim()) ?? text);
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let i = 0; i < folded.length; i++) {
    const unit = canonical[folded.charCodeAt(i)] as number;
    if (unit === 0) continue;
    high = stepHigh(high, unit);
    low = stepLow(low, unit);
  }
  return `${mix(high)} ${mix(low)}`;
}
