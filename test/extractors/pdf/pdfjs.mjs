// Prints, as JSON, what pdf.js reads in each file that is named: pages of pieces of text and their places.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Only drawing needs them.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const folder = (name) => fileURLToPath(import.meta.resolve(`pdfjs-dist/${name}/`));

async function pagesOf(file) {
  const data = new Uint8Array(readFileSync(file));
  const document = await getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
  }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map(({ str, transform, width }) => ({ str, transform, width })));
  }
  return pages;
}

const files = process.argv.slice(2);
process.stdout.write(JSON.stringify(await Promise.all(files.map(pagesOf))));
