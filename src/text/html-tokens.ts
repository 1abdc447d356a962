import { decodeEntities } from "./html-entities";

/**
 * Cuts HTML into tokens in time linear in its length, after the tokenizer of the HTML standard.
 * Nothing of the input is lost: what a browser would drop (a tag cut off by the end) is given as
 * text, because somebody may still read it.
 */
export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string;
  /** Entities decoded; empty where there is none. */
  readonly value: string;
}

export type HtmlToken =
  | {
      readonly type: "open";
      /** Lower case. */
      readonly name: string;
      /** In the order written, repeated ones included. */
      readonly attributes: readonly HtmlAttribute[];
      readonly selfClosing: boolean;
    }
  | {
      readonly type: "close";
      readonly name: string;
      /** Meaningless, but somebody may have written them. */
      readonly attributes: readonly HtmlAttribute[];
    }
  /** Entities decoded, except inside script and style. */
  | { readonly type: "text"; readonly text: string }
  /** Comments, doctypes, processing instructions and `<![if]>` marks: what stands between the marks. */
  | { readonly type: "comment"; readonly text: string };

type Open = Extract<HtmlToken, { type: "open" }>;

/** Their content holds no tags; of the last two, it does hold entities. */
const RAW = new Set(["script", "style", "title", "textarea"]);
const WITH_ENTITIES = new Set(["title", "textarea"]);

export function* htmlTokens(html: string): Generator<HtmlToken, void, void> {
  const reader = new Reader(html);
  while (reader.at < html.length) {
    const text = reader.text();
    if (text !== "") yield { type: "text", text: decodeEntities(text) };
    if (reader.at >= html.length) return;
    const token = reader.markup();
    if (token) yield token;
    if (token && token.type === "open" && RAW.has(token.name) && !token.selfClosing) {
      const content = reader.rawText(token.name);
      const isCode = !WITH_ENTITIES.has(token.name);
      if (content !== "") yield { type: "text", text: isCode ? content : decodeEntities(content) };
    }
  }
}

const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

class Reader {
  at = 0;

  constructor(private readonly html: string) {}

  /** Up to the next mark; a `<` that begins none belongs to the text. */
  text(): string {
    const { html, at } = this;
    let end = html.indexOf("<", at);
    while (end >= 0 && !this.beginsMarkup(end + 1)) end = html.indexOf("<", end + 1);
    this.at = end < 0 ? html.length : end;
    return html.slice(at, this.at);
  }

  private beginsMarkup(at: number): boolean {
    const code = this.html.charCodeAt(at);
    return isLetter(code) || code === SLASH || code === 0x21 || code === 0x3f;
  }

  /** Stands on the `<` of a mark. */
  markup(): HtmlToken | null {
    const { html, at } = this;
    const code = html.charCodeAt(at + 1);
    if (code === 0x21 || code === 0x3f) return this.declaration();
    const isClose = code === SLASH;
    if (isClose && !isLetter(html.charCodeAt(at + 2))) return this.comment(at + 2, ">");
    const tag = this.tag(isClose ? at + 2 : at + 1);
    if (!tag) {
      this.at = html.length;
      return { type: "text", text: decodeEntities(html.slice(at)) };
    }
    return isClose ? { type: "close", name: tag.name, attributes: tag.attributes } : tag;
  }

  private declaration(): HtmlToken {
    const { html, at } = this;
    if (html.startsWith("<![CDATA[", at)) {
      const { text } = this.comment(at + 9, "]]>");
      return { type: "text", text };
    }
    if (!html.startsWith("<!--", at)) return this.comment(at + 2, ">");
    // `<!-->` and `<!--->` are whole comments.
    if (html.startsWith(">", at + 4)) return this.comment(at + 4, ">");
    if (html.startsWith("->", at + 4)) return this.comment(at + 4, "->");
    return this.comment(at + 4, this.commentEnd(at + 4));
  }

  /** A comment ends with `-->` or, by the standard's leniency, `--!>`. */
  private commentEnd(from: number): string {
    const { html } = this;
    let at = html.indexOf("--", from);
    while (at >= 0 && html[at + 2] !== ">") {
      if (html.startsWith("!>", at + 2)) return "--!>";
      at = html.indexOf("--", at + 1);
    }
    return "-->";
  }

  private comment(from: number, mark: string): Extract<HtmlToken, { type: "comment" }> {
    const found = this.html.indexOf(mark, from);
    const end = found < 0 ? this.html.length : found;
    this.at = Math.min(this.html.length, end + mark.length);
    return { type: "comment", text: this.html.slice(from, end) };
  }

  /** Null where the end of the text cuts the tag off. */
  private tag(nameAt: number): Open | null {
    const { html } = this;
    let at = nameAt;
    while (at < html.length && !isSpace(html.charCodeAt(at)) && !this.endsName(at)) at += 1;
    const name = html.slice(nameAt, at).toLowerCase();
    const attributes: HtmlAttribute[] = [];
    this.at = at;
    for (;;) {
      const isSlash = this.skipSpaces();
      if (this.at >= html.length) return null;
      if (html.charCodeAt(this.at) === GREATER) {
        this.at += 1;
        return { type: "open", name, attributes, selfClosing: isSlash };
      }
      const attribute = this.attribute();
      if (!attribute) return null;
      attributes.push(attribute);
    }
  }

  private endsName(at: number): boolean {
    const code = this.html.charCodeAt(at);
    return code === SLASH || code === GREATER;
  }

  /** Spaces and slashes between attributes; true where a slash stands right before the end. */
  private skipSpaces(): boolean {
    const { html, at: from } = this;
    let code = html.charCodeAt(from);
    while (isSpace(code) || code === SLASH) code = html.charCodeAt(++this.at);
    return this.at > from && html.charCodeAt(this.at - 1) === SLASH;
  }

  private attribute(): HtmlAttribute | null {
    const { html, at: from } = this;
    let at = from + 1;
    while (at < html.length && !this.endsAttributeName(at)) at += 1;
    const name = html.slice(from, at).toLowerCase();
    let next = at;
    while (isSpace(html.charCodeAt(next))) next += 1;
    this.at = next;
    if (html.charCodeAt(next) !== EQUALS) return { name, value: "" };
    do next += 1;
    while (isSpace(html.charCodeAt(next)));
    this.at = next;
    const value = this.value();
    return value === null ? null : { name, value: decodeEntities(value, true) };
  }

  private endsAttributeName(at: number): boolean {
    const code = this.html.charCodeAt(at);
    return isSpace(code) || code === EQUALS || code === SLASH || code === GREATER;
  }

  private value(): string | null {
    const { html, at: from } = this;
    const quote = html.charCodeAt(from);
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const end = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", from + 1);
      if (end < 0) return null;
      this.at = end + 1;
      return html.slice(from + 1, end);
    }
    let at = from;
    while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== GREATER) {
      at += 1;
    }
    this.at = at;
    return html.slice(from, at);
  }

  /** Up to the element's end tag, which is left for the next token. */
  rawText(name: string): string {
    const { html, at: from } = this;
    let end = html.indexOf("</", from);
    while (end >= 0 && !this.closes(end + 2, name)) end = html.indexOf("</", end + 2);
    this.at = end < 0 ? html.length : end;
    return html.slice(from, this.at);
  }

  private closes(at: number, name: string): boolean {
    const end = at + name.length;
    if (this.html.slice(at, end).toLowerCase() !== name) return false;
    return this.endsName(end) || isSpace(this.html.charCodeAt(end));
  }
}
