import type { Extraction } from "../../core/extraction";
import { inside, type Place, type PlaceStepType } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { CompoundContext, CompoundReader } from "../compound/compound";
import { isWorkbook } from "../compound/kinds";
import { remainingStreams } from "../compound/remaining-streams";
import type { Storage } from "../compound/storage";
import type { Source } from "../extractor";
import { SMALL_PICTURE_BYTES } from "../office/remaining-parts";
import { refusal, reported } from "../reported";
import { marginText } from "../sheets/margins";
import { unusedStrings } from "../sheets/unused-strings";
import { textLines } from "../text-lines";
import { Globals } from "./globals";
import { pivotCaches } from "./pivot-caches";
import { XlsSheet } from "./sheet";

/** Workbooks of Excel 97 to 2003, and of Excel 5 and 95; a file may hold both of them. */
const STREAMS = ["Workbook", "Book"];

export const xls: CompoundReader = {
  accepts: isWorkbook,

  *read(storage: Storage, source: Source, context: CompoundContext): Extraction {
    for (const name of STREAMS) {
      if (!storage.has(name)) continue;
      const bytes = storage.read(name, context.budget);
      yield* reported(source.place, () => workbook(bytes, source, context));
    }
    yield* pivotCaches(storage, source, context);
    yield* remainingStreams(storage, source, context);
  },
};

function* workbook(bytes: Uint8Array, { place }: Source, { budget }: CompoundContext): Extraction {
  const globals = new Globals(bytes, budget);
  const table = new BlockWriter(place, "table", budget);
  const prose = new BlockWriter(inside(place, "name"), "prose", budget);
  yield* textLines(prose, globals.names);
  for (const { name, at, isHidden } of globals.sheets) {
    const shown = inside(place, "sheet", name);
    const sheetPlace = isHidden ? inside(shown, "hidden") : shown;
    budget.entry();
    table.moveTo(sheetPlace);
    const sheet = new XlsSheet(bytes, at, globals, table, budget);
    yield* reported(sheetPlace, () => sheet.read(), [table]);
    yield* besideCells(sheet, sheetPlace, prose);
  }
  yield* unusedStrings(globals.strings, prose, place);
  if (globals.pictureBytes > SMALL_PICTURE_BYTES) yield refusal("extract/image", place);
}

function* besideCells(sheet: XlsSheet, place: Place, writer: BlockWriter): Extraction {
  const others: readonly (readonly [PlaceStepType, readonly string[]])[] = [
    ["header", sheet.margins.map(marginText)],
    ["comment", sheet.notes],
    ["textbox", sheet.boxes],
    ["name", sheet.asides],
  ];
  for (const [step, texts] of others) {
    writer.moveTo(inside(place, step));
    yield* textLines(writer, texts);
  }
}
