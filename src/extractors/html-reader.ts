import type { Extraction } from "../core/extraction";
import type { Place } from "../core/place";
import type { RefusalCode } from "../core/refusal";
import { htmlTokens, type HtmlAttribute, type HtmlToken } from "../text/html-tokens";
import { BlockWriter } from "./block-writer";
import type { Budget } from "./budget";
import { dataTables, isCell, isRow, TableGrid } from "./html-tables";
import { refusal } from "./reported";

type Open = Extract<HtmlToken, { type: "open" }>;

/** Elements that stand within a line; every other known one begins a line of its own. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr " +
    "o:p q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);
const BLOCK = new Set(
  (
    "address article aside blockquote body br button caption center col colgroup dd details dialog " +
    "dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head " +
    "header hgroup hr html iframe input legend li link main map menu meta nav noscript object ol " +
    "optgroup option p param pre script section select style summary svg table tbody td textarea " +
    "tfoot th thead title tr ul xml row cell worksheet workbook"
  ).split(" "),
);

export const isKnownElement = (name: string): boolean => INLINE.has(name) || BLOCK.has(name);

/** Attributes that somebody may read beside the text. */
const READABLE = new Set("alt title value placeholder aria-label label summary content".split(" "));
/** Other attributes are read for what no layout needs: Japanese, addresses, swallowed markup. */
const TELLING = /[<@\u0080-\uffff]/;
/** An XML export keeps its data in attributes: numbers as long as a telephone's are read as well. */
const TELLING_XML = /[<@\u0080-\uffff]|\d[\d-]{8}/;
/** A style sheet says something in what it inserts and remarks; the names of fonts say nothing. */
const FONT = /^\s*(?:@font-face\b|[\w-]*font[\w-]*\s*:)/i;
/** A file within the page. */
const EMBEDDED = /(?:^\s*|\burl\(\s{0,9}["']?)data:([^;,]{0,100})[;,]/i;
/** Smaller pictures are signs and logos; 100 KiB in base64. */
const SMALL_PICTURE_UNITS = 140_000;
const ADDRESS_LINK = /^\s*(?:mailto|tel|sms):/i;
/** Prologues that say nothing; one with entities of its own does. */
const PROLOGUE = /^(?:doctype|xml)\s[^[]*$/i;
const CONDITIONAL = /^\[if[^\]]*\]>/i;
const KEEPS_LINES = new Set(["pre", "textarea", "script", "listing", "xmp"]);

/** A longer line is cut at its next space. */
const LONG_LINE = 8192;

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/**
 * The text of a page, hidden text, comments and scripts included, because all of it travels: data
 * tables as tables, everything else as lines. Style sheets give what they insert or remark.
 */
export function* htmlBlocks(html: string, place: Place, budget: Budget, isXml = false): Extraction {
  const reader = new HtmlReader(place, budget, isXml);
  yield* reader.read(html);
  yield* reader.end();
}

class HtmlReader {
  private readonly prose: BlockWriter;
  private readonly telling: RegExp;
  private table: BlockWriter | null = null;
  private grid: TableGrid | null = null;
  private inRow = false;
  private inCell = false;
  private line = 1;
  private hasText = false;
  /** Units of this line. */
  private length = 0;
  /** White space was met since the last visible character of this line or cell. */
  private gap = false;
  private keepsLines = 0;
  private inStyle = false;
  /** Text beside the text, to be given as lines of its own. */
  private asides: string[] = [];
  /** Files within the page that were met since the last refusal was given. */
  private unseen: RefusalCode[] = [];

  constructor(
    private readonly place: Place,
    private readonly budget: Budget,
    private readonly isXml: boolean,
  ) {
    this.prose = new BlockWriter(place, "prose", budget);
    this.telling = isXml ? TELLING_XML : TELLING;
  }

  *read(html: string): Extraction {
    const isData = dataTables(html);
    let tables = 0;
    for (const token of htmlTokens(html)) {
      if (token.type === "text") yield* this.text(token.text);
      else if (token.type === "comment") yield* this.comment(token.text);
      else if (token.name === "table") {
        yield* this.endTable();
        this.readAttributes(token.name, token.attributes);
        if (token.type === "open" && isData[tables++]) yield* this.beginTable();
      } else if (token.type === "open") this.open(token);
      else this.close(token.name, token.attributes);
      yield* this.flush();
    }
  }

  *end(): Extraction {
    yield* this.endTable();
    this.endLine();
    yield* this.flush();
    if (!this.prose.empty) yield { type: "block", block: this.prose.take() };
  }

  /** Hands over what is full, between lines and between rows only. */
  private *flush(): Extraction {
    for (const code of this.unseen) yield refusal(code, this.place);
    if (this.unseen.length > 0) this.unseen = [];
    if (this.asides.length > 0 && !this.inCell && !this.hasText) yield* this.flushAsides();
    const isInLine = this.hasText && !this.inCell;
    if (this.prose.full && !isInLine) yield { type: "block", block: this.prose.take() };
    if (this.table && this.table.full && !this.inRow) {
      yield { type: "block", block: this.table.take() };
    }
  }

  private *flushAsides(): Extraction {
    const { asides } = this;
    this.asides = [];
    for (const aside of asides) {
      this.prose.line(aside, this.line);
      this.line += 1;
      if (this.prose.full) yield { type: "block", block: this.prose.take() };
    }
  }

  private get writer(): BlockWriter {
    return this.inCell && this.table ? this.table : this.prose;
  }

  private *text(text: string): Extraction {
    if (this.inStyle) {
      const pieces = text.split(/[;{}]/);
      for (const each of pieces) if (TELLING.test(each) && !FONT.test(each)) this.asides.push(each);
      return;
    }
    if (this.keepsLines === 0 || this.inCell) this.put(text);
    else {
      const lines = text.split(/\r\n?|\n/);
      for (let i = 0; i < lines.length; i++) {
        if (i > 0) this.endLine();
        yield* this.flush();
        this.put(lines[i] as string);
      }
    }
  }

  private put(text: string): void {
    const { writer } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isSpace(code)) {
        this.gap = true;
        if (this.length > LONG_LINE && !this.inCell) this.endLine();
        continue;
      }
      if (this.gap && this.hasText) writer.unit(0x20);
      this.gap = false;
      this.hasText = true;
      this.length += 1;
      writer.unit(code);
    }
  }

  /** `[if mso]` comments are read by Outlook as markup. */
  private *comment(text: string): Extraction {
    const condition = CONDITIONAL.exec(text);
    if (!condition) {
      if (!PROLOGUE.test(text)) this.asides.push(text);
      return;
    }
    for (const token of htmlTokens(text.slice(condition[0].length))) {
      if (token.type === "text") yield* this.text(token.text);
      else if (token.type === "open" && token.name !== "table") this.open(token);
      else if (token.type === "close" && token.name !== "table") {
        this.close(token.name, token.attributes);
      }
    }
  }

  private open({ name, attributes, selfClosing }: Open): void {
    this.readAttributes(name, attributes);
    // A browser hides <taro@example.jp>, but whoever wrote it meant it as text.
    if (name.indexOf("@") >= 0) this.asides.push(name);
    if (name === "style") this.inStyle = !this.isXml && !selfClosing;
    if (KEEPS_LINES.has(name)) this.keepsLines += 1;
    if (this.grid && isRow(name)) {
      this.endRow();
      this.grid.beginRow();
    } else if (this.grid && isCell(name)) {
      this.endCell();
      this.beginCell(this.grid, attributes);
    } else if (this.breaksLine(name)) this.endLine();
  }

  private close(name: string, attributes: readonly HtmlAttribute[]): void {
    this.readAttributes(name, attributes);
    if (name === "style") this.inStyle = false;
    if (KEEPS_LINES.has(name) && this.keepsLines > 0) this.keepsLines -= 1;
    if (this.grid && isRow(name)) this.endRow();
    else if (this.grid && isCell(name)) this.endCell();
    else if (this.breaksLine(name)) this.endLine();
  }

  private breaksLine(name: string): boolean {
    return this.isXml ? !INLINE.has(name) : BLOCK.has(name);
  }

  private readAttributes(element: string, attributes: readonly HtmlAttribute[]): void {
    for (const { name, value } of attributes) {
      if (TELLING.test(name)) this.asides.push(name);
      if (value === "") continue;
      if (!READABLE.has(name)) this.embedded(value);
      if (element === "img" && name === "alt") this.put(value);
      else if (name === "href" && ADDRESS_LINK.test(value)) this.asides.push(linked(value));
      else if (READABLE.has(name) || this.telling.test(value)) this.asides.push(value);
    }
  }

  private embedded(value: string): void {
    const type = EMBEDDED.exec(value);
    if (type === null) return;
    const isPicture = /^image\//i.test(type[1] as string) && !/svg/i.test(type[1] as string);
    if (!isPicture) this.unseen.push("extract/unsupported");
    else if (value.length > SMALL_PICTURE_UNITS) this.unseen.push("extract/image");
  }

  /** Within a cell, a new line is no more than a space. */
  private endLine(): void {
    this.gap = true;
    if (this.inCell) return;
    if (this.hasText) {
      this.prose.endCell(0);
      this.prose.endRow(this.line);
      this.line += 1;
    }
    this.hasText = false;
    this.gap = false;
    this.length = 0;
  }

  private *beginTable(): Extraction {
    this.endLine();
    if (!this.prose.empty) yield { type: "block", block: this.prose.take() };
    const place: Place = { steps: this.place.steps };
    if (this.table) this.table.moveTo(place);
    else this.table = new BlockWriter(place, "table", this.budget);
    this.grid = new TableGrid();
  }

  private *endTable(): Extraction {
    this.endRow();
    this.grid = null;
    this.endLine();
    if (this.table && !this.table.empty) yield { type: "block", block: this.table.take() };
  }

  private beginCell(grid: TableGrid, attributes: readonly HtmlAttribute[]): void {
    this.endLine();
    const number = (name: string): number => {
      const found = attributes.find((each) => each.name === name);
      return found ? Number.parseInt(found.value, 10) || 0 : 0;
    };
    grid.beginCell(number("colspan"), number("rowspan"), number("ss:index"));
    this.inRow = true;
    this.inCell = true;
    this.hasText = false;
    this.gap = false;
  }

  private endCell(): void {
    if (!this.inCell || !this.table || !this.grid) return;
    if (this.hasText) this.table.endCell(this.grid.column);
    this.inCell = false;
    this.hasText = false;
    this.gap = false;
  }

  private endRow(): void {
    this.endCell();
    if (this.table && this.grid) this.table.endRow(this.grid.row);
    this.inRow = false;
  }
}

/** The address of a `mailto:` or `tel:` link. */
function linked(href: string): string {
  const address = href.replace(ADDRESS_LINK, "");
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
