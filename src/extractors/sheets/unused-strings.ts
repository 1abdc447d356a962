import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import type { BlockWriter } from "../block-writer";
import type { StringTable } from "./string-table";

/** The texts of a workbook that no cell shows. */
export function* unusedStrings(
  strings: StringTable,
  writer: BlockWriter,
  place: Place,
): Extraction {
  writer.moveTo(inside(place, "property"));
  for (const index of strings.unused()) {
    strings.copy(index, writer.text);
    writer.endCell(0);
    writer.endRow(index + 1);
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  if (!writer.empty) yield { type: "block", block: writer.take() };
}
