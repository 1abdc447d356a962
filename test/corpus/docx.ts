import { strToU8, zipSync } from "fflate";

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));

const paragraph = (text: string): string =>
  `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr>` +
  `<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** The smallest document that Word opens, with one paragraph a line. */
export function writeDocx(lines: readonly string[]): Uint8Array {
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const types =
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  const rels =
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${relations}">` +
    `<Relationship Id="rId1" Target="word/document.xml" ` +
    `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`;
  const document =
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
    `${lines.map(paragraph).join("")}</w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(rels),
    "word/document.xml": strToU8(document),
  });
}
