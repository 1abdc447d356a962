import { decodeBase64 } from "../base64";
import { charsetOf, decodeText } from "../charset";
import { decodeQuotedPrintable } from "../quoted-printable";
import { unfolded } from "./header-fields";

/**
 * Decodes encoded words (RFC 2047) in a header's text, also where the standard does not allow them
 * (in quotes, without spaces around). Neighbours of one charset are decoded together, because
 * mailers cut texts within a character. Null where a word cannot be decoded.
 */
const WORD = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([BbQq])\?([^?]*)\?=/g;

export function decodeWords(text: string): string | null {
  if (text.indexOf("=?") < 0) return text;
  const pattern = new RegExp(WORD.source, "g");
  let decoded = "";
  let from = 0;
  let run: Run | null = null;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const between = text.slice(from, match.index);
    const word = wordOf(match);
    const goesOn = run !== null && run.label === word.label && /^\s*$/.test(between);
    if (!goesOn) {
      const before: string | null = run ? runText(run) : "";
      if (before === null) return null;
      decoded += before + (run && /^\s*$/.test(between) ? "" : between);
      run = { label: word.label, parts: [] };
    }
    if (!word.bytes) return null;
    if (run) run.parts.push(word.bytes);
    from = match.index + match[0].length;
  }
  const last = run ? runText(run) : "";
  return last === null ? null : unfolded(decoded + last + text.slice(from));
}

interface Run {
  readonly label: string;
  readonly parts: Uint8Array[];
}

interface Word {
  readonly label: string;
  readonly bytes: Uint8Array | null;
}

function wordOf(match: RegExpExecArray): Word {
  const [, label = "", encoding = "", content = ""] = match;
  const isBase64 = encoding === "B" || encoding === "b";
  const bytes = isBase64 ? decodeBase64(content) : decodeQ(content);
  return { label: label.toLowerCase(), bytes };
}

function decodeQ(content: string): Uint8Array {
  const codes = new Uint8Array(content.length);
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    codes[i] = code === 0x5f ? 0x20 : code;
  }
  return decodeQuotedPrintable(codes, 0, codes.length);
}

function runText({ label, parts }: Run): string | null {
  const charset = charsetOf(label);
  return charset && decodeText(joined(parts), charset);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, each) => length + each.length, 0));
  let at = 0;
  for (const each of parts) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}
