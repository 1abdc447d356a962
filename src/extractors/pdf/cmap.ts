import { latin, Lexer, END } from "./lexer";
import { isArray, Keyword, type Value } from "./values";

/** A CMap file (Adobe Technical Note 5014) as it stands in a PDF. */
export interface CMap {
  /** Bytes of a code by its first byte; 0 where no code begins so. */
  readonly sizes: Uint8Array;
  /** Text of a code, from bfchar and bfrange. */
  readonly texts: Map<number, string>;
  /** Number of the character, from cidchar and cidrange. */
  readonly characters: Map<number, number>;
}

/** More than a font can have; a wider range is damage or worse. */
const WIDEST = 0x10000;

export function readCMap(bytes: Uint8Array): CMap {
  const map: CMap = { sizes: new Uint8Array(256), texts: new Map(), characters: new Map() };
  const lexer = new Lexer(bytes);
  let operands: Value[] = [];
  for (let token = lexer.next(); token !== END; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    apply(token.word, operands, map);
    operands = [];
  }
  return map;
}

function apply(word: string, operands: readonly Value[], map: CMap): void {
  switch (word) {
    case "endcodespacerange":
      return each(operands, 2, ([low, high]) => {
        if (!isCode(low) || !isCode(high)) return;
        map.sizes.fill(low.length, low[0], (high[0] ?? 0) + 1);
      });
    case "endbfchar":
      return each(operands, 2, ([code, text]) => {
        if (isCode(code)) set(map.texts, number(code), textOf(text, 0));
      });
    case "endbfrange":
      return each(operands, 3, ([low, high, text]) => {
        range(low, high, (code, index) => {
          const piece = isArray(text) ? textOf(text[index], 0) : textOf(text, index);
          set(map.texts, code, piece);
        });
      });
    case "endcidchar":
      return each(operands, 2, ([code, character]) => {
        if (isCode(code) && typeof character === "number")
          set(map.characters, number(code), character);
      });
    case "endcidrange":
      return each(operands, 3, ([low, high, first]) => {
        if (typeof first === "number")
          range(low, high, (code, index) => set(map.characters, code, first + index));
      });
  }
}

function set<T>(map: Map<number, T>, code: number, value: T): void {
  if (map.size < WIDEST) map.set(code, value);
}

function each(
  operands: readonly Value[],
  size: number,
  use: (operands: readonly Value[]) => void,
): void {
  for (let at = 0; at + size <= operands.length; at += size) use(operands.slice(at, at + size));
}

function range(
  low: Value | undefined,
  high: Value | undefined,
  use: (code: number, index: number) => void,
): void {
  if (!isCode(low) || !isCode(high)) return;
  const [first, last] = [number(low), number(high)];
  for (let index = 0; first + index <= last && index < WIDEST; index++) use(first + index, index);
}

const isCode = (value: Value | undefined): value is Uint8Array =>
  value instanceof Uint8Array && value.length > 0 && value.length <= 4;

const number = (code: Uint8Array): number => code.reduce((before, byte) => before * 256 + byte, 0);

/** UTF-16, its last unit raised by the place in a range. */
function textOf(value: Value | undefined, raise: number): string {
  if (!(value instanceof Uint8Array)) return "";
  if (value.length === 1) return latin(Uint8Array.of((value[0] as number) + raise));
  let text = "";
  for (let i = 0; i + 1 < value.length; i += 2) {
    const unit = ((value[i] as number) << 8) | (value[i + 1] as number);
    text += String.fromCharCode(i + 3 < value.length ? unit : unit + raise);
  }
  return text;
}
