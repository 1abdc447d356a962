import { Draft } from "./draft";
import {
  ADDRESS,
  ADDRESSED,
  EMAIL,
  type FactList,
  IS_DIRECT,
  KANA,
  MOBILE,
  NAME,
  POSTAL_CODE,
  STAFF,
  UNSURE,
  WHOLE_LINE,
} from "./fact";

/** Lines without a value between two lines of one block. */
const WIDEST_GAP = 3;
/** Rows of other things between two labels of one form. */
const WIDEST_GAP_OF_A_FORM = 12;
/** 「山田様」 and a telephone two lines below are a greeting and somebody's telephone. */
const GAP_BELOW_ADDRESSEE = 1;
/** A list of nothing but names, addresses or mobiles has at least so many. */
const SHORTEST_LIST = 3;
const WIDEST_LIST_GAP = 2;
/** Names that the dictionary knows make up at least this share of a list of names. */
const SURE_SHARE = 0.5;

/**
 * Cuts lines with values into records: label blocks, signatures, lines of their own. A new name
 * begins a new record, and so do a second mail address or mobile where no name is near, and another
 * address or postal code where the record with a name began with one: labels on letters. Lines that
 * hold a single direct value are a list if there are three of them.
 */
export class LineGroups {
  private readonly draft = new Draft();
  private facts: number[] = [];
  private lastLine = -1;
  private list: number[] = [];
  private listKind = -1;
  private listLine = -1;

  constructor(
    private readonly all: FactList,
    private readonly record: (draft: Draft, facts: readonly number[]) => void,
    private readonly isForm = false,
  ) {}

  /** Facts from..to stand in one line. */
  line(from: number, to: number, lineNumber: number): void {
    if (this.lastLine >= 0 && lineNumber - this.lastLine > this.widestGap) this.endGroup();
    else if (this.isComplete(from, to)) this.endGroup();
    for (let fact = from; fact < to; fact++) {
      if (this.beginsAnother(fact)) this.endGroup();
      this.add(fact);
      this.lastLine = lineNumber;
    }
  }

  /** A line that no record reaches across. */
  cut(): void {
    this.endGroup();
  }

  /** A line that names a company: what follows is the company's, not the addressee's. */
  company(): void {
    if (this.isAddressed) this.endGroup();
  }

  end(): void {
    this.endGroup();
    this.endList();
  }

  /** Somebody, not of our staff, whose data the next lines are. */
  get hasCustomer(): boolean {
    const { draft } = this;
    return draft.name >= 0 && ((draft.flags[draft.name] as number) & STAFF) === 0;
  }

  private get widestGap(): number {
    if (this.isForm) return WIDEST_GAP_OF_A_FORM;
    return this.isAddressed ? GAP_BELOW_ADDRESSEE : WIDEST_GAP;
  }

  private get isAddressed(): boolean {
    const { draft } = this;
    return draft.name >= 0 && ((draft.flags[draft.name] as number) & ADDRESSED) !== 0;
  }

  /** 「店長 佐藤花子」 with the shop's telephone speaks of the shop. */
  private get isStaff(): boolean {
    const { draft } = this;
    const isStaff = draft.name >= 0 && ((draft.flags[draft.name] as number) & STAFF) !== 0;
    return isStaff && !draft.hasDirectBesideName;
  }

  private add(fact: number): void {
    const { all, draft } = this;
    if (draft.isUnsure) this.forget();
    draft.add(all.kind(fact), all.flags(fact), all.high(fact), all.low(fact));
    this.facts.push(fact);
  }

  /** A line with a name and a contact says nothing about the nameless contact above it. */
  private isComplete(from: number, to: number): boolean {
    const { all, draft } = this;
    if (draft.name >= 0 || !draft.hasDirect) return false;
    let hasName = false;
    let hasContact = false;
    for (let fact = from; fact < to; fact++) {
      const kind = all.kind(fact);
      if (kind === NAME) hasName = hasName || (all.flags(fact) & KANA) === 0;
      else if (IS_DIRECT[kind]) hasContact = true;
    }
    return hasName && hasContact;
  }

  private beginsAnother(fact: number): boolean {
    const { all, draft } = this;
    const kind = all.kind(fact);
    if (draft.isFull) return true;
    if (kind === NAME) {
      if (all.flags(fact) & KANA) return draft.kana >= 0 && draft.name < 0;
      return draft.name >= 0 && !draft.hasValue(kind, all.high(fact), all.low(fact));
    }
    const goesOn = draft.isRecord || (all.flags(fact) & WHOLE_LINE) !== 0;
    if (kind === draft.kinds[0] && (kind === ADDRESS || kind === POSTAL_CODE) && goesOn)
      return !draft.hasValue(kind, all.high(fact), all.low(fact));
    const isNameless = draft.name < 0 && draft.kana < 0;
    const isSecond = (kind === EMAIL || kind === MOBILE) && draft.has(kind);
    return isSecond && isNameless && !draft.hasValue(kind, all.high(fact), all.low(fact));
  }

  private endGroup(): void {
    const { draft } = this;
    if (this.isStaff) this.endList();
    else if (draft.isRecord) {
      this.endList();
      this.record(draft, this.facts);
    } else if (draft.length > 0) this.extendList();
    this.forget();
  }

  private forget(): void {
    this.draft.clear();
    this.facts = [];
  }

  private extendList(): void {
    const { all } = this;
    const fact = this.facts[0] as number;
    const kind = all.kind(fact);
    const isWhole = (all.flags(fact) & WHOLE_LINE) !== 0;
    const isItem = kind === NAME || kind === ADDRESS ? isWhole : IS_DIRECT[kind] === true;
    const goesOn = kind === this.listKind && this.lastLine - this.listLine <= WIDEST_LIST_GAP;
    if (!isItem || !goesOn) this.endList();
    if (!isItem) return;
    this.list.push(fact);
    this.listKind = kind;
    this.listLine = this.lastLine;
  }

  private endList(): void {
    const { all, list } = this;
    if (list.length === 0) return;
    const values = new Set(list.map((fact) => `${all.high(fact)} ${all.low(fact)}`));
    this.list = [];
    this.listKind = -1;
    const sure = list.filter((fact) => (all.flags(fact) & UNSURE) === 0).length;
    if (values.size < SHORTEST_LIST || sure < SURE_SHARE * list.length) return;
    const single = new Draft();
    for (const fact of list) {
      single.clear();
      single.add(all.kind(fact), all.flags(fact), all.high(fact), all.low(fact));
      this.record(single, [fact]);
    }
  }
}
