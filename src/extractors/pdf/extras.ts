import type { PlaceStepType } from "../../core/place";
import type { Budget } from "../budget";
import type { Document } from "./document";
import { textString } from "./encodings";
import { joined } from "./joined";
import { asName, type Dictionary, isArray, Stream, type Value } from "./values";

/** Text that no page draws by itself. */
export interface Remark {
  readonly type: PlaceStepType;
  readonly text: string;
}

const stringOf = (value: Value): string =>
  value instanceof Uint8Array ? textString(value) : typeof value === "string" ? value : "";

/** Notes, filled-in fields and links of a page. */
export function* remarksOf(page: Dictionary, document: Document): Generator<Remark, void, void> {
  for (const each of document.array(page.get("Annots"))) {
    const annotation = document.dictionary(each);
    const get = (key: string): Value => document.resolve(annotation.get(key));
    const isField = get("Subtype") === "Widget";
    yield { type: isField ? "textbox" : "comment", text: stringOf(get("Contents")) };
    if (!isField) {
      yield { type: "comment", text: stringOf(get("T")) };
      const link = document.dictionary(get("A"));
      yield { type: "comment", text: stringOf(document.resolve(link.get("URI"))) };
    }
  }
}

/** What was filled in, of the fields of a form whether a page shows them or not. */
export function* fieldsOf(document: Document, budget: Budget): Generator<Remark, void, void> {
  const form = document.dictionary(document.catalog.get("AcroForm"));
  const waiting: Value[] = [...document.array(form.get("Fields"))].reverse();
  const seen = new Set<Dictionary>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const field = document.dictionary(next);
    if (seen.has(field)) continue;
    seen.add(field);
    budget.time();
    const name = stringOf(document.resolve(field.get("TU") ?? field.get("T")));
    const values = document.resolve(field.get("V"));
    for (const value of isArray(values) ? values : [values]) {
      const text = fieldText(document.resolve(value), document);
      if (text !== "") yield { type: "textbox", text: `${name}: ${text}` };
    }
    waiting.push(...[...document.array(field.get("Kids"))].reverse());
  }
}

const fieldText = (value: Value, document: Document): string =>
  value instanceof Stream ? textString(document.unpack(value)) : stringOf(value);

/** Title, author and the like, and the titles of the outline. */
export function* propertiesOf(document: Document, budget: Budget): Generator<Remark, void, void> {
  for (const [key, value] of document.information) {
    if (/Date|Producer|Creator|Trapped/.test(key)) continue;
    yield { type: "property", text: stringOf(document.resolve(value)) };
  }
  const seen = new Set<Dictionary>();
  const waiting: Value[] = [document.catalog.get("Outlines") ?? null];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const item = document.dictionary(next);
    if (seen.has(item)) continue;
    seen.add(item);
    budget.time();
    yield { type: "name", text: stringOf(document.resolve(item.get("Title"))) };
    for (const key of ["Next", "First"]) if (item.has(key)) waiting.push(item.get(key) ?? null);
  }
}

/** A form in XML (XFA), whose pages only ask for another reader; null where there is none. */
export function xfaOf(document: Document): Uint8Array | null {
  const form = document.dictionary(document.catalog.get("AcroForm"));
  const given = document.resolve(form.get("XFA"));
  const parts = (isArray(given) ? given : [given]).map((part) => document.resolve(part));
  const streams = parts.filter((part): part is Stream => part instanceof Stream);
  return streams.length === 0 ? null : joined(...streams.map((stream) => document.unpack(stream)));
}

export interface Embedded {
  readonly name: string;
  readonly stream: Stream;
}

/** Files within the file: of its own list, and pinned to pages. */
export function* embeddedFiles(
  document: Document,
  pages: readonly Dictionary[],
): Generator<Embedded, void, void> {
  const names = document.dictionary(document.catalog.get("Names"));
  const seen = new Set<Value>();
  const specifications = [...treeValues(names.get("EmbeddedFiles"), document)];
  for (const page of pages) {
    for (const each of document.array(page.get("Annots"))) {
      const annotation = document.dictionary(each);
      if (asName(document.resolve(annotation.get("Subtype"))) === "FileAttachment") {
        specifications.push(annotation.get("FS") ?? null);
      }
    }
  }
  for (const each of specifications) {
    const file = document.dictionary(each);
    if (seen.has(file)) continue;
    seen.add(file);
    const streams = document.dictionary(file.get("EF"));
    const stream = document.resolve(streams.get("F") ?? streams.get("UF"));
    const name = stringOf(document.resolve(file.get("UF") ?? file.get("F")));
    if (stream instanceof Stream) yield { name, stream };
  }
}

/** The values of a name tree (7.9.6). */
function* treeValues(root: Value | undefined, document: Document): Generator<Value, void, void> {
  const waiting: Value[] = [root ?? null];
  const seen = new Set<Dictionary>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = document.dictionary(next);
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = document.array(node.get("Names"));
    for (let i = 1; i < pairs.length; i += 2) yield pairs[i] ?? null;
    waiting.push(...document.array(node.get("Kids")));
  }
}
