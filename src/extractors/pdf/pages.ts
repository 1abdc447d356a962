import type { Budget } from "../budget";
import { Refused } from "../refused";
import type { Document } from "./document";
import { joined } from "./joined";
import { type Dictionary, Stream, type Value } from "./values";

/** Of what a page inherits from the nodes above it, what text hangs on. */
export interface Page {
  readonly dictionary: Dictionary;
  readonly resources: Dictionary;
  /** Area of the page, in the units of its text. */
  readonly area: number;
}

const DEEPEST = 64;
/** A page of paper, where the file does not say. */
const USUAL_AREA = 595 * 842;

/** The leaves of the tree of pages (ISO 32000-2, 7.7.3), in their order. */
export function* pagesOf(document: Document, budget: Budget): Generator<Page, void, void> {
  const seen = new Set<Dictionary>();
  const walk = function* (
    value: Value | undefined,
    above: Dictionary,
    depth: number,
  ): Generator<Page, void, void> {
    const node = document.dictionary(value);
    if (depth > DEEPEST || seen.has(node)) throw new Refused("extract/damaged");
    seen.add(node);
    budget.time();
    const inherited: Dictionary = new Map(above);
    for (const key of ["Resources", "MediaBox"]) {
      if (node.has(key)) inherited.set(key, node.get(key) ?? null);
    }
    if (node.has("Kids")) {
      for (const kid of document.array(node.get("Kids"))) yield* walk(kid, inherited, depth + 1);
      return;
    }
    const resources = document.dictionary(inherited.get("Resources"));
    yield { dictionary: node, resources, area: areaOf(document, inherited.get("MediaBox")) };
  };
  yield* walk(document.catalog.get("Pages"), new Map(), 0);
}

function areaOf(document: Document, box: Value | undefined): number {
  const [left, bottom, right, top] = document.array(box).map((each) => document.resolve(each));
  const isBox = [left, bottom, right, top].every((each) => typeof each === "number");
  if (!isBox) return USUAL_AREA;
  const area = Math.abs(
    ((right as number) - (left as number)) * ((top as number) - (bottom as number)),
  );
  return area > 0 ? area : USUAL_AREA;
}

const LINE_FEED = Uint8Array.of(0x0a);

/** A page's operators, which may be cut into several streams between any two of their words. */
export function contentOf(page: Dictionary, document: Document): Uint8Array {
  const contents = document.resolve(page.get("Contents"));
  if (contents === null && page.has("Contents")) throw new Refused("extract/damaged");
  const parts = contents instanceof Stream ? [contents] : document.array(page.get("Contents"));
  const unpacked: Uint8Array[] = [];
  for (const each of parts) {
    const part = document.resolve(each);
    if (!(part instanceof Stream)) throw new Refused("extract/damaged");
    unpacked.push(document.unpack(part), LINE_FEED);
  }
  return unpacked.length === 2 ? (unpacked[0] as Uint8Array) : joined(...unpacked);
}
