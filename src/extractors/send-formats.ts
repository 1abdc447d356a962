import { archive } from "./archive";
import { compoundElsewhere } from "./compound/compound-elsewhere";
import { readDocx } from "./docx/docx";
import { elsewhere, readElsewhere } from "./elsewhere";
import { eml } from "./eml";
import type { Extractor } from "./extractor";
import { html } from "./html";
import { isCards } from "./is-cards";
import { isGzip } from "./is-gzip";
import { isMbox } from "./is-mbox";
import { isOpenDocument } from "./odf/is-open-document";
import {
  BINARY_WORKBOOK,
  DOCUMENT,
  officeDocuments,
  PRESENTATION,
  WORKBOOK,
} from "./office/office";
import { isPdf } from "./pdf/is-pdf";
import { plainText } from "./plain-text";
import { readPptx } from "./pptx/pptx";
import { refusedTypes } from "./refused-types";
import { isRtf } from "./rtf/is-rtf";
import { isTar } from "./tar-head";
import { readXlsx } from "./xlsx/xlsx";

/**
 * What the send bundle reads: it is one file of 300,000 bytes, and holds what people attach most.
 * Whatever formats.ts has beyond that is recognised here, and named as a thing for the pane.
 */
export const FORMATS: readonly Extractor[] = [
  elsewhere("pdf", isPdf),
  refusedTypes,
  compoundElsewhere,
  archive([
    officeDocuments([
      [WORKBOOK, readXlsx],
      [DOCUMENT, readDocx],
      [PRESENTATION, readPptx],
      [BINARY_WORKBOOK, readElsewhere],
    ]),
    { accepts: isOpenDocument, read: readElsewhere },
  ]),
  elsewhere("gzip", (bytes) => isGzip(bytes)),
  elsewhere("tar", isTar),
  elsewhere("rtf", isRtf),
  // Texts last.
  elsewhere("mbox", isMbox),
  elsewhere("cards", isCards),
  eml,
  html,
  plainText,
];
