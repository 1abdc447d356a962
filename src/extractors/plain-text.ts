import type { Extraction } from "../core/extraction";
import { decodeText } from "../text/charset";
import { encodeUtf8 } from "../text/utf8";
import { BlockWriter } from "./block-writer";
import { DelimitedReader } from "./delimited";
import { DelimitedBytes } from "./delimited-bytes";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { fileCharset } from "./file-charset";
import { foldedCp932 } from "./folded-pairs";
import { ProseReader } from "./prose-lines";
import { Refused } from "./refused";
import { NO_DELIMITER, sniffDelimiter } from "./sniff-delimiter";
import { TextSource } from "./text-source";

/** Written in ASCII, yet their text cannot be read as it stands. */
const ENCODED = ["%!PS", "-----BEGIN PKCS7-----", "-----BEGIN CMS-----"];
const ENCRYPTED = ["-----BEGIN PGP MESSAGE-----", "$ANSIBLE_VAULT", "age-encryption.org/"];

const SPACE = 0x20;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const LONGEST_INDENT = 64;
/** Whole characters: no halves of one, and no signs that end a line or a text. */
const ESCAPED = /\\u((?!d[89a-f]|00[01])[\da-f]{4})/gi;

const TABLE_NAME = /\.(csv|tsv|tab)$/i;

/**
 * Text in any charset that Sekisho knows: a table where one delimiter is stable, lines of prose
 * otherwise. An empty file is a text with nothing in it. Bytes that are no text are not accepted.
 */
export const plainText: Extractor = {
  id: "plain-text",

  accepts: (bytes) => fileCharset(bytes) !== null,

  *extract(source: Source, context: ExtractionContext): Extraction {
    const { place, name } = source;
    const bytes = withoutEscapes(source.bytes);
    const detected = fileCharset(bytes);
    if (!detected) throw new Refused("extract/unknown");
    if (beginsWith(bytes, detected.skip, ENCRYPTED)) throw new Refused("extract/encrypted");
    if (beginsWith(bytes, detected.skip, ENCODED)) throw new Refused("extract/unsupported");
    const text = new TextSource(bytes, detected, context.budget);
    let count = text.next();
    const isWhole = count < text.units.length - 1;
    const delimiter = sniffDelimiter(text.units, count, isWhole, TABLE_NAME.test(name));
    const isProse = delimiter === NO_DELIMITER;
    const writer = new BlockWriter(place, isProse ? "prose" : "table", context.budget);
    if (!isProse && detected.charset === "cp932") {
      yield* cells(bytes, new DelimitedBytes(delimiter, writer, foldedCp932()), writer, context);
      return;
    }
    const reader = isProse ? new ProseReader(writer) : new DelimitedReader(delimiter, writer);
    for (; count > 0; count = text.next()) {
      let at = 0;
      while (at < count) {
        at = reader.feed(text.units, at, count);
        if (writer.full) yield { type: "block", block: writer.take() };
      }
    }
    reader.end();
    if (!writer.empty) yield { type: "block", block: writer.take() };
  },
};

/** Programs write JSON in ASCII, a Japanese name as `\u5c71\u7530`. */
function withoutEscapes(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, LONGEST_INDENT).find((byte) => byte > SPACE);
  if ((head !== BRACE && head !== BRACKET) || bytes.indexOf(BACKSLASH) < 0) return bytes;
  const text = decodeText(bytes, "utf-8");
  if (text === null) return bytes;
  return encodeUtf8(
    text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** The list from its first byte on, without decoding it first. */
function* cells(
  bytes: Uint8Array,
  reader: DelimitedBytes,
  writer: BlockWriter,
  { budget }: ExtractionContext,
): Extraction {
  for (let at = 0; at < bytes.length;) {
    budget.time();
    at = reader.feed(bytes, at);
    if (writer.full) yield { type: "block", block: writer.take() };
  }
  reader.end();
  if (!writer.empty) yield { type: "block", block: writer.take() };
}

function beginsWith(bytes: Uint8Array, from: number, marks: readonly string[]): boolean {
  return marks.some((mark) => {
    for (let i = 0; i < mark.length; i++) {
      if (bytes[from + i] !== mark.charCodeAt(i)) return false;
    }
    return true;
  });
}
