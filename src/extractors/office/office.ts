import type { Extraction } from "../../core/extraction";
import { readDocx } from "../docx/docx";
import type { ExtractionContext, Source } from "../extractor";
import { Refused } from "../refused";
import { readXlsx } from "../xlsx/xlsx";
import type { OfficePackage } from "./office-package";
import { officeType } from "./office-type";

type Read = (
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
) => Extraction;

/** Documents, templates and those with macros of one program have much the same main part. */
const READERS: readonly (readonly [RegExp, Read])[] = [
  [/spreadsheetml\.|ms-excel\.(sheet|template|addin)\.macroenabled/i, readXlsx],
  [/wordprocessingml\.|ms-word\.(document|template)\.macroenabled/i, readDocx],
];

/** Reads a document of Office; those of other programs and the binary workbooks are refused. */
export function* readOffice(
  office: OfficePackage,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const { mainPart, contentType } = officeType(office);
  const reader = READERS.find(([type]) => type.test(contentType));
  if (!reader) throw new Refused("extract/unsupported");
  yield* reader[1](office, mainPart, source, context);
}
