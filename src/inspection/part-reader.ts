import type { TextBlock } from "../core/text-block";
import type { Place } from "../core/place";
import type { LabelBook } from "./label-book";
import type { Ledger } from "./ledger";
import { ProseReader, type Setting } from "./prose-reader";
import { TableReader } from "./table-reader";

/** Looks at each line before it is read, in the body: it may begin a quoted mail. */
export interface LineWatcher {
  /** The quoted mail that the line belongs to, 0 for the sender's own text. */
  line(block: TextBlock, row: number): number;
  /** The line belongs to the header of a quoted mail. */
  readonly inHeader: boolean;
}

/** Reads the blocks of one subject, body or attachment, table by table and text by text. */
export class PartReader {
  private table: TableReader | null = null;
  private tablePlace: Place | null = null;
  private prose: ProseReader | null = null;
  private prosePlace: Place | null = null;
  private readonly setting: Setting;
  private inHeader = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly labels: LabelBook,
    private readonly watcher: LineWatcher | null,
  ) {
    this.setting = { quote: 0, inBody: watcher !== null };
    ledger.beginPart();
  }

  take(block: TextBlock): void {
    if (block.layout === "table") this.takeTable(block);
    else this.takeProse(block);
  }

  end(): void {
    this.endTable();
    this.prose?.end();
    this.prose = null;
  }

  private takeTable(block: TextBlock): void {
    if (this.tablePlace !== block.place) {
      this.endTable();
      this.table = new TableReader(this.ledger, this.labels, this.setting);
      this.tablePlace = block.place;
    }
    this.table?.take(block);
  }

  private endTable(): void {
    this.table?.end();
    this.table = null;
    this.tablePlace = null;
  }

  private takeProse(block: TextBlock): void {
    if (this.prosePlace !== block.place) {
      this.prose?.end();
      this.prose = new ProseReader(this.ledger, this.labels, this.setting);
      this.prosePlace = block.place;
    }
    for (let row = 0; row < block.rowCount; row++) {
      if (this.watcher) this.watch(this.watcher, block, row);
      this.prose?.row(block, row);
    }
  }

  private watch(watcher: LineWatcher, block: TextBlock, row: number): void {
    const quote = watcher.line(block, row);
    if (quote === this.setting.quote && watcher.inHeader === this.inHeader) return;
    this.endTable();
    this.prose?.cut();
    this.setting.quote = quote;
    this.inHeader = watcher.inHeader;
  }
}
