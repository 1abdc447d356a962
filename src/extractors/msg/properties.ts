import type { Budget } from "../budget";
import { codePageText, upToNul, wideText } from "../compound/code-page";
import type { Storage } from "../compound/storage";
import { u16, u32 } from "../little-endian";

/** The properties of one object of a saved Outlook item (MS-OXMSG 2.4): fixed ones, and streams. */
const FIXED = "__properties_version1.0";
const VARIABLE = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})(-[0-9A-F]{8})?$/i;
const FIXED_SIZE = 16;

const TYPE_WIDE = "001F";
const TYPE_NARROW = "001E";
const TYPE_BYTES = "0102";
const TYPE_WIDE_LIST = "101F";
const TYPE_NARROW_LIST = "101E";

const MESSAGE_CODE_PAGE = 0x3ffd;

export class Properties {
  private readonly fixed: Uint8Array;
  private readonly read = new Set<string>();
  readonly codePage: number;

  /** The head of the fixed properties is of another length in each kind of object. */
  constructor(
    readonly storage: Storage,
    private readonly head: number,
    private readonly budget: Budget,
    outer?: number,
  ) {
    this.fixed = storage.has(FIXED) ? storage.read(FIXED, budget) : new Uint8Array(0);
    this.codePage = this.number(MESSAGE_CODE_PAGE) || outer || 1252;
  }

  /** A number of up to 32 bits, 0 where there is none. */
  number(id: number): number {
    for (let at = this.head; at + FIXED_SIZE <= this.fixed.length; at += FIXED_SIZE) {
      if (u16(this.fixed, at + 2) === id) return u32(this.fixed, at + 8);
    }
    return 0;
  }

  bytes(id: string): Uint8Array | null {
    const name = `__substg1.0_${id}${TYPE_BYTES}`;
    return this.storage.has(name) ? this.storage.read(name, this.budget) : null;
  }

  text(id: string): string {
    this.read.add(id);
    const wide = `__substg1.0_${id}${TYPE_WIDE}`;
    if (this.storage.has(wide)) return upToNul(wideText(this.storage.read(wide, this.budget)));
    const narrow = `__substg1.0_${id}${TYPE_NARROW}`;
    if (!this.storage.has(narrow)) return "";
    return upToNul(codePageText(this.storage.read(narrow, this.budget), this.codePage));
  }

  /** All texts that nobody asked for: names and telephones of contacts, places of meetings. */
  otherTexts(): string[] {
    const texts: string[] = [];
    for (const name of this.storage.unread.sort()) {
      const match = VARIABLE.exec(name);
      if (!match || this.read.has((match[1] as string).toUpperCase())) continue;
      const type = (match[2] as string).toUpperCase();
      const isItem = match[3] !== undefined;
      if (type === TYPE_WIDE || (type === TYPE_WIDE_LIST && isItem)) {
        texts.push(upToNul(wideText(this.storage.read(name, this.budget))));
      } else if (type === TYPE_NARROW || (type === TYPE_NARROW_LIST && isItem)) {
        texts.push(upToNul(codePageText(this.storage.read(name, this.budget), this.codePage)));
      }
    }
    return texts;
  }
}
