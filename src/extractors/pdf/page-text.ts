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

/** Where a string is drawn. */
export interface TextPlace {
  readonly turn: number;
  readonly start: number;
  readonly line: number;
  readonly size: number;
  /** Units of the page to one of the text. */
  readonly stretch: number;
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

const isLatin = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

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
  /** It draws something that is not in the file, or more at once than is read. */
  isIncomplete = false;

  private last: Run | null = null;

  /** What was drawn in one go, from..to behind its place; without text it only takes room. */
  add(text: string, place: TextPlace, from: number, to: number, isInside: boolean): void {
    const { last } = this;
    const start = place.start + from;
    const end = place.start + to;
    const isSameLine =
      last !== null &&
      last.turn === place.turn &&
      Math.abs(last.line - place.line) < SAME_LINE * place.size;
    if (isSameLine) {
      const gap = (start - last.end) / place.size;
      if (text === "" || (gap > BACKWARDS && gap < (isInside ? WIDE_GAP : JOINED))) {
        if (text !== "") last.text += spaceBetween(last.text, gap, text) + text;
        last.end = Math.max(last.end, end);
        return;
      }
    }
    if (text === "") return;
    this.last = { text, start, end, line: place.line, size: place.size, turn: place.turn };
    this.runs.push(this.last);
  }
}

/** The space that a gap between two texts stands for, "" where it is only how they are set. */
export function spaceBetween(before: string, gap: number, after: string): string {
  if (gap <= LATIN_SPACE) return "";
  const hasLetter = isLatin(before.charCodeAt(before.length - 1)) || isLatin(after.charCodeAt(0));
  return hasLetter || gap > OTHER_SPACE ? " " : "";
}
