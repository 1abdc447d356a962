import { KINDS } from "../../src/core/kind";
import { DETECTORS } from "../../src/detectors/registry";
import { LabelBook } from "../../src/inspection/label-book";
import { LineScan } from "../../src/inspection/line-scan";
import { UNSURE } from "../../src/inspection/fact";
import { foldString } from "../../src/text/fold";

const scan = new LineScan(new LabelBook());

/** Kinds of the values that a line holds for certain. */
function kindsIn(line: string): string[] {
  const units = Uint16Array.from(Array.from(foldString(line), (c) => c.charCodeAt(0)));
  return scan
    .read(units, 0, units.length)
    .filter(({ flags }) => (flags & UNSURE) === 0)
    .map(({ kind }) => KINDS[kind] ?? "");
}

test("one detector for each kind, in the order of the kinds", () => {
  expect(DETECTORS.map(({ id }) => id)).toEqual([...KINDS]);
});

const examples = (which: "hit" | "miss") =>
  DETECTORS.flatMap(({ id, examples }) => examples[which].map((text) => [id, text] as const));

test.each(examples("hit"))("%s is found in %s", (id, text) => {
  expect(kindsIn(text)).toContain(id);
});

test.each(examples("miss"))("%s is not found in %s", (id, text) => {
  expect(kindsIn(text)).not.toContain(id);
});

test.each(DETECTORS)("$id masks what it has found", (detector) => {
  for (const hit of detector.examples.hit) {
    const value = hit.slice(hit.indexOf(":") + 1);
    expect(detector.mask(value)).not.toBe(value);
  }
});
