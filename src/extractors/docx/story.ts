import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { Budget } from "../budget";
import { nameKey } from "../xml/name-key";
import { isBlank } from "../xml/is-blank";
import { readText } from "../xml/read-text";
import { END, END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { appendText } from "../xml/xml-text";
import { AlternateContent } from "./alternate-content";
import { LineFlow, RowFlow, TableFlow, type TextFlow } from "./text-flow";

const PARAGRAPH = nameKey("p");
const RUN = nameKey("r");
const TABLE = nameKey("tbl");
const TABLE_ROW = nameKey("tr");
const TABLE_CELL = nameKey("tc");
const GRID_SPAN = nameKey("gridSpan");
const TEXT_BOX = nameKey("txbxContent");
const TEXT_ELEMENT = nameKey("t");
const TAB = nameKey("tab");
const POSITIONED_TAB = nameKey("ptab");
const BREAK = nameKey("br");
const RETURN = nameKey("cr");
const HYPHEN = nameKey("noBreakHyphen");
const VALUE = nameKey("val");

/** Text that is in the file, but not in the line where it stands: each kind is a line of its own. */
const ASIDES: ReadonlySet<number> = new Set(
  ["delText", "instrText", "delInstrText", "rt"].map(nameKey),
);
/** Attributes with text: descriptions of pictures, fields, lettering that is drawn. */
const WRITTEN: ReadonlySet<number> = new Set(["descr", "instr", "string"].map(nameKey));
/** Properties (the tabs in them are positions), and where drawings stand. */
const SKIPPED: ReadonlySet<number> = new Set(
  "pPr rPr tblPr sectPr positionH positionV sizeRelH sizeRelV".split(" ").map(nameKey),
);
/** Text where the standard knows none; it is in the file all the same. */
const STRAY = nameKey("stray");

const SPACE = 0x20;
const MINUS = 0x2d;

/** Reads one part that is written like the body of a document: headers, notes and comments, too. */
export class Story {
  readonly writers: readonly BlockWriter[];
  private readonly prose: BlockWriter;
  private readonly aside: LineFlow;
  private readonly nested: RowFlow;
  private readonly table: TableFlow;
  private readonly alternates = new AlternateContent();
  /** From the body to the innermost table or text box. */
  private readonly flows: TextFlow[];
  private asideKind = 0;

  constructor(
    private readonly place: Place,
    budget: Budget,
  ) {
    this.prose = new BlockWriter(place, "prose", budget);
    const aside = new BlockWriter(inside(place, "textbox"), "prose", budget);
    const table = new BlockWriter(place, "table", budget);
    this.writers = [this.prose, table, aside];
    this.aside = new LineFlow(aside);
    this.nested = new RowFlow(aside);
    this.table = new TableFlow(table);
    this.flows = [new LineFlow(this.prose)];
  }

  *read(scanner: XmlScanner): Extraction {
    for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
      if (token === START) {
        if (scanner.name === TABLE && this.flows.length === 1) yield* this.blocks(true);
        this.start(scanner);
      } else if (token === TEXT) {
        this.stray(scanner);
      } else if (token === END) {
        this.end(scanner.name);
        const isTableEnd = scanner.name === TABLE && this.flows.length === 1;
        if (isTableEnd || this.isFull) yield* this.blocks(isTableEnd);
      }
    }
    yield* this.blocks(true);
  }

  private *blocks(all: boolean): Extraction {
    for (const writer of this.writers) {
      if (writer.full || (all && !writer.empty)) yield { type: "block", block: writer.take() };
    }
  }

  private get isFull(): boolean {
    return this.prose.full || this.table.writer.full || this.aside.writer.full;
  }

  private get flow(): TextFlow {
    return this.flows[this.flows.length - 1] as TextFlow;
  }

  private start(scanner: XmlScanner): void {
    const { name } = scanner;
    // Nearly every element is one of the first three.
    if (name === TEXT_ELEMENT) readText(scanner, this.flow.writer.text);
    else if (name === RUN) this.readAttributes(scanner, name);
    else if (name === PARAGRAPH) this.flow.startParagraph();
    else if (SKIPPED.has(name) || this.alternates.leavesOut(name)) scanner.skipElement();
    else if (ASIDES.has(name)) this.readAside(scanner, name);
    else if (name === TAB || name === POSITIONED_TAB) this.flow.writer.unit(SPACE);
    else if (name === BREAK || name === RETURN) this.flow.lineBreak();
    else if (name === HYPHEN) this.flow.writer.unit(MINUS);
    else if (name === TABLE) this.startTable();
    else if (name === TEXT_BOX) this.flows.push(this.aside);
    else this.readAttributes(scanner, name);
  }

  private stray(scanner: XmlScanner): void {
    if (isBlank(scanner)) return;
    if (this.asideKind !== STRAY) this.startAside(STRAY);
    appendText(scanner, this.aside.writer.text);
  }

  private end(name: number): void {
    if (name === PARAGRAPH) {
      this.endAside();
      this.flow.endParagraph();
    } else if (name === TABLE_CELL) this.flow.endCell();
    else if (name === TABLE_ROW) this.flow.endRow();
    else if (name === TABLE || name === TEXT_BOX) this.flows.pop();
    else this.alternates.end(name);
  }

  /** Only a table of the body itself is a table; those in cells and text boxes become lines. */
  private startTable(): void {
    const isOuter = this.flows.length === 1;
    if (isOuter) this.table.begin({ steps: this.place.steps });
    this.flows.push(isOuter ? this.table : this.nested);
  }

  private readAttributes(scanner: XmlScanner, name: number): void {
    while (scanner.nextAttribute()) {
      if (WRITTEN.has(scanner.attribute)) {
        this.startAside(scanner.attribute);
        appendText(scanner, this.aside.writer.text);
      } else if (name === GRID_SPAN && scanner.attribute === VALUE) this.flow.span(scanner);
    }
  }

  private readAside(scanner: XmlScanner, kind: number): void {
    if (kind !== this.asideKind) this.startAside(kind);
    readText(scanner, this.aside.writer.text);
  }

  private startAside(kind: number): void {
    this.aside.lineBreak();
    this.asideKind = kind;
  }

  private endAside(): void {
    if (this.asideKind !== 0) this.aside.endParagraph();
    this.asideKind = 0;
  }
}
