import { nameKey } from "../xml/name-key";
import { END, END_OF_XML, START, type XmlScanner } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";

/** Which cell styles show a number as a date, by their place in the workbook's list of styles. */
export type DateStyles = readonly boolean[];

const NUMBER_FORMAT = nameKey("numFmt");
const FORMAT_ID = nameKey("numFmtId");
const FORMAT_CODE = nameKey("formatCode");
const CELL_STYLES = nameKey("cellXfs");
const STYLE = nameKey("xf");

/** Built-in formats (ECMA-376 part 1, 18.8.30); those above 26 are dates in East Asian versions. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [50, 58],
];

export const isBuiltInDate = (id: number): boolean =>
  BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);

export function readDateStyles(scanner: XmlScanner): DateStyles {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCellStyles = false;
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (scanner.name === CELL_STYLES && token === START) isInCellStyles = true;
    else if (scanner.name === CELL_STYLES && token === END) isInCellStyles = false;
    else if (token !== START) continue;
    else if (scanner.name === NUMBER_FORMAT) {
      const { id, code } = readFormat(scanner);
      own.set(id, isDateFormat(code));
    } else if (scanner.name === STYLE && isInCellStyles) {
      const { id } = readFormat(scanner);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    }
  }
  return styles;
}

function readFormat(scanner: XmlScanner): { readonly id: number; readonly code: string } {
  let id = 0;
  let code = "";
  while (scanner.nextAttribute()) {
    if (scanner.attribute === FORMAT_ID) id = Number(stringOf(scanner));
    else if (scanner.attribute === FORMAT_CODE) code = stringOf(scanner);
  }
  return { id, code };
}

/** Whether a format code shows a day: year, day or era; a month alone may be minutes. */
export function isDateFormat(code: string): boolean {
  const signs = withoutLiterals(code).toLowerCase();
  if (signs.indexOf("general") >= 0) return false;
  if (/[ydg]/.test(signs) || /e(?![+-])/.test(signs)) return true;
  return signs.indexOf("m") >= 0 && !/[hs]/.test(signs);
}

/** Leaves out quoted and escaped signs, and colours, conditions and locales in brackets. */
function withoutLiterals(code: string): string {
  let signs = "";
  for (let i = 0; i < code.length; i++) {
    const sign = code.charAt(i);
    if (sign === "\\" || sign === "_" || sign === "*") i += 1;
    else if (sign === '"' || sign === "[") {
      const end = code.indexOf(sign === "[" ? "]" : '"', i + 1);
      i = end < 0 ? code.length : end;
    } else signs += sign;
  }
  return signs;
}
