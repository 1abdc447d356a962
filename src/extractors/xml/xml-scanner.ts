import { damaged, Refused } from "../refused";
import { NAME_KEY_FACTOR, nameKey } from "./name-key";

export const END_OF_XML = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
const BANG = 0x21;
const QUESTION = 0x3f;

const XMLNS = nameKey("xmlns");

/**
 * Walks over the bytes of one XML part in UTF-8, without a tree: tags, attributes and runs of text
 * as ranges of bytes. What is not well-formed is damage; a document type (the door to entity bombs
 * and foreign files) is refused.
 */
export class XmlScanner {
  /** Key of the current element's local name (START, END) or of the current attribute. */
  name = 0;
  attribute = 0;
  /** The current text, or the current attribute's value. */
  from = 0;
  to = 0;
  /** The text stands in a CDATA section: it holds no entities. */
  isRaw = false;
  depth = 0;
  private at = 0;
  private readonly end: number;
  private isInTag = false;
  private isSelfClosed = false;
  private hasRoot = false;
  private readonly open: Int32Array;

  constructor(
    readonly bytes: Uint8Array,
    maxDepth: number,
  ) {
    this.end = bytes.length;
    this.open = new Int32Array(maxDepth);
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
  }

  next(): number {
    const { bytes, end } = this;
    if (this.isInTag) this.skipTag();
    if (this.isSelfClosed) return this.closeSelf();
    for (;;) {
      const from = this.at;
      if (from >= end) return this.finish();
      if (bytes[from] !== LT) return this.readText(from);
      const mark = bytes[from + 1];
      if (mark === SLASH) return this.readEndTag(from + 2);
      if (mark !== BANG && mark !== QUESTION) return this.readStartTag(from + 1);
      if (this.readMarked(from, mark)) return TEXT;
    }
  }

  /** The next attribute of the start tag just read; namespace declarations are left out. */
  nextAttribute(): boolean {
    const { bytes, end } = this;
    while (this.isInTag) {
      let at = this.at;
      while ((bytes[at] as number) <= SPACE) at++;
      if (at >= end) throw damaged();
      const first = bytes[at] as number;
      if (first === GT || first === SLASH) {
        this.at = at;
        this.skipTag();
        return false;
      }
      if (this.readAttribute(at)) return true;
    }
    return false;
  }

  /** Passes over everything up to the end of the element just started. */
  skipElement(): void {
    const outside = this.depth - 1;
    while (this.next() !== END || this.depth !== outside);
  }

  private readAttribute(from: number): boolean {
    const { bytes, end } = this;
    let at = from;
    let key = 0;
    let prefix = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === EQUALS || byte <= SPACE || byte === GT) break;
      if (byte === COLON) {
        prefix = key;
        key = 0;
      } else key = Math.imul(key, NAME_KEY_FACTOR) ^ byte;
    }
    at = this.skipSpace(at);
    if (at === from || bytes[at] !== EQUALS) throw damaged();
    at = this.skipSpace(at + 1);
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged();
    this.from = ++at;
    while (at < end && bytes[at] !== quote) at++;
    if (at >= end) throw damaged();
    this.to = at;
    this.at = at + 1;
    this.attribute = key;
    this.isRaw = false;
    return prefix !== XMLNS && (prefix !== 0 || key !== XMLNS);
  }

  private skipSpace(from: number): number {
    let at = from;
    while ((this.bytes[at] as number) <= SPACE) at++;
    return at;
  }

  private readStartTag(from: number): number {
    const { bytes, end } = this;
    let at = from;
    let key = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === GT || byte === SLASH || byte <= SPACE) break;
      key = byte === COLON ? 0 : Math.imul(key, NAME_KEY_FACTOR) ^ byte;
    }
    if (at === from || at >= end) throw damaged();
    if (this.depth === this.open.length) throw new Refused("extract/too-deep");
    this.open[this.depth++] = key;
    this.hasRoot = true;
    this.name = key;
    this.at = at;
    this.isInTag = true;
    return START;
  }

  private skipTag(): void {
    const { bytes, end } = this;
    let at = this.at;
    for (;;) {
      const byte = bytes[at] as number;
      if (byte === GT) break;
      if (at >= end || byte === LT) throw damaged();
      at++;
      if (byte !== QUOTE && byte !== APOSTROPHE) continue;
      while (at < end && bytes[at] !== byte) at++;
      at++;
    }
    this.isSelfClosed = bytes[at - 1] === SLASH;
    this.isInTag = false;
    this.at = at + 1;
  }

  private closeSelf(): number {
    this.isSelfClosed = false;
    this.name = this.open[--this.depth] as number;
    return END;
  }

  private readEndTag(from: number): number {
    const { bytes, end } = this;
    let at = from;
    let key = 0;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === GT || byte <= SPACE) break;
      key = byte === COLON ? 0 : Math.imul(key, NAME_KEY_FACTOR) ^ byte;
    }
    at = this.skipSpace(at);
    if (this.depth === 0 || bytes[at] !== GT || this.open[this.depth - 1] !== key) {
      throw damaged();
    }
    this.depth -= 1;
    this.name = key;
    this.at = at + 1;
    return END;
  }

  private readText(from: number): number {
    const { bytes, end } = this;
    let at = from + 1;
    while (at < end && bytes[at] !== LT) at++;
    this.from = from;
    this.to = at;
    this.at = at;
    this.isRaw = false;
    if (at === end && this.depth > 0) throw damaged();
    return TEXT;
  }

  /** Comments, instructions and CDATA; true where it is text. */
  private readMarked(from: number, mark: number): boolean {
    if (mark === QUESTION) {
      this.at = this.indexAfter("?>", from + 2);
    } else if (this.startsWith("<!--", from)) {
      this.at = this.indexAfter("-->", from + 4);
    } else if (this.startsWith("<![CDATA[", from)) {
      this.at = this.indexAfter("]]>", from + 9);
      this.from = from + 9;
      this.to = this.at - 3;
      this.isRaw = true;
      return true;
    } else {
      throw new Refused("extract/active-content");
    }
    return false;
  }

  private startsWith(mark: string, from: number): boolean {
    for (let i = 0; i < mark.length; i++) {
      if (this.bytes[from + i] !== mark.charCodeAt(i)) return false;
    }
    return true;
  }

  private indexAfter(mark: string, from: number): number {
    const { bytes, end } = this;
    for (let at = bytes.indexOf(mark.charCodeAt(0), from); at >= 0 && at < end;) {
      if (this.startsWith(mark, at)) return at + mark.length;
      at = bytes.indexOf(mark.charCodeAt(0), at + 1);
    }
    throw damaged();
  }

  private finish(): number {
    if (this.depth > 0 || !this.hasRoot) throw damaged();
    return END_OF_XML;
  }
}
