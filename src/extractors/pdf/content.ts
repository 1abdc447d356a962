import type { Budget } from "../budget";
import { Refused } from "../refused";
import type { Document } from "./document";
import { textString } from "./encodings";
import { type Font, readFont } from "./font";
import { END, isSpace, Lexer } from "./lexer";
import { areaOf, IDENTITY, type Matrix, matrixOf, multiply, translate } from "./matrix";
import type { PageText } from "./page-text";
import { along, turnOf } from "./turn";
import { Path } from "./path";
import { asName, asNumber, type Dictionary, isArray, Keyword, Stream, type Value } from "./values";

interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** 1 for 100 %. */
  scale: number;
  leading: number;
  rise: number;
}

/** Forms in forms. */
const DEEPEST = 12;
const MOST_OPERANDS = 1 << 16;
/** Operators between two looks at the clock. */
const STEP = 1 << 12;

/** Fills, strokes, or both (8.5.3). */
const PAINTING = /^([fFBbSs]|[fBb]\*)$/;

/** Fonts of a document, each read once. */
export type Fonts = Map<Value, Font>;

/** Runs the operators of a page (ISO 32000-2, annex A) as far as text hangs on them. */
export class Content {
  private state: State = {
    matrix: IDENTITY,
    font: null,
    size: 1,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  private readonly saved: State[] = [];
  /** Of `saved`, as many as a form must not take back. */
  private floor = 0;
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  /** Of marked content, the innermost last: what it says instead, null where it says nothing. */
  private readonly marks: (string | null)[] = [];
  /** What is said instead of the glyphs that are drawn, "" once it was. */
  private instead: string | null = null;
  private readonly path: Path;
  private steps = 0;

  constructor(
    private readonly document: Document,
    private readonly fonts: Fonts,
    private readonly page: PageText,
    private readonly budget: Budget,
  ) {
    this.path = new Path(page);
  }

  run(bytes: Uint8Array, resources: Dictionary, depth = 0): void {
    const lexer = new Lexer(bytes);
    const { floor } = this;
    this.floor = this.saved.length;
    let operands: Value[] = [];
    for (let token = lexer.next(); token !== END; token = lexer.next()) {
      if (!(token instanceof Keyword)) {
        if (operands.length < MOST_OPERANDS) operands.push(token);
        continue;
      }
      if (++this.steps % STEP === 0) this.budget.time();
      if (token.word === "ID") this.inlinePicture(lexer);
      else this.operator(token.word, operands, resources, depth);
      if (operands.length > 0) operands = [];
    }
    // What a form has not put back does not outlive it.
    if (this.saved.length > this.floor) {
      this.state = this.saved[this.floor] as State;
      this.saved.length = this.floor;
    }
    this.floor = floor;
  }

  private operator(
    word: string,
    operands: readonly Value[],
    resources: Dictionary,
    depth: number,
  ): void {
    const { state } = this;
    const number = (index: number): number => asNumber(operands[index], 0);
    switch (word) {
      case "q":
        this.saved.push({ ...state });
        return;
      case "Q":
        if (this.saved.length > this.floor) this.state = this.saved.pop() as State;
        return;
      case "cm":
        state.matrix = multiply(matrixOf(operands), state.matrix);
        return;
      case "BT":
        this.text = this.line = IDENTITY;
        return;
      case "Tf":
        state.font = this.font(operands[0], resources);
        state.size = number(1);
        return;
      case "Tc":
        state.characterSpace = number(0);
        return;
      case "Tw":
        state.wordSpace = number(0);
        return;
      case "Tz":
        state.scale = number(0) / 100;
        return;
      case "TL":
        state.leading = number(0);
        return;
      case "Ts":
        state.rise = number(0);
        return;
      case "Td":
        this.move(number(0), number(1));
        return;
      case "TD":
        state.leading = -number(1);
        this.move(number(0), number(1));
        return;
      case "Tm":
        this.text = this.line = matrixOf(operands);
        return;
      case "T*":
        this.move(0, -state.leading);
        return;
      case "Tj":
        this.show(operands);
        return;
      case "TJ":
        this.show(isArray(operands[0]) ? operands[0] : []);
        return;
      case '"':
        state.wordSpace = number(0);
        state.characterSpace = number(1);
        this.move(0, -state.leading);
        this.show(operands.slice(2));
        return;
      case "'":
        this.move(0, -state.leading);
        this.show(operands);
        return;
      case "gs":
        this.graphics(this.resource(resources, "ExtGState", operands[0]));
        return;
      case "Do":
        this.object(this.resource(resources, "XObject", operands[0]), resources, depth);
        return;
      case "BMC":
        this.mark(null);
        return;
      case "BDC":
        this.mark(this.actualText(operands[1], resources));
        return;
      case "EMC":
        this.unmark();
        return;
      case "m":
        this.path.moveTo(number(0), number(1), state.matrix);
        return;
      case "l":
        this.path.lineTo(number(0), number(1), state.matrix);
        return;
      case "re":
        this.path.box(number(0), number(1), number(2), number(3), state.matrix);
        return;
      case "n":
        this.path.drop();
        return;
    }
    if (PAINTING.test(word)) this.path.paint();
  }

  private resource(resources: Dictionary, kind: string, name: Value | undefined): Value {
    return this.document.dictionary(resources.get(kind)).get(asName(name)) ?? null;
  }

  private font(name: Value | undefined, resources: Dictionary): Font | null {
    return this.readFont(this.resource(resources, "Font", name));
  }

  private readFont(reference: Value): Font | null {
    const dictionary = this.document.resolve(reference);
    if (!(dictionary instanceof Map)) return null;
    let font = this.fonts.get(dictionary);
    if (!font) {
      this.budget.time();
      font = readFont(dictionary, this.document);
      this.fonts.set(dictionary, font);
    }
    return font;
  }

  private graphics(reference: Value): void {
    const font = this.document.array(this.document.dictionary(reference).get("Font"));
    if (font.length === 0) return;
    this.state.font = this.readFont(font[0] ?? null);
    this.state.size = asNumber(font[1], 1);
  }

  private move(x: number, y: number): void {
    this.text = this.line = translate(this.line, x, y);
  }

  /** Strings, and between them by how much less to move on, in thousandths of the font's size. */
  private show(pieces: readonly Value[]): void {
    const { state } = this;
    let isInside = false;
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) isInside = this.string(piece, isInside) || isInside;
      else if (typeof piece === "number") {
        const isVertical = state.font?.isVertical === true;
        this.advance(((isVertical ? piece : -piece) / 1000) * state.size);
      }
    }
  }

  private advance(by: number): void {
    const isVertical = this.state.font?.isVertical === true;
    this.text = isVertical
      ? translate(this.text, 0, -by)
      : translate(this.text, by * this.state.scale, 0);
  }

  /** True where something was shown. */
  private string(bytes: Uint8Array, isBehindAnother: boolean): boolean {
    const { state, page } = this;
    const { font, size, characterSpace, wordSpace } = state;
    if (!font) {
      page.unknown += bytes.length;
      return false;
    }
    const whole = multiply(this.text, state.matrix);
    const [a, b, c, d] = whole;
    const [x, y] = [whole[4] + state.rise * c, whole[5] + state.rise * d];
    // Downwards is the way that y is turned against.
    const [alongX, alongY] = font.isVertical ? [-c, -d] : [a, b];
    const stretch = Math.sqrt(alongX * alongX + alongY * alongY);
    const turn = turnOf(alongX, alongY);
    const height = Math.abs(size) * Math.sqrt(areaOf(whole)) || 1;
    const start = along(turn, x, y);
    const line = along((turn + 1) & 3, x, y);
    const scale = font.isVertical ? 1 : state.scale;
    let moved = 0;
    let isInside = isBehindAnother;
    for (let at = 0; at < bytes.length;) {
      const count = font.size(bytes[at] as number);
      let code = 0;
      for (const end = at + count; at < end; at++) code = code * 256 + (bytes[at] ?? 0);
      const width = font.advance(code) * size;
      const text = this.said(font.text(code));
      const from = start + moved * stretch;
      const end = from + width * scale * stretch;
      if (text === "") page.extend(end);
      else {
        page.add(text, { start: from, end, line, size: height, turn }, isInside);
        isInside = true;
      }
      const space = font.isSimple && code === 32 ? wordSpace : 0;
      moved += (width + characterSpace + space) * scale;
    }
    this.text = font.isVertical ? translate(this.text, 0, -moved) : translate(this.text, moved, 0);
    return bytes.length > 0;
  }

  private said(text: string | null): string {
    if (this.instead !== null) {
      const said = this.instead;
      this.instead = "";
      return said;
    }
    if (text === null) {
      this.page.unknown += 1;
      return "\ufffd";
    }
    this.page.known += 1;
    return text;
  }

  private mark(text: string | null): void {
    this.marks.push(this.instead);
    if (text !== null) this.instead = text;
  }

  private unmark(): void {
    this.instead = this.marks.pop() ?? null;
  }

  private actualText(properties: Value | undefined, resources: Dictionary): string | null {
    const named = typeof properties === "string";
    const dictionary = this.document.dictionary(
      named ? this.resource(resources, "Properties", properties) : properties,
    );
    const text = this.document.resolve(dictionary.get("ActualText"));
    return text instanceof Uint8Array ? textString(text) : null;
  }

  private object(reference: Value, resources: Dictionary, depth: number): void {
    const stream = this.document.resolve(reference);
    if (!(stream instanceof Stream)) {
      this.page.isIncomplete = true;
      return;
    }
    const { dictionary } = stream;
    const { state } = this;
    if (dictionary.get("Subtype") === "Image") {
      this.page.pictures += areaOf(state.matrix);
      return;
    }
    if (dictionary.get("Subtype") !== "Form") return;
    if (depth >= DEEPEST) throw new Refused("extract/too-deep");
    this.budget.time();
    const own = this.document.resolve(dictionary.get("Resources"));
    this.saved.push({ ...state });
    const matrix = this.document.array(dictionary.get("Matrix"));
    if (matrix.length === 6) state.matrix = multiply(matrixOf(matrix), state.matrix);
    const [text, line] = [this.text, this.line];
    this.run(this.document.unpack(stream), own instanceof Map ? own : resources, depth + 1);
    this.state = this.saved.pop() as State;
    [this.text, this.line] = [text, line];
  }

  /** Between ID and EI stand bytes that are no operators. */
  private inlinePicture(lexer: Lexer): void {
    this.page.pictures += areaOf(this.state.matrix);
    const { bytes } = lexer;
    for (let at = lexer.at; at < bytes.length; at++) {
      const isEnd =
        bytes[at] === 0x45 &&
        bytes[at + 1] === 0x49 &&
        isSpace(bytes[at - 1]) &&
        (at + 2 >= bytes.length || isSpace(bytes[at + 2]));
      if (isEnd && isText(bytes.subarray(at + 2, at + 2 + LOOKED_AT))) {
        lexer.at = at + 2;
        return;
      }
    }
    lexer.at = bytes.length;
  }
}

const LOOKED_AT = 16;

/** Bytes of a picture may spell "EI" by chance, but are hardly followed by readable operators. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || isSpace(byte));
