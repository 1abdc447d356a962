import type { Extraction } from "../../core/extraction";
import { inside, type Place } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { ExtractionContext, Source } from "../extractor";
import type { OfficePackage } from "../office/office-package";
import { remainingParts } from "../office/remaining-parts";
import { reported } from "../reported";
import { looseTexts } from "../sheets/loose-texts";
import { marginText } from "../sheets/margins";
import { StringTable } from "../sheets/string-table";
import { unusedStrings } from "../sheets/unused-strings";
import { textLines } from "../text-lines";
import { xmlLines } from "../xml/xml-lines";
import { BinaryRecords } from "./records";
import { BinarySheetReader, type BinarySheetContext } from "./sheet";
import { readBinaryStrings, readBinaryStyles, readBinaryWorkbook } from "./workbook";

/** Parts of records that hold numbers of cells only. */
const NOT_TEXT =
  /(^|\/)(calcChain|binaryIndex\d*|printerSettings\d*|vbaProject\w*|activeX\d*)\.bin$/i;
const RECORDS = /^xl\/(?!embeddings\/).*\.bin$/i;

/** Binary workbooks of Excel since 2007: the parts of an xlsx, its sheets as records. */
export function* readXlsb(
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const { place } = source;
  const { budget } = context;
  const records = (path: string): BinaryRecords => new BinaryRecords(office.read(path));
  const relations = office.relations(mainPart);
  const byType = (type: string): string =>
    relations.find((each) => each.type === type && office.has(each.target))?.target ?? "";
  const workbook = readBinaryWorkbook(records(mainPart));
  const strings = new StringTable(budget);
  let dateStyles: readonly boolean[] = [];
  yield* reported(place, function* () {
    if (byType("styles") !== "") dateStyles = readBinaryStyles(records(byType("styles")));
    if (byType("sharedStrings") !== "")
      readBinaryStrings(records(byType("sharedStrings")), strings);
    yield { type: "step" };
  });
  const table = new BlockWriter(place, "table", budget);
  const prose = new BlockWriter(inside(place, "name"), "prose", budget);
  yield* textLines(prose, workbook.names);
  const sheets: BinarySheetContext = { strings, dateStyles, is1904: workbook.is1904 };
  for (const { name, relation, isHidden } of workbook.sheets) {
    const shown = inside(place, "sheet", name);
    const sheetPlace = isHidden ? inside(shown, "hidden") : shown;
    const path = relations.find(({ id }) => id === relation)?.target ?? "";
    const read = (): Extraction => readSheet(office, path, sheetPlace, table, prose, sheets);
    yield* reported(sheetPlace, read, [table, prose]);
  }
  yield* unusedStrings(strings, prose, place);
  yield* otherRecords(office, place, prose);
  yield* remainingParts(office, source, context);
}

function* readSheet(
  office: OfficePackage,
  path: string,
  place: Place,
  table: BlockWriter,
  prose: BlockWriter,
  context: BinarySheetContext,
): Extraction {
  table.moveTo(place);
  const reader = new BinarySheetReader(new BinaryRecords(office.read(path)), context, table);
  yield* reader.read();
  prose.moveTo(inside(place, "header"));
  yield* textLines(prose, reader.margins.map(marginText));
  prose.moveTo(inside(place, "name"));
  yield* textLines(prose, reader.asides);
  for (const { type, target } of office.relations(path)) {
    if (!office.has(target)) continue;
    const isRecords = /\.bin$/i.test(target);
    if (/comment/i.test(type)) {
      prose.moveTo(inside(place, "comment"));
      yield* isRecords ? looseLines(office, target, prose) : xmlLines(office.scan(target), prose);
    } else if (/drawing/i.test(type) && !isRecords) {
      prose.moveTo(inside(place, "textbox"));
      yield* xmlLines(office.scan(target), prose, true);
    }
  }
}

/** Comments, copies behind pivot tables, cells of other files: their texts without an order. */
function* otherRecords(office: OfficePackage, place: Place, prose: BlockWriter): Extraction {
  for (const { name } of office.unread()) {
    if (!RECORDS.test(name) || NOT_TEXT.test(name)) continue;
    const at = inside(place, "property", name.slice(name.lastIndexOf("/") + 1));
    prose.moveTo(at);
    yield* reported(at, () => looseLines(office, name, prose), [prose]);
  }
}

function* looseLines(office: OfficePackage, path: string, prose: BlockWriter): Extraction {
  const records = new BinaryRecords(office.read(path));
  while (records.next()) {
    yield* textLines(prose, looseTexts(records.bytes, records.from, records.to));
  }
}
