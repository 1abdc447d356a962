import type { Extraction, ExtractionEvent } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { ExtractionContext, Source } from "../extractor";
import type { OfficePackage } from "../office/office-package";
import { remainingParts } from "../office/remaining-parts";
import { reported } from "../reported";
import { marginText } from "../sheets/margins";
import { StringTable } from "../sheets/string-table";
import { unusedStrings } from "../sheets/unused-strings";
import { textLines } from "../text-lines";
import { xmlLines } from "../xml/xml-lines";
import { type DateStyles, readDateStyles } from "./cell-styles";
import { readSharedStrings } from "./shared-strings";
import { type SheetContext, SheetReader } from "./sheet-reader";
import { readWorkbook, type Sheet, type Workbook } from "./workbook";

/**
 * Workbooks of Excel since 2007 (SpreadsheetML): every sheet row by row, then everything beside the
 * cells that leaves with the file. Macros are neither run nor read.
 */
export function* readXlsx(
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const { budget } = context;
  const workbook = readWorkbook(office, mainPart);
  const sheetContext = yield* readSheetContext(office, workbook, source.place);
  const table = new BlockWriter(source.place, "table", budget);
  const prose = new BlockWriter(source.place, "prose", budget);
  prose.moveTo(inside(source.place, "name"));
  yield* textLines(prose, workbook.names);
  for (const sheet of workbook.sheets) {
    const shown = inside(source.place, "sheet", sheet.name);
    const place = sheet.isHidden ? inside(shown, "hidden") : shown;
    const read = (): Extraction => readSheet(office, sheet, place, table, prose, sheetContext);
    yield* reported(place, read, [table, prose]);
  }
  yield* unusedStrings(sheetContext.strings, prose, source.place);
  yield* remainingParts(office, source, context);
}

/** Damaged styles cost the dates, damaged strings the texts: the rest of the cells is still read. */
function* readSheetContext(
  office: OfficePackage,
  { sharedStrings, styles, is1904 }: Workbook,
  place: Place,
): Generator<ExtractionEvent, SheetContext, void> {
  const strings = new StringTable(office.budget);
  let dateStyles: DateStyles = [];
  yield* reported(place, function* () {
    if (styles !== null) dateStyles = readDateStyles(office.scan(styles));
    yield { type: "step" };
  });
  yield* reported(place, function* () {
    if (sharedStrings !== null) readSharedStrings(office.scan(sharedStrings), strings);
    yield { type: "step" };
  });
  return { strings, dateStyles, is1904 };
}

function* readSheet(
  office: OfficePackage,
  { path }: Sheet,
  place: Place,
  table: BlockWriter,
  prose: BlockWriter,
  context: SheetContext,
): Extraction {
  table.moveTo(place);
  const reader = new SheetReader(office.scan(path), table, context);
  yield* reader.read();
  prose.moveTo(inside(place, "header"));
  yield* textLines(prose, reader.margins.map(marginText));
  prose.moveTo(inside(place, "name"));
  yield* textLines(prose, reader.asides);
  for (const { type, target } of office.relations(path)) {
    const isComment = /comment/i.test(type);
    if ((!isComment && !/drawing/i.test(type)) || !office.has(target)) continue;
    prose.moveTo(inside(place, isComment ? "comment" : "textbox"));
    yield* xmlLines(office.scan(target), prose, !isComment);
  }
}
