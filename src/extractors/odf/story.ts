import type { Extraction } from "../../core/extraction";
import { inside, type Place, type PlaceStepType } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { Budget } from "../budget";
import { LineFlow } from "../docx/text-flow";
import { isBlank } from "../xml/is-blank";
import { nameKey } from "../xml/name-key";
import { END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { appendText, stringOf } from "../xml/xml-text";
import { wholeNumber } from "../xml/xml-values";
import { OdfTable } from "./table";

const keys = (names: string): ReadonlySet<number> => new Set(names.split(" ").map(nameKey));

const PARAGRAPH = keys("p h");
const SPACES = nameKey("s");
const COUNT = nameKey("c");
const TAB = nameKey("tab");
const LINE_BREAK = nameKey("line-break");
const TABLE = nameKey("table");
const ROW = nameKey("table-row");
const CELL = keys("table-cell covered-table-cell");
const PAGE = nameKey("page");
const STYLE = nameKey("style");
const TABLE_PROPERTIES = nameKey("table-properties");
const SPREADSHEET = nameKey("spreadsheet");
const NAME = nameKey("name");
const STYLE_NAME = nameKey("style-name");
const DISPLAY = nameKey("display");
const HREF = nameKey("href");
/** What they are called, and to which cells they refer. */
const NAMED = keys("named-range named-expression database-range");
/** Attributes with what somebody wrote. */
const WRITTEN = keys("condition string-value string-value-if-true string-value-if-false");
/** How numbers and dates are shown, the numbers of notes, when something was written. */
const SKIPPED = keys(
  "number-style currency-style percentage-style date-style time-style boolean-style text-style " +
    "note-citation date",
);
const LINK = /^(?:mailto|tel|sms):/i;

const apart = (step: PlaceStepType, names: string): (readonly [number, PlaceStepType])[] =>
  names.split(" ").map((name) => [nameKey(name), step] as const);

/** Texts that are read apart from where they stand. */
const APART = new Map<number, PlaceStepType>([
  ...apart("comment", "annotation"),
  ...apart("note", "note notes"),
  ...apart("header", "header header-left header-first"),
  ...apart("footer", "footer footer-left footer-first"),
  ...apart("textbox", "text-box shapes ruby-text"),
  ...apart("hidden", "tracked-changes"),
]);

const SPACE = 0x20;
const MOST_SPACES = 64;

/** Reads the text of one part of an OpenDocument file. */
export class OdfStory {
  readonly writers: BlockWriter[] = [];
  private readonly prose: LineFlow;
  private readonly cells: BlockWriter;
  private readonly apart = new Map<PlaceStepType, LineFlow>();
  /** Where text goes, from the outside in; null for the cells of a table. */
  private readonly flows: (LineFlow | null)[];
  private readonly tables: (OdfTable | null)[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = "";
  private isWorkbook = false;
  private pages = 0;
  /** How many paragraphs are open, and were open around each text that stands apart. */
  private paragraphs = 0;
  private readonly around: number[] = [];
  private here: Place;

  constructor(
    private readonly place: Place,
    private readonly budget: Budget,
  ) {
    this.here = place;
    this.prose = new LineFlow(this.writer(place, "prose"));
    this.cells = this.writer(place, "table");
    this.flows = [this.prose];
  }

  *read(scanner: XmlScanner): Extraction {
    for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
      if (token === TEXT) this.text(scanner);
      else if (token === START) yield* this.start(scanner);
      else yield* this.end(scanner.name);
    }
    yield* this.blocks(true);
  }

  private *start(scanner: XmlScanner): Extraction {
    const { name } = scanner;
    if (PARAGRAPH.has(name)) this.startParagraph();
    else if (SKIPPED.has(name)) scanner.skipElement();
    else if (name === SPACES) this.spaces(scanner);
    else if (name === TAB) this.writerHere.unit(SPACE);
    else if (name === LINE_BREAK) this.lineBreak();
    else if (name === TABLE) yield* this.startTable(scanner);
    else if (name === ROW) this.table?.startRow(scanner);
    else if (CELL.has(name)) this.table?.startCell(scanner);
    else if (name === PAGE) yield* this.startPage();
    else if (name === SPREADSHEET) this.isWorkbook = true;
    else {
      const step = APART.get(name);
      if (step !== undefined) this.startApart(step);
      this.attributes(scanner, name);
    }
  }

  private *end(name: number): Extraction {
    if (PARAGRAPH.has(name)) {
      this.paragraphs -= 1;
      this.flow?.endParagraph();
    } else if (name === ROW) this.table?.endRow();
    else if (CELL.has(name)) this.table?.endCell();
    else if (name === TABLE) yield* this.endTable();
    else if (name === PAGE) yield* this.moveTo(this.place);
    else if (APART.has(name)) this.endApart();
    else if (this.paragraphs === 0) this.flow?.lineBreak();
    if (this.writers.some((each) => each.full)) yield* this.blocks(false);
  }

  /** A box in a note is a part of the note, and the boxes of a slide are its text. */
  private startApart(step: PlaceStepType): void {
    const { flow } = this;
    const stays = step === "textbox" && flow !== null && (flow !== this.prose || this.pages > 0);
    this.flows.push(stays ? flow : this.flowOf(step));
    this.around.push(this.paragraphs);
    this.paragraphs = 0;
  }

  private endApart(): void {
    this.flows.pop()?.lineBreak();
    this.paragraphs = this.around.pop() ?? 0;
  }

  private text(scanner: XmlScanner): void {
    if (this.paragraphs === 0 && isBlank(scanner)) return;
    appendText(scanner, this.writerHere.text);
  }

  private startParagraph(): void {
    this.paragraphs += 1;
    if (!this.flow && this.cells.open) this.cells.unit(SPACE);
  }

  private lineBreak(): void {
    if (this.flow) this.flow.lineBreak();
    else this.cells.unit(SPACE);
  }

  private spaces(scanner: XmlScanner): void {
    let count = 1;
    while (scanner.nextAttribute()) if (scanner.attribute === COUNT) count = wholeNumber(scanner);
    for (let i = 0; i < Math.min(count, MOST_SPACES); i++) this.writerHere.unit(SPACE);
  }

  /** Only a table of the text itself is a table; those in cells, boxes and notes become lines. */
  private *startTable(scanner: XmlScanner): Extraction {
    let name = "";
    let isHidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === NAME) name = stringOf(scanner);
      else if (scanner.attribute === STYLE_NAME)
        isHidden = this.hiddenStyles.has(stringOf(scanner));
    }
    const isOuter = this.flows.length === 1;
    this.tables.push(isOuter ? new OdfTable(this.cells) : null);
    if (!isOuter) return;
    if (this.isWorkbook) {
      this.aside("name", name);
      const sheet = inside(this.place, "sheet", name);
      yield* this.moveTo(isHidden ? inside(sheet, "hidden") : sheet);
    } else yield* this.moveTo({ steps: this.here.steps });
    this.flows.push(null);
  }

  private *endTable(): Extraction {
    if (this.tables.pop()) {
      this.flows.pop();
      yield* this.moveTo(this.isWorkbook ? this.place : { steps: this.here.steps });
    }
  }

  private *startPage(): Extraction {
    this.pages += 1;
    yield* this.moveTo(inside(this.place, "slide", String(this.pages)));
  }

  private *moveTo(place: Place): Extraction {
    yield* this.blocks(true);
    this.here = place;
    this.prose.writer.moveTo(place);
    this.cells.moveTo(place);
    this.apart.forEach(({ writer }, step) => writer.moveTo(inside(place, step)));
  }

  private attributes(scanner: XmlScanner, name: number): void {
    while (scanner.nextAttribute()) {
      const { attribute } = scanner;
      if (attribute === NAME && name === STYLE) this.style = stringOf(scanner);
      else if (attribute === NAME && NAMED.has(name)) this.aside("name", stringOf(scanner));
      else if (attribute === DISPLAY && name === TABLE_PROPERTIES) {
        if (stringOf(scanner) === "false") this.hiddenStyles.add(this.style);
      } else if (attribute === HREF) {
        const link = stringOf(scanner);
        if (LINK.test(link)) this.aside("textbox", link);
      } else if (WRITTEN.has(attribute)) this.aside("textbox", stringOf(scanner));
    }
  }

  private aside(step: PlaceStepType, text: string): void {
    const flow = this.flowOf(step);
    if (flow === this.flow && flow.writer.open) flow.writer.unit(SPACE);
    flow.writer.string(text);
    if (flow !== this.flow) flow.endParagraph();
  }

  private get table(): OdfTable | null {
    return this.flows.length === 2 ? (this.tables[this.tables.length - 1] ?? null) : null;
  }

  private get flow(): LineFlow | null {
    return this.flows[this.flows.length - 1] ?? null;
  }

  private get writerHere(): BlockWriter {
    return this.flow ? this.flow.writer : this.cells;
  }

  private flowOf(step: PlaceStepType): LineFlow {
    const known = this.apart.get(step);
    if (known) return known;
    const flow = new LineFlow(this.writer(inside(this.here, step), "prose"));
    this.apart.set(step, flow);
    return flow;
  }

  private writer(place: Place, layout: "prose" | "table"): BlockWriter {
    const writer = new BlockWriter(place, layout, this.budget);
    this.writers.push(writer);
    return writer;
  }

  private *blocks(all: boolean): Extraction {
    for (const writer of this.writers) {
      if (writer.full || (all && !writer.empty)) yield { type: "block", block: writer.take() };
    }
  }
}
