import { nameKey } from "../xml/name-key";
import { END_OF_XML, START, type XmlScanner } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";

export interface Relation {
  readonly id: string;
  /** Last part of the type's address: `worksheet`, `comments`, `header`. */
  readonly type: string;
  /** Path of the part. */
  readonly target: string;
}

const RELATIONSHIP = nameKey("Relationship");
const ID = nameKey("Id");
const TYPE = nameKey("Type");
const TARGET = nameKey("Target");
const TARGET_MODE = nameKey("TargetMode");

/** `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`. */
export function relationsPath(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** The relations of the part at `path`: parts of the document, and links that lead outside. */
export function readRelations(
  scanner: XmlScanner,
  path: string,
): { readonly inside: readonly Relation[]; readonly links: readonly string[] } {
  const inside: Relation[] = [];
  const links: string[] = [];
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token !== START || scanner.name !== RELATIONSHIP) continue;
    const { isExternal, target, ...relation } = readRelation(scanner);
    if (isExternal) links.push(target);
    else inside.push({ ...relation, target: resolve(path, target) });
  }
  return { inside, links };
}

function readRelation(scanner: XmlScanner): Relation & { readonly isExternal: boolean } {
  let id = "";
  let type = "";
  let target = "";
  let isExternal = false;
  while (scanner.nextAttribute()) {
    const value = stringOf(scanner);
    if (scanner.attribute === ID) id = value;
    else if (scanner.attribute === TYPE) type = value.slice(value.lastIndexOf("/") + 1);
    else if (scanner.attribute === TARGET) target = value;
    else if (scanner.attribute === TARGET_MODE) isExternal = value.toLowerCase() === "external";
  }
  return { id, type, target, isExternal };
}

function resolve(path: string, target: string): string {
  const steps = target.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
