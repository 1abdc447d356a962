import type { TextBlock } from "../core/text-block";
import { unitsToString } from "../text/units";
import { GreetingReader } from "./greeting";
import type { LineWatcher } from "./part-reader";
import { QuoteReader, type QuotedMail } from "./quote";

const LONGEST_LINE = 20000;

/** Reads greeting and quotes of a body, line by line, before its values are read. */
export class BodyWatcher implements LineWatcher {
  private readonly greeting = new GreetingReader();
  private readonly quotes = new QuoteReader();

  get inHeader(): boolean {
    return this.quotes.inHeader;
  }

  line(block: TextBlock, row: number): number {
    const lastCell = (block.rowEnds[row] as number) - 1;
    const to = block.cellEnds[lastCell] as number;
    const from = lastCell === 0 ? 0 : (block.cellEnds[lastCell - 1] as number);
    const text = unitsToString(block.units, from, Math.min(to, from + LONGEST_LINE));
    const quote = this.quotes.line(text);
    if (quote === 0) this.greeting.line(text);
    return quote;
  }

  get addressee(): string | null {
    return this.greeting.addressee;
  }

  get mails(): readonly QuotedMail[] {
    return this.quotes.mails;
  }
}
