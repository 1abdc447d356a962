import { decodeWords } from "./encoded-words";

/** A recipient as a header names it. */
export interface MailAddress {
  readonly name: string;
  /** As written; empty where a name stands alone. Whether it is an address is not looked at. */
  readonly address: string;
  /** A group whose members are not told: `undisclosed-recipients:;`. */
  readonly group: boolean;
}

const ENCODED_WORD = /=\?[^?\s]{1,120}\?[BbQq]\?[^?\s]*\?=/y;
const QUOTED_LOCAL_PART = /^"[^"]*"@\S+$/;

/**
 * Reads a list of addresses (RFC 5322 section 3.4) as leniently as mailers do: names need no
 * quotes, addresses may hold dots anywhere (as old ones of mobile carriers do), semicolons divide,
 * too. Null where a name cannot be decoded.
 */
export function readMailboxes(value: string): readonly MailAddress[] | null {
  const list = new MailboxList(value);
  list.read();
  return list.isDamaged ? null : list.found;
}

class MailboxList {
  readonly found: MailAddress[] = [];
  isDamaged = false;
  private at = 0;
  /** What stands outside angle brackets and comments, with and without its quotes. */
  private raw = "";
  private name = "";
  private comment = "";
  private angle: string | null = null;
  private group: string | null = null;
  private members = 0;
  /** A quote or bracket that is never closed is a sign like others, and so are all after it. */
  private quotes = true;
  private comments = true;

  constructor(private readonly value: string) {}

  read(): void {
    while (this.at < this.value.length) this.step(this.value.charAt(this.at));
    this.endMailbox();
    if (this.group !== null) this.endGroup();
  }

  private step(sign: string): void {
    const word = sign === "=" ? this.encodedWord() : "";
    if (word !== "") this.copy(word);
    else if (sign === '"' && this.quotes) this.quoted();
    else if (sign === "(" && this.comments) this.commented();
    else if (sign === "<") this.angle = this.bracketed();
    else {
      this.at += 1;
      if (sign === ":" && this.group === null && this.raw.indexOf("@") < 0) this.beginGroup();
      else if (sign === "," || sign === ";") {
        this.endMailbox();
        if (sign === ";" && this.group !== null) this.endGroup();
      } else {
        this.raw += sign;
        this.name += sign;
      }
    }
  }

  /** Mailers leave commas and quotes in encoded words. */
  private encodedWord(): string {
    ENCODED_WORD.lastIndex = this.at;
    return ENCODED_WORD.exec(this.value)?.[0] ?? "";
  }

  private copy(text: string): void {
    this.raw += text;
    this.name += text;
    this.at += text.length;
  }

  private quoted(): void {
    const end = this.closing('"', this.at + 1);
    if (end === this.value.length) {
      this.quotes = false;
      return;
    }
    const content = this.value.slice(this.at + 1, end);
    this.raw += `"${content}"`;
    this.name += content.replace(/\\(.)/g, "$1");
    this.at = end + 1;
  }

  /** The position of a sign that no backslash stands before; the end where there is none. */
  private closing(sign: string, from: number): number {
    let at = from;
    while (at < this.value.length && this.value.charAt(at) !== sign) {
      at += this.value.charAt(at) === "\\" ? 2 : 1;
    }
    return Math.min(at, this.value.length);
  }

  private commented(): void {
    let depth = 0;
    let end = this.at;
    for (; end < this.value.length; end++) {
      const sign = this.value.charAt(end);
      if (sign === "\\") end += 1;
      else if (sign === "(") depth += 1;
      else if (sign === ")" && --depth === 0) break;
    }
    if (end >= this.value.length) {
      this.comments = false;
      return;
    }
    this.comment += this.value.slice(this.at + 1, end);
    this.at = end + 1;
  }

  private bracketed(): string {
    const start = this.at + 1;
    let end = start;
    while (end < this.value.length && this.value.charAt(end) !== ">") {
      end = this.value.charAt(end) === '"' ? this.closing('"', end + 1) + 1 : end + 1;
    }
    this.at = end + 1;
    const content = this.value.slice(start, end).trim();
    // A route before the address is history: <@relay.example:taro@example.jp>.
    return content.charAt(0) === "@" ? content.slice(content.indexOf(":") + 1) : content;
  }

  private beginGroup(): void {
    this.group = this.name.trim();
    this.members = 0;
    this.clear();
  }

  private endGroup(): void {
    if (this.members === 0) this.add(this.group ?? "", "", true);
    this.group = null;
  }

  private endMailbox(): void {
    const name = this.name.trim();
    const bare = this.raw.trim();
    const comment = this.comment.trim();
    if (this.angle !== null) this.add(name || comment, this.angle, false);
    else if (bare !== "") this.addBare(bare, name, comment);
    this.clear();
  }

  /** Without angle brackets: an address, a name, or a name before an address. */
  private addBare(bare: string, name: string, comment: string): void {
    if (bare.indexOf("@") < 0) this.add(name, "", false);
    else if (!/\s/.test(bare) || QUOTED_LOCAL_PART.test(bare)) this.add(comment, bare, false);
    else {
      const words = bare.split(/\s+/).filter((each) => each.indexOf("@") >= 0);
      const address = words[words.length - 1] ?? "";
      this.add(name.replace(address, "").trim() || comment, address, false);
    }
  }

  private add(name: string, address: string, group: boolean): void {
    const decoded = decodeWords(name);
    if (decoded === null) this.isDamaged = true;
    this.found.push({ name: (decoded ?? "").trim(), address, group });
    this.members += 1;
  }

  private clear(): void {
    this.raw = "";
    this.name = "";
    this.comment = "";
    this.angle = null;
  }
}
