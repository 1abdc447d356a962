import { strToU8, zipSync } from "fflate";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const cell = (text: string): string =>
  `<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP" sz="1000"/><a:t>${escape(text)}</a:t></a:r></a:p></a:txBody></a:tc>`;

/** A presentation with one table a slide. */
export function writePptx(slides: readonly (readonly (readonly string[])[])[]): Uint8Array {
  const main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`);
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      `<Types><Override PartName="/ppt/presentation.xml" ContentType="${main}"/></Types>`,
    ),
    "_rels/.rels": strToU8(relations([["officeDocument", "ppt/presentation.xml"]])),
    "ppt/presentation.xml": strToU8(
      `<p:presentation><p:sldIdLst>${ids.join("")}</p:sldIdLst></p:presentation>`,
    ),
    "ppt/_rels/presentation.xml.rels": strToU8(
      relations(slides.map((_, index) => ["slide", `slides/slide${index + 1}.xml`])),
    ),
  };
  slides.forEach((rows, index) => {
    const table = rows.map((row) => `<a:tr h="300000">${row.map(cell).join("")}</a:tr>`).join("");
    parts[`ppt/slides/slide${index + 1}.xml`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><p:sld><p:cSld><p:spTree><p:graphicFrame><a:tbl>${table}</a:tbl></p:graphicFrame></p:spTree></p:cSld></p:sld>`,
    );
  });
  return zipSync(parts);
}
