import { charsetOf, decodeText } from "../../text/charset";
import { encodeUtf8 } from "../../text/utf8";
import { damaged } from "../refused";

const LT = 0x3c;
/** The XML declaration ends within these bytes. */
const DECLARATION = 200;
const ENCODING = /^\s*<\?xml[^>]{0,150}?\sencoding\s?=\s?["']([\w.-]{1,40})["']/;

/** One XML part as UTF-8. Nearly always it is UTF-8 already; UTF-16 is the other one allowed. */
export function xmlBytes(bytes: Uint8Array): Uint8Array {
  const charset = charsetOfXml(bytes);
  if (charset === "utf-8") return bytes;
  const text = charset && decodeText(bytes, charset);
  if (text === null) throw damaged();
  return encodeUtf8(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

function charsetOfXml(bytes: Uint8Array): ReturnType<typeof charsetOf> {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === LT && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === LT)) return "utf-16be";
  const head = String.fromCharCode.apply(null, Array.from(bytes.subarray(0, DECLARATION)));
  const declared = ENCODING.exec(head);
  return declared ? charsetOf(declared[1] as string) : "utf-8";
}
