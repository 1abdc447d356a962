/** A piece of a line, drawn in one go. Lengths in units of the page. */
export interface Run {
  text: string;
  /** Along the line, whichever way it runs. */
  readonly start: number;
  end: number;
  /** Across: lines follow each other from large to small. */
  readonly line: number;
  readonly size: number;
  /** 0 to 3: the line runs to the right, up, to the left, down. */
  readonly turn: number;
}

/** A straight line that is drawn, or an edge of a filled box. */
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/** Narrower is no space between words, wider is another cell; in parts of the font's size. */
export const LATIN_SPACE = 0.2;
export const OTHER_SPACE = 0.25;
export const CELL_GAP = 0.7;
/** Where one string goes on with the next one; wider apart they are two runs for now. */
const JOINED = 0.15;
/** Within one operator nobody begins another cell so near. */
const WIDE_GAP = 2;
const BACKWARDS = -0.4;
const SAME_LINE = 0.2;

const LATIN = /^[A-Za-z]$/;

/** A table has a few thousand; more is a drawing. */
export const MOST_RULES = 20_000;

/** What a page shows, in the order in which it is drawn. */
export class PageText {
  readonly runs: Run[] = [];
  readonly rules: Rule[] = [];
  /** Glyphs that have a text, and those of which the file does not tell. */
  known = 0;
  unknown = 0;
  /** Area of pictures, in square units of the page, and the number of lines and shapes. */
  pictures = 0;
  shapes = 0;
  /** It draws something that is not in the file. */
  isIncomplete = false;

  private last: Run | null = null;

  /** A glyph, from `start` to `end` along its line. */
  add(text: string, at: Omit<Run, "text">, isInside: boolean): void {
    const { last } = this;
    if (last && last.turn === at.turn && Math.abs(last.line - at.line) < SAME_LINE * at.size) {
      const gap = (at.start - last.end) / at.size;
      if (gap > BACKWARDS && gap < (isInside ? WIDE_GAP : JOINED)) {
        last.text += spaceBetween(last.text, gap, text) + text;
        last.end = at.end;
        return;
      }
    }
    this.last = { ...at, text };
    this.runs.push(this.last);
  }

  /** A glyph without a text of its own takes its room all the same. */
  extend(end: number): void {
    if (this.last && this.last.end < end) this.last.end = end;
  }
}

/** The space that a gap between two texts stands for, "" where it is only how they are set. */
export function spaceBetween(before: string, gap: number, after: string): string {
  const isLatin = LATIN.test(before.slice(-1)) || LATIN.test(after.charAt(0));
  return gap > (isLatin ? LATIN_SPACE : OTHER_SPACE) ? " " : "";
}
