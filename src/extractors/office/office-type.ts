import { Refused } from "../refused";
import { nameKey } from "../xml/name-key";
import { END_OF_XML, START } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";
import type { OfficePackage } from "./office-package";

export const CONTENT_TYPES = "[Content_Types].xml";

const OVERRIDE = nameKey("Override");
const PART_NAME = nameKey("PartName");
const CONTENT_TYPE = nameKey("ContentType");

export interface OfficeType {
  readonly mainPart: string;
  /** MIME type of the main part; it tells a workbook from a document and one with macros. */
  readonly contentType: string;
}

/** What kind of document a package is, by its own word (ECMA-376 part 2, 10.1.2). */
export function officeType(office: OfficePackage): OfficeType {
  const main = office.relations("").find(({ type }) => type === "officeDocument");
  if (!main) throw new Refused("extract/unsupported");
  const wanted = `/${main.target}`.toLowerCase();
  const scanner = office.scan(CONTENT_TYPES);
  let contentType = "";
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token !== START || scanner.name !== OVERRIDE) continue;
    let part = "";
    let type = "";
    while (scanner.nextAttribute()) {
      if (scanner.attribute === PART_NAME) part = stringOf(scanner);
      else if (scanner.attribute === CONTENT_TYPE) type = stringOf(scanner);
    }
    if (part.toLowerCase() === wanted) contentType = type;
  }
  return { mainPart: main.target, contentType };
}
