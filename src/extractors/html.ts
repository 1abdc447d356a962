import type { Extraction } from "../core/extraction";
import { charsetOf, decodeText } from "../text/charset";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { fileCharset } from "./file-charset";
import { htmlBlocks, isKnownElement } from "./html-reader";
import { damaged, Refused } from "./refused";

/** As far into a page its beginning is looked at for marks and for the name of its charset. */
const HEAD = 2048;

/** A list of `<taro@example.jp>` begins like a page, too: the element has to be a known one. */
const PAGE = /^\s*<(?:!doctype\b|!--|\?xml\b|([a-z][a-z0-9]*)[\s/>])/i;
const XML = /^\s*<\?xml\b/i;
const HTML_ROOT = /<(?:!doctype\s+)?html\b/i;
const PAGE_NAME = /\.x?html?$/i;
const DECLARED =
  /<meta\b[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})|<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w-]{1,40})/i;

/** HTML, XHTML and other XML in text; lists that systems save as `.xls` are often one of these. */
export const html: Extractor = {
  id: "html",

  accepts: (bytes, name) => {
    const head = beginning(bytes);
    if (head === null || head === "") return false;
    const page = PAGE.exec(head);
    if (page) return page[1] === undefined || isKnownElement(page[1].toLowerCase());
    return PAGE_NAME.test(name);
  },

  *extract(source: Source, context: ExtractionContext): Extraction {
    const head = beginning(source.bytes) ?? "";
    const text = decodePage(source.bytes, head);
    const isXml = XML.test(head) && !HTML_ROOT.test(head);
    yield* htmlBlocks(text, source.place, context.budget, isXml);
  },
};

/** The first characters of a text, as far as ASCII goes; null where the bytes are no text. */
function beginning(bytes: Uint8Array): string | null {
  const detected = fileCharset(bytes);
  if (!detected) return null;
  const { charset, skip } = detected;
  const isWide = charset === "utf-16le" || charset === "utf-16be";
  const head = bytes.subarray(skip, skip + (isWide ? 2 * HEAD : HEAD));
  if (!isWide) return String.fromCharCode.apply(null, head as unknown as number[]);
  return decodeText(head, charset) ?? "";
}

/** A page's word on its charset counts where the bytes leave it open. */
function decodePage(bytes: Uint8Array, head: string): string {
  const detected = fileCharset(bytes);
  if (!detected) throw new Refused("extract/unknown");
  const { charset, skip } = detected;
  const match = DECLARED.exec(head);
  const declared = charsetOf(match?.[1] ?? match?.[2] ?? "");
  const isOpen = charset === "cp932" || charset === "euc-jp" || charset === "windows-1252";
  const text =
    (isOpen && declared ? decodeText(bytes, declared, skip) : null) ??
    decodeText(bytes, charset, skip);
  if (text === null) throw damaged();
  return text;
}
