import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { Budget } from "../budget";
import { LineFlow, TableFlow } from "../docx/text-flow";
import { FoldedText } from "../folded-text";

const SPACE = 0x20;
/** A paragraph that does not end is handed over in pieces. */
const LONGEST = 1 << 15;

/**
 * Writes a document of which only the end of a paragraph says whether it stands in a table; what
 * stands beside the text (codes of fields) becomes lines of its own.
 */
export class PaperWriter {
  readonly writers: readonly BlockWriter[];
  private readonly prose: LineFlow;
  private readonly table: TableFlow;
  private readonly asides: LineFlow;
  private readonly paragraph: FoldedText;
  private isInTable = false;

  constructor(
    private readonly place: Place,
    budget: Budget,
  ) {
    const prose = new BlockWriter(place, "prose", budget);
    const table = new BlockWriter(place, "table", budget);
    const asides = new BlockWriter(inside(place, "textbox"), "prose", budget);
    this.writers = [prose, table, asides];
    this.prose = new LineFlow(prose);
    this.table = new TableFlow(table);
    this.asides = new LineFlow(asides);
    this.paragraph = new FoldedText(budget.limits.textUnits, 1024);
  }

  unit(unit: number): void {
    this.paragraph.unit(unit);
    const { length } = this.paragraph;
    if (length > LONGEST && (unit === SPACE || length > 2 * LONGEST)) this.hand(this.prose.writer);
  }

  aside(unit: number): void {
    this.asides.writer.unit(unit);
  }

  endAside(): void {
    this.asides.lineBreak();
  }

  lineBreak(): void {
    if (this.isInTable) this.paragraph.unit(SPACE);
    else {
      this.hand(this.prose.writer);
      this.prose.lineBreak();
    }
  }

  *endParagraph(isInTable: boolean): Extraction {
    yield* this.enter(isInTable);
    if (isInTable) {
      this.table.startParagraph();
      this.hand(this.table.writer);
      return;
    }
    this.hand(this.prose.writer);
    this.prose.endParagraph();
    yield* this.blocks(false);
  }

  *endCell(): Extraction {
    yield* this.endParagraph(true);
    this.table.endCell();
  }

  *endRow(): Extraction {
    yield* this.endParagraph(true);
    this.table.endRow();
    yield* this.blocks(false);
  }

  *end(): Extraction {
    yield* this.endParagraph(false);
    this.endAside();
    yield* this.blocks(true);
  }

  private *enter(isInTable: boolean): Extraction {
    if (isInTable === this.isInTable) return;
    yield* this.blocks(true);
    if (isInTable) this.table.begin({ steps: this.place.steps });
    this.isInTable = isInTable;
  }

  private hand(writer: BlockWriter): void {
    writer.text.copy(this.paragraph.units, 0, this.paragraph.length);
    this.paragraph.length = 0;
    this.paragraph.mark = 0;
  }

  private *blocks(all: boolean): Extraction {
    if (all) {
      this.table.endCell();
      this.table.endRow();
    }
    for (const writer of this.writers) {
      if (writer.full || (all && !writer.empty)) yield { type: "block", block: writer.take() };
    }
  }
}
