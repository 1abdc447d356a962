import type { OfficePackage } from "../office/office-package";
import type { Relation } from "../office/relations";
import { nameKey } from "../xml/name-key";
import { END_OF_XML, START, TEXT, type XmlScanner } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";

export interface Sheet {
  readonly name: string;
  readonly path: string;
  /** Hidden or very hidden: nobody sees it who does not look for it. */
  readonly isHidden: boolean;
}

export interface Workbook {
  /** In their order, hidden and very hidden ones included. */
  readonly sheets: readonly Sheet[];
  /** Names of sheets and defined names, with what they stand for. */
  readonly names: readonly string[];
  readonly is1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

const SHEET = nameKey("sheet");
const DEFINED_NAME = nameKey("definedName");
const PROPERTIES = nameKey("workbookPr");
const NAME = nameKey("name");
const RELATION_ID = nameKey("id");
const STATE = nameKey("state");
const DATE_1904 = nameKey("date1904");

/** What the main part of a workbook says; the sheets' parts are found by its relations. */
export function readWorkbook(office: OfficePackage, path: string): Workbook {
  const relations = office.relations(path);
  const byType = (type: string): string | null =>
    relations.find((each) => each.type === type)?.target ?? null;
  const reader = new WorkbookReader(office.scan(path), relations);
  reader.read();
  return {
    sheets: reader.sheets,
    names: reader.names,
    is1904: reader.is1904,
    sharedStrings: byType("sharedStrings"),
    styles: byType("styles"),
  };
}

class WorkbookReader {
  readonly sheets: Sheet[] = [];
  readonly names: string[] = [];
  is1904 = false;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly relations: readonly Relation[],
  ) {}

  read(): void {
    const { scanner } = this;
    let isName = false;
    for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
      if (token === TEXT) {
        if (isName) this.names.push(stringOf(scanner));
        continue;
      }
      isName = token === START && scanner.name === DEFINED_NAME;
      if (token !== START) continue;
      const { name, id, isHidden, is1904 } = this.attributes();
      if (scanner.name === PROPERTIES) this.is1904 = is1904;
      else if (isName) this.names.push(name);
      else if (scanner.name === SHEET) this.addSheet(name, id, isHidden);
    }
  }

  private addSheet(name: string, id: string, isHidden: boolean): void {
    const relation = this.relations.find((each) => each.id === id);
    this.names.push(name);
    // A sheet without its part is damage, and reported where the sheet is read.
    this.sheets.push({ name, path: relation?.target ?? "", isHidden });
  }

  private attributes() {
    const { scanner } = this;
    let name = "";
    let id = "";
    let isHidden = false;
    let is1904 = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === NAME) name = stringOf(scanner);
      else if (scanner.attribute === RELATION_ID) id = stringOf(scanner);
      else if (scanner.attribute === STATE) isHidden = /hidden/i.test(stringOf(scanner));
      else if (scanner.attribute === DATE_1904) is1904 = /^(1|true|on)$/.test(stringOf(scanner));
    }
    return { name, id, isHidden, is1904 };
  }
}
