import type { Budget } from "../budget";
import { Refused } from "../refused";
import type { Document } from "./document";
import { textString } from "./encodings";
import { type Font, readFont } from "./font";
import { isSpace } from "./lexer";
import {
  areaOf,
  IDENTITY,
  type Matrix,
  matrixOf,
  matrixOfArray,
  multiply,
  translate,
} from "./matrix";
import { operatorCode, Operators } from "./operators";
import { LATIN_SPACE, type PageText, type TextPlace } from "./page-text";
import { along, turnOf } from "./turn";
import { Path } from "./path";
import { asName, asNumber, type Dictionary, Stream, type Value } from "./values";

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
/** Operators between two looks at the clock. */
const STEP = 1 << 12;

const WORDS = [
  "Tj", "TJ", "Td", "Tm", "BT", "Tf", "Tc", "Tw", "Tz", "TL", "Ts", "TD", "T*", '"', "'", "q", "Q",
  "cm", "re", "m", "l", "n", "gs", "Do", "BMC", "BDC", "EMC", "ID",
] as const; // prettier-ignore
const OPERATOR = {} as Record<(typeof WORDS)[number], number>;
for (const word of WORDS) OPERATOR[word] = operatorCode(word);

/** Fills, strokes, or both (8.5.3). */
const PAINTING = new Set("f F f* S s B b B* b*".split(" ").map(operatorCode));

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
    const operators = new Operators(bytes);
    const { floor } = this;
    this.floor = this.saved.length;
    for (let code = operators.next(); code !== 0; code = operators.next()) {
      if (++this.steps % STEP === 0) this.budget.time();
      if (!this.textOperator(code, operators, resources)) {
        this.otherOperator(code, operators, resources, depth);
      }
    }
    if (operators.isCut) this.page.isIncomplete = true;
    // What a form has not put back does not outlive it.
    if (this.saved.length > this.floor) {
      this.state = this.saved[this.floor] as State;
      this.saved.length = this.floor;
    }
    this.floor = floor;
  }

  /** Those of text objects and text state (9.3 and 9.4); false for all others. */
  private textOperator(code: number, operators: Operators, resources: Dictionary): boolean {
    const { state } = this;
    switch (code) {
      case OPERATOR.Tj:
      case OPERATOR.TJ:
        this.show(operators, 0);
        return true;
      case OPERATOR.Td:
        this.move(operators.number(0), operators.number(1));
        return true;
      case OPERATOR.Tm:
        this.text = this.line = matrixOf(operators);
        return true;
      case OPERATOR.BT:
        this.text = this.line = IDENTITY;
        return true;
      case OPERATOR.Tf:
        state.font = this.font(operators.value(0), resources);
        state.size = operators.number(1);
        return true;
      case OPERATOR.Tc:
        state.characterSpace = operators.number(0);
        return true;
      case OPERATOR.Tw:
        state.wordSpace = operators.number(0);
        return true;
      case OPERATOR.Tz:
        state.scale = operators.number(0) / 100;
        return true;
      case OPERATOR.TL:
        state.leading = operators.number(0);
        return true;
      case OPERATOR.Ts:
        state.rise = operators.number(0);
        return true;
      case OPERATOR.TD:
        state.leading = -operators.number(1);
        this.move(operators.number(0), operators.number(1));
        return true;
      case OPERATOR["T*"]:
        this.move(0, -state.leading);
        return true;
      case OPERATOR['"']:
        state.wordSpace = operators.number(0);
        state.characterSpace = operators.number(1);
        this.move(0, -state.leading);
        this.show(operators, 2);
        return true;
      case OPERATOR["'"]:
        this.move(0, -state.leading);
        this.show(operators, 0);
        return true;
    }
    return false;
  }

  private otherOperator(
    code: number,
    operators: Operators,
    resources: Dictionary,
    depth: number,
  ): void {
    const { state, path } = this;
    switch (code) {
      case OPERATOR.q:
        this.saved.push({ ...state });
        return;
      case OPERATOR.Q:
        if (this.saved.length > this.floor) this.state = this.saved.pop() as State;
        return;
      case OPERATOR.cm:
        state.matrix = multiply(matrixOf(operators), state.matrix);
        return;
      case OPERATOR.re:
        path.box(operators, state.matrix);
        return;
      case OPERATOR.m:
        path.moveTo(operators.number(0), operators.number(1), state.matrix);
        return;
      case OPERATOR.l:
        path.lineTo(operators.number(0), operators.number(1), state.matrix);
        return;
      case OPERATOR.n:
        path.drop();
        return;
      case OPERATOR.gs:
        this.graphics(this.resource(resources, "ExtGState", operators.value(0)));
        return;
      case OPERATOR.Do:
        this.object(this.resource(resources, "XObject", operators.value(0)), resources, depth);
        return;
      case OPERATOR.BMC:
        this.mark(null);
        return;
      case OPERATOR.BDC:
        this.mark(this.actualText(operators.value(1), resources));
        return;
      case OPERATOR.EMC:
        this.unmark();
        return;
      case OPERATOR.ID:
        this.inlinePicture(operators);
        return;
    }
    if (PAINTING.has(code)) path.paint();
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
  private show(operators: Operators, first: number): void {
    const { size, font } = this.state;
    const way = font?.isVertical === true ? 1 : -1;
    let isInside = false;
    for (let i = first; i < operators.count; i++) {
      if (operators.isString(i)) {
        const [from, to] = [operators.start(i), operators.end(i)];
        isInside = this.string(operators.strings, from, to, isInside) || isInside;
      } else if (operators.isNumber(i)) {
        this.advance(((way * operators.number(i)) / 1000) * size);
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
  private string(bytes: Uint8Array, from: number, to: number, isBehindAnother: boolean): boolean {
    const { state, page } = this;
    const { font, size, characterSpace, wordSpace } = state;
    if (!font) {
      page.unknown += to - from;
      return false;
    }
    const place = this.placeOf(font);
    const { stretch } = place;
    const scale = font.isVertical ? 1 : state.scale;
    // Letters set wide apart are looked at one by one: there may be words between them.
    const isWide = Math.abs(characterSpace) > LATIN_SPACE * Math.abs(size);
    let isInside = isBehindAnother;
    let moved = 0;
    let text = "";
    let start = 0;
    let end = 0;
    for (let at = from; at < to;) {
      const count = font.size(bytes[at] as number);
      let code = 0;
      for (const next = at + count; at < next; at++) code = code * 256 + (at < to ? bytes[at]! : 0);
      const glyph = font.glyph(code);
      end = moved + glyph.advance * size * scale;
      text += this.said(glyph.text);
      moved = end + (characterSpace + (font.isSimple && code === 32 ? wordSpace : 0)) * scale;
      if (isWide && text !== "") {
        page.add(text, place, start * stretch, end * stretch, isInside);
        isInside = true;
        text = "";
      }
      if (isWide) start = moved;
    }
    page.add(text, place, start * stretch, end * stretch, isInside);
    this.text = font.isVertical ? translate(this.text, 0, -moved) : translate(this.text, moved, 0);
    return to > from;
  }

  /** Where the next glyph stands, and which way the line runs. */
  private placeOf(font: Font): TextPlace {
    const { state } = this;
    const whole = multiply(this.text, state.matrix);
    const [a, b, c, d] = whole;
    const [x, y] = [whole[4] + state.rise * c, whole[5] + state.rise * d];
    // Downwards is the way that y is turned against.
    const [alongX, alongY] = font.isVertical ? [-c, -d] : [a, b];
    const turn = turnOf(alongX, alongY);
    return {
      turn,
      stretch: Math.sqrt(alongX * alongX + alongY * alongY),
      size: Math.abs(state.size) * Math.sqrt(areaOf(whole)) || 1,
      start: along(turn, x, y),
      line: along((turn + 1) & 3, x, y),
    };
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
    if (matrix.length === 6) state.matrix = multiply(matrixOfArray(matrix), state.matrix);
    const [text, line] = [this.text, this.line];
    this.run(this.document.unpack(stream), own instanceof Map ? own : resources, depth + 1);
    this.state = this.saved.pop() as State;
    [this.text, this.line] = [text, line];
  }

  /** Between ID and EI stand bytes that are no operators. */
  private inlinePicture(operators: Operators): void {
    this.page.pictures += areaOf(this.state.matrix);
    const { bytes } = operators;
    for (let at = operators.at; at < bytes.length; at++) {
      const isEnd =
        bytes[at] === 0x45 &&
        bytes[at + 1] === 0x49 &&
        isSpace(bytes[at - 1]) &&
        (at + 2 >= bytes.length || isSpace(bytes[at + 2]));
      if (isEnd && isText(bytes.subarray(at + 2, at + 2 + LOOKED_AT))) {
        operators.at = at + 2;
        return;
      }
    }
    operators.at = bytes.length;
  }
}

const LOOKED_AT = 16;

/** Bytes of a picture may spell "EI" by chance, but are hardly followed by readable operators. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || isSpace(byte));
