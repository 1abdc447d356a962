import type { Extraction } from "../core/extraction";
import { inside } from "../core/place";
import { decodeBase64 } from "../text/base64";
import { charsetOf, decodeText } from "../text/charset";
import { detectCharset } from "../text/detect-charset";
import { decodeQuotedPrintable } from "../text/quoted-printable";
import { BlockWriter } from "./block-writer";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { fileCharset } from "./file-charset";
import { isCards } from "./is-cards";
import { SMALL_PICTURE_BYTES } from "./office/remaining-parts";
import { refusedType } from "./refused-types";
import { damaged, Refused } from "./refused";
import { reported } from "./reported";

/** Contacts and calendars (RFC 6350, RFC 5545 and their elders): `NAME;PARAMETER=VALUE:VALUE`. */
const END = /(^|[\r\n])END:V(CARD|CALENDAR)\s*$/i;
const LINE = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/;
/** Numbers of versions, programs and zones say nothing about anybody. */
const OF_THE_FORMAT =
  /^(VERSION|PRODID|UID|REV|DTSTAMP|SEQUENCE|TZ\w*|CALSCALE|METHOD|TRANSP|X-WR-TIMEZONE|BEGIN)$/i;
const IN_BYTES = /;(?:ENCODING=)?(?:b|base64)(?=;|$)/i;
const IN_SIGNS = /;(?:ENCODING=)?QUOTED-PRINTABLE(?=;|$)/i;
const CHARSET = /;CHARSET="?([\w-]+)/i;
const SHOWN_NAME = /;CN=(?:"([^"]*)"|([^;]*))/i;
/** Parts of an address from the country down to the door, as they are written in Japan. */
const ADDRESS_ORDER = [6, 5, 4, 3, 2, 1, 0];

export const cards: Extractor = {
  id: "cards",
  accepts: (bytes) => isCards(bytes) && fileCharset(bytes) !== null,

  *extract(source: Source, context: ExtractionContext): Extraction {
    const { place } = source;
    const detected = fileCharset(source.bytes);
    if (!detected) throw new Refused("extract/unknown");
    const text = decodeText(source.bytes, detected.charset, detected.skip);
    if (text === null) throw damaged();
    const writer = new BlockWriter(place, "prose", context.budget);
    const lines = new Lines(text);
    while (!lines.isAtEnd) {
      const row = lines.row;
      let line = lines.next();
      const isCoded = IN_SIGNS.test(line);
      while (lines.isFolded) line += lines.next().slice(1);
      while (isCoded && line.endsWith("=") && !lines.isAtEnd)
        line = line.slice(0, -1) + lines.next();
      const match = LINE.exec(line);
      if (!match) {
        if (line.trim() !== "") writer.line(line, row);
      } else if (IN_BYTES.test(match[2] as string)) {
        yield* file(match, source, context);
      } else {
        for (const each of shown(match)) writer.line(each, row);
      }
      if (writer.full) yield { type: "block", block: writer.take() };
    }
    if (!writer.empty) yield { type: "block", block: writer.take() };
    if (!END.test(text)) throw damaged();
  },
};

/** One line after the other, with any line end. */
class Lines {
  row = 1;
  private at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next line goes on with this one. */
  get isFolded(): boolean {
    const sign = this.text.charAt(this.at);
    return sign === " " || sign === "\t";
  }

  next(): string {
    const { text, at } = this;
    let end = at;
    while (end < text.length && text.charAt(end) !== "\n" && text.charAt(end) !== "\r") end += 1;
    this.at = end + (text.charAt(end) === "\r" && text.charAt(end + 1) === "\n" ? 2 : 1);
    this.row += 1;
    return text.slice(at, end);
  }
}

function shown([, name = "", parameters = "", value = ""]: RegExpExecArray): string[] {
  if (OF_THE_FORMAT.test(name)) return [];
  const decoded = IN_SIGNS.test(parameters) ? fromSigns(value, parameters) : value;
  const people = SHOWN_NAME.exec(parameters);
  const person = people ? (people[1] ?? people[2] ?? "") : "";
  const plain = plainValue(name.toUpperCase(), decoded);
  return `${name}: ${person} ${plain}`.split("\n").filter((line) => line.trim() !== "");
}

function plainValue(name: string, value: string): string {
  const pieces = pieceList(value);
  if (name === "ADR") {
    return ADDRESS_ORDER.map((i) => pieces[i] ?? "")
      .filter((piece) => piece !== "")
      .join(" ");
  }
  return pieces.filter((piece) => piece !== "").join(" ");
}

/** Cut at `;` that is not escaped, escapes resolved. */
function pieceList(value: string): string[] {
  const pieces = [""];
  for (let i = 0; i < value.length; i++) {
    const sign = value.charAt(i);
    const last = pieces.length - 1;
    if (sign === ";") pieces.push("");
    else if (sign !== "\\") pieces[last] += sign;
    else {
      i += 1;
      const next = value.charAt(i);
      pieces[last] += next === "n" || next === "N" ? "\n" : next;
    }
  }
  return pieces;
}

function fromSigns(value: string, parameters: string): string {
  const codes = Uint8Array.from(Array.from(value, (sign) => sign.charCodeAt(0)));
  const bytes = decodeQuotedPrintable(codes, 0, codes.length);
  const declared = charsetOf(CHARSET.exec(parameters)?.[1] ?? "");
  const charset = declared ?? detectCharset(bytes)?.charset;
  const text = charset ? decodeText(bytes, charset) : null;
  if (text === null) throw damaged();
  return text;
}

/** Pictures and files within the card; small pictures are faces and signs. */
function* file(
  [, name = "", , value = ""]: RegExpExecArray,
  source: Source,
  context: ExtractionContext,
): Extraction {
  const place = inside(source.place, "file", name);
  yield* reported(place, function* () {
    const bytes = decodeBase64(value);
    if (!bytes) throw damaged();
    context.budget.entry();
    context.budget.unpack(bytes.length);
    const isFace = refusedType(bytes) === "extract/image" && bytes.length <= SMALL_PICTURE_BYTES;
    if (!isFace) yield* context.nested({ name, bytes, place, depth: source.depth + 1 });
  });
}
