import { archive } from "./archive";
import { cards } from "./cards";
import { compound } from "./compound/compound";
import { oleObject } from "./compound/ole-object";
import { doc } from "./doc/doc";
import { readDocx } from "./docx/docx";
import { eml } from "./eml";
import type { Extractor } from "./extractor";
import { gzip } from "./gzip";
import { html } from "./html";
import { mbox } from "./mbox";
import { msg } from "./msg/msg";
import {
  BINARY_WORKBOOK,
  DOCUMENT,
  officeDocuments,
  PRESENTATION,
  WORKBOOK,
} from "./office/office";
import { openDocument } from "./odf/odf";
import { pdf } from "./pdf/pdf";
import { plainText } from "./plain-text";
import { ppt } from "./ppt/ppt";
import { readPptx } from "./pptx/pptx";
import { refusedTypes } from "./refused-types";
import { rtf } from "./rtf/rtf";
import { xls } from "./xls/xls";
import { tar } from "./tar";
import { readXlsb } from "./xlsb/xlsb";
import { readXlsx } from "./xlsx/xlsx";

/**
 * Every format that Sekisho reads: in the pane's worker, on the command line and in the service.
 * Asked in this order: containers and documents by their magic bytes, texts last. The send bundle
 * has a list of its own (send-formats.ts), which webpack puts in the place of this one.
 */
export const FORMATS: readonly Extractor[] = [
  pdf,
  refusedTypes,
  compound([msg, xls, doc, ppt, oleObject]),
  archive([
    officeDocuments([
      [WORKBOOK, readXlsx],
      [DOCUMENT, readDocx],
      [PRESENTATION, readPptx],
      [BINARY_WORKBOOK, readXlsb],
    ]),
    openDocument,
  ]),
  gzip,
  tar,
  rtf,
  // Texts last.
  mbox,
  cards,
  eml,
  html,
  plainText,
];
