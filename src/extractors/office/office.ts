import type { Extraction } from "../../core/extraction";
import type { ZipDocument } from "../archive";
import type { ExtractionContext, Source } from "../extractor";
import { Refused } from "../refused";
import { OfficePackage } from "./office-package";
import { CONTENT_TYPES, officeType } from "./office-type";

export type ReadOffice = (
  office: OfficePackage,
  mainPart: string,
  source: Source,
  context: ExtractionContext,
) => Extraction;

/** Documents, templates and those with macros of one program have much the same main part. */
export const WORKBOOK = /spreadsheetml\.|ms-excel\.(sheet|template|addin)\.macroenabled/i;
export const BINARY_WORKBOOK = /ms-excel\.sheet\.binary/i;
export const DOCUMENT = /wordprocessingml\.|ms-word\.(document|template)\.macroenabled/i;
export const PRESENTATION =
  /presentationml\.|ms-powerpoint\.(presentation|template|slideshow|addin|slide)\.macroenabled/i;

/** Documents of Office since 2007, each by the reader of its main part's type. */
export const officeDocuments = (
  readers: readonly (readonly [RegExp, ReadOffice])[],
): ZipDocument => ({
  accepts: (members) =>
    members.some(({ name }) => name.toLowerCase() === CONTENT_TYPES.toLowerCase()),

  *read(members, source, context) {
    const office = new OfficePackage(source.bytes, members, context.budget);
    const { mainPart, contentType } = officeType(office);
    const reader = readers.find(([type]) => type.test(contentType));
    if (!reader) throw new Refused("extract/unsupported");
    yield* reader[1](office, mainPart, source, context);
  },
});
