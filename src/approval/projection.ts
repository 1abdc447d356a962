import type { RefusalCode } from "../core/refusal";
import { htmlTokens, type HtmlToken } from "../text/html-tokens";
import { ByteWriter } from "./byte-writer";
import { canonicalText, hasLoneSurrogate } from "./canonical-text";
import { contentIdOf } from "./content-ids";
import { canonicalUrl, isActive, isInline, isTextAttribute, isUrlAttribute } from "./html-meaning";
import { carriesContent } from "./style-content";

export type Projection =
  | { readonly state: "projected"; readonly bytes: Uint8Array }
  | { readonly state: "refused"; readonly code: RefusalCode };

/** SHA-256 of the attachments that a content id names; empty where there is none. */
export type ResolveContentId = (contentId: string) => readonly Uint8Array[];

/** Kinds of items, one letter each. */
const TEXT = 0x54;
const URL = 0x55;
const SPOKEN = 0x41;
const IMAGE = 0x43;
const COMMENT = 0x4d;
const STYLE = 0x53;

/**
 * What a body says and where it leads, without its looks (docs/canonical-form.md, "Body"): all text,
 * hidden text too, and every address, in the order of the document. Refused where a body is active,
 * shows an image that is not there, or is damaged.
 */
export function projectBody(html: string, resolve: ResolveContentId): Projection {
  const projector = new Projector(resolve);
  projector.read(html, false);
  return projector.finish();
}

class Projector {
  private readonly out = new ByteWriter();
  private run: string[] = [];
  private refusal: RefusalCode | null = null;
  /** White space was seen that the next text starts with, on whichever side of a tag it stood. */
  private pendingSpace = false;
  private hasText = false;
  private inStyle = false;

  constructor(private readonly resolve: ResolveContentId) {}

  read(html: string, isConditional: boolean): void {
    for (const token of htmlTokens(html)) {
      if (this.refusal !== null) return;
      if (token.type === "comment") this.comment(token.text, isConditional);
      else if (token.type === "text") this.text(token.text);
      else this.tag(token);
    }
  }

  finish(): Projection {
    this.endRun();
    if (this.refusal !== null) return { state: "refused", code: this.refusal };
    return { state: "projected", bytes: this.out.take() };
  }

  private text(text: string): void {
    if (this.inStyle) this.style(text);
    else this.run.push(text);
  }

  /** Word shows what stands in `<!--[if mso]>…`; other comments are hidden text. */
  private comment(text: string, isConditional: boolean): void {
    const condition = /^\[if [^\]]*\]>/.exec(text);
    if (condition && isConditional) this.refusal = "extract/active-content";
    else if (condition)
      this.read(text.slice(condition[0].length).replace(/<!\[endif\]$/, ""), true);
    else if (!/^\[(if [^\]]*|endif)\]$/.test(text)) this.item(COMMENT, "", canonicalText(text));
  }

  private tag(token: Extract<HtmlToken, { type: "open" | "close" }>): void {
    if (!isInline(token.name)) this.run.push(" ");
    this.inStyle = token.type === "open" && token.name === "style" && !token.selfClosing;
    if (token.type === "close") return;
    if (isActive(token)) this.refusal = "extract/active-content";
    for (const { name, value } of token.attributes) {
      if (isUrlAttribute(name)) this.url(name, canonicalUrl(value));
      else if (isTextAttribute(name)) this.item(SPOKEN, name, canonicalText(value));
      else if (name === "style") this.style(value);
    }
  }

  private url(name: string, url: string): void {
    const contentId = contentIdOf(url);
    if (contentId === null) this.item(URL, name, url);
    else this.image(name, this.resolve(contentId));
  }

  private image(name: string, digests: readonly Uint8Array[]): void {
    if (digests.length === 0) this.refusal = "attachment/unreadable";
    this.endRun();
    this.out.byte(IMAGE).text(name).number(digests.length);
    for (const digest of digests) this.out.raw(digest);
  }

  private style(css: string): void {
    if (carriesContent(css)) this.item(STYLE, "", canonicalText(css));
  }

  private item(kind: number, name: string, value: string): void {
    if (value === "") return;
    this.endRun();
    this.check(name + value);
    this.out.byte(kind).text(name).text(value);
  }

  /** Text up to an item is one run: a word may be cut by tags, a pair of surrogates too. */
  private endRun(): void {
    const run = this.run.join("");
    this.run = [];
    if (run === "") return;
    const text = canonicalText(run);
    const startsFree = this.pendingSpace || /^[\t\n\v\f\r \u00a0]/.test(run);
    this.pendingSpace = text === "" ? startsFree : /[\t\n\v\f\r \u00a0]$/.test(run);
    if (text === "") return;
    this.check(text);
    this.out.byte(TEXT).text((this.hasText && startsFree ? " " : "") + text);
    this.hasText = true;
  }

  private check(text: string): void {
    if (hasLoneSurrogate(text)) this.refusal = "extract/damaged";
  }
}
