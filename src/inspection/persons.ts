import { mix } from "../detectors/hash";
import type { Draft } from "./draft";
import { ADDRESS, BIRTH_DATE, IS_DIRECT, KANA, NAME, PHONE } from "./fact";
import { IntList } from "./int-list";
import { KindCounter } from "./kind-counter";
import { mailFlagsOf, MailOwners } from "./mail-owners";
import { PairTable } from "./pair-table";

/** Salts that keep the questions to the one table apart. */
const NAME_AND_CONTACT = 0x51ed270b;
const NAME_ALONE = 0x3243f6a8;
const NAME_IN_REGION = 0x13198a2e;
const WHOLE = 0x1b56c4e9;

const NOBODY = -1;

/** 1 for the kinds by which two records with one name are one person. */
const CONTACTS = Uint8Array.from(IS_DIRECT, (isDirect, kind) =>
  kind === PHONE || kind === ADDRESS || kind === BIRTH_DATE || (isDirect && kind !== NAME) ? 1 : 0,
);

/** Where a record comes from, as far as counting others goes. */
export interface Origin {
  readonly part: number;
  /** The table or text: within one, two rows with one name are two people. */
  readonly region: number;
  /** Index of the quoted mail it stands in, 0 for the sender's own text and files. */
  readonly quote: number;
  /** The sender's or the addressee's own name in the body. */
  readonly isKnown: boolean;
}

/**
 * Everybody in a message, each once: records with the same name and one equal contact are one
 * person, so are records with the same mobile, mail address or individual number whose names do not
 * differ, and so is a name alone beside anybody of that name in another table. Union-find over
 * hashes; memory grows with the records, work nearly linearly.
 */
export class Persons {
  readonly parts = new IntList();
  readonly quotes = new IntList();
  /** 1 for a name that is known, and the flags of mail addresses. */
  readonly marks = new IntList();
  readonly mails: MailOwners = new MailOwners();
  /** The values of all records. */
  readonly kinds = new KindCounter();
  private readonly regions = new IntList();
  private readonly parents = new IntList();
  /** The name and its reading of each record, and of each group by its root. */
  private readonly names = new Identity();
  private readonly readings = new Identity();
  /** Names, and what else several values say together. */
  private readonly known = new PairTable();
  /** Records of nothing but a name. */
  private readonly alone = new IntList();

  get length(): number {
    return this.parents.length;
  }

  add(draft: Draft, origin: Origin): number {
    const record = this.parents.length;
    this.parents.push(record);
    this.parts.push(origin.part);
    this.regions.push(origin.region);
    this.quotes.push(origin.quote);
    this.marks.push((origin.isKnown ? 1 : 0) | mailFlagsOf(draft));
    this.names.push(draft, draft.name);
    this.readings.push(draft, draft.kana);
    this.mails.add(draft, record);
    const hasContact = this.joinByValues(draft, record);
    const isNamed = draft.name >= 0 || draft.kana >= 0;
    if (!hasContact && isNamed) this.joinAlone(record, origin.region);
    else if (!isNamed && !draft.hasDirect) this.joinWhole(draft, record);
    return record;
  }

  /** To be called once, behind the last record: finds whom the names without contacts mean. */
  settle(): void {
    if (this.alone.length === 0) return;
    const meant = new Map<number, number>();
    for (let record = 0; record < this.length; record++) {
      const alone = this.aloneNamesake(record);
      if (alone === NOBODY || meant.get(alone) === NOBODY) continue;
      if (this.hasNamesakeInRegion(record)) meant.set(alone, NOBODY);
      else if (!meant.has(alone)) meant.set(alone, record);
    }
    meant.forEach((record, alone) => {
      if (record !== NOBODY) this.join(record, alone);
    });
  }

  find(record: number): number {
    let root = record;
    while (this.parents.get(root) !== root) root = this.parents.get(root);
    for (let at = record; at !== root;) {
      const next = this.parents.get(at);
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Looks up each value once; joins by those that are contacts, and says whether there were any. */
  private joinByValues(draft: Draft, record: number): boolean {
    let hasContact = false;
    for (let i = 0; i < draft.length; i++) {
      const kind = draft.kinds[i] as number;
      // The reading says the same as the name beside it.
      if (kind === NAME && draft.name >= 0 && ((draft.flags[i] as number) & KANA) !== 0) continue;
      const high = draft.highs[i] as number;
      const low = draft.lows[i] as number;
      const first = this.kinds.add(kind, high, low, record);
      if (CONTACTS[kind] !== 1) continue;
      hasContact = true;
      if (first === NOBODY || first === record) continue;
      const isOne = IS_DIRECT[kind] ? !this.differ(first, record) : this.agree(first, record);
      if (isOne) this.join(first, record);
      else this.joinByNames(draft, salted(high, kind), low, record);
    }
    return hasContact;
  }

  /** Several people share the contact: each is known by his name beside it. */
  private joinByNames(draft: Draft, high: number, low: number, record: number): void {
    for (const name of [draft.name, draft.kana]) {
      if (name < 0) continue;
      const keyHigh = salted(high ^ (draft.highs[name] as number), NAME_AND_CONTACT);
      this.joinOrKnow(keyHigh, Math.imul(low, 31) ^ (draft.lows[name] as number), record);
    }
  }

  /** Nothing but a name: one person for each name, wherever it stands. */
  private joinAlone(record: number, region: number): void {
    const identity = this.names.has(record) ? this.names : this.readings;
    const high = identity.high(record);
    const low = identity.low(record);
    this.joinOrKnow(salted(high, NAME_ALONE), low, record);
    this.known.set(salted(high ^ region, NAME_IN_REGION), low, record);
    this.alone.push(record);
  }

  /** The name alone that a record with contacts may be meant by. */
  private aloneNamesake(record: number): number {
    for (const identity of [this.names, this.readings]) {
      if (!identity.has(record)) continue;
      const high = salted(identity.high(record), NAME_ALONE);
      const alone = this.known.get(high, identity.low(record));
      if (alone !== NOBODY && this.find(alone) !== this.find(record)) return alone;
    }
    return NOBODY;
  }

  private hasNamesakeInRegion(record: number): boolean {
    const identity = this.names.has(record) ? this.names : this.readings;
    const high = salted(identity.high(record) ^ this.regions.get(record), NAME_IN_REGION);
    return this.known.get(high, identity.low(record)) !== NOBODY;
  }

  /** Neither name nor direct value: the same values together are the same person. */
  private joinWhole(draft: Draft, record: number): void {
    let high = WHOLE;
    let low = 0;
    for (let i = 0; i < draft.length; i++) {
      high = (high + mix(draft.highs[i] as number)) | 0;
      low = (low + mix(draft.lows[i] as number)) | 0;
    }
    this.joinOrKnow(high, low, record);
  }

  private joinOrKnow(high: number, low: number, record: number): void {
    const other = this.known.getOrSet(high, low, record);
    if (other !== NOBODY) this.join(other, record);
  }

  private join(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    if (a === b || this.differ(a, b)) return;
    const root = Math.min(a, b);
    const child = Math.max(a, b);
    this.parents.set(child, root);
    this.names.inherit(root, child);
    this.readings.inherit(root, child);
  }

  /** Names decide where both have one; readings only where a name is missing. */
  private differ(one: number, other: number): boolean {
    const a = this.find(one);
    const b = this.find(other);
    if (this.names.has(a) && this.names.has(b)) return !this.names.equal(a, b);
    return this.readings.has(a) && this.readings.has(b) && !this.readings.equal(a, b);
  }

  /** As differ, but somebody without a name agrees with nobody. */
  private agree(one: number, other: number): boolean {
    const a = this.find(one);
    const b = this.find(other);
    if (this.names.has(a) && this.names.has(b)) return this.names.equal(a, b);
    return this.readings.has(a) && this.readings.has(b) && this.readings.equal(a, b);
  }
}

/** One name of each record or group; both halves 0 where there is none. */
class Identity {
  private readonly highs = new IntList();
  private readonly lows = new IntList();

  push(draft: Draft, at: number): void {
    this.highs.push(at < 0 ? 0 : (draft.highs[at] as number));
    this.lows.push(at < 0 ? 0 : (draft.lows[at] as number) | 1);
  }

  high(record: number): number {
    return this.highs.get(record);
  }

  low(record: number): number {
    return this.lows.get(record);
  }

  has(group: number): boolean {
    return this.lows.get(group) !== 0;
  }

  equal(a: number, b: number): boolean {
    return this.highs.get(a) === this.highs.get(b) && this.lows.get(a) === this.lows.get(b);
  }

  inherit(root: number, child: number): void {
    if (this.has(root)) return;
    this.highs.set(root, this.highs.get(child));
    this.lows.set(root, this.lows.get(child));
  }
}

const salted = (hash: number, salt: number): number => mix(hash ^ Math.imul(salt, 0x9e3779b1 | 0));
