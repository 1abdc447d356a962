import type { Extraction } from "../../core/extraction";
import { inside } from "../../core/place";
import { BlockWriter } from "../block-writer";
import type { CompoundContext } from "../compound/compound";
import type { Storage } from "../compound/storage";
import type { Source } from "../extractor";
import { reported } from "../reported";
import { double } from "../sheets/numbers";
import { Records } from "./records";

/** Copies of the data behind pivot tables; they stay in the file when the data is deleted. */
const FOLDER = "_SX_DB_CUR";
const TEXT = 0xcd;
const NUMBER = 0xc9;

export function* pivotCaches(
  storage: Storage,
  source: Source,
  context: CompoundContext,
): Extraction {
  const folder = storage.storage(FOLDER);
  if (!folder) return;
  const place = inside(source.place, "property");
  const writer = new BlockWriter(place, "prose", context.budget);
  for (const name of folder.names) {
    yield* reported(place, () => values(folder.read(name, context.budget), writer), [writer]);
  }
}

function* values(bytes: Uint8Array, writer: BlockWriter): Extraction {
  const records = new Records(bytes);
  for (let row = 1; records.next();) {
    if (records.type === TEXT && records.u16(0) > 0) {
      records.reader(2).shortText(records.u16(0), writer.text);
    } else if (records.type === NUMBER) writer.string(String(double(bytes, records.from)));
    else continue;
    writer.endCell(0);
    writer.endRow(row++);
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  if (!writer.empty) yield { type: "block", block: writer.take() };
}
