import type { AttachmentContent } from "../../core/attachment";
import { charsetOf, decodeText } from "../charset";
import { detectCharset } from "../detect-charset";
import { decodeWords } from "./encoded-words";
import { bodyBytes, type Entity, fieldValue, MimeRefused } from "./entity";

export interface MailAttachment {
  readonly name: string;
  /** Without angle brackets, empty where there is none. */
  readonly contentId: string;
  /** The mail asks to show it inside the text. */
  readonly inline: boolean;
  readonly content: AttachmentContent;
}

/** A text of a mail: as HTML, as plain text, or as both where the mail holds both. */
interface Piece {
  readonly html: string | null;
  readonly text: string | null;
}

export interface Bodies {
  readonly pieces: readonly Piece[];
  readonly attachments: readonly MailAttachment[];
}

/** Decides for every leaf whether it is a text of the mail or an attachment; nothing is left out. */
export function readBodies(root: Entity): Bodies {
  const attachments: MailAttachment[] = [];
  const read = (entity: Entity): readonly Piece[] => {
    if (entity.type.value.startsWith("multipart/")) {
      const pieces = entity.parts.reduce<Piece[]>((all, each) => all.concat(read(each)), []);
      return entity.type.value === "multipart/alternative" ? [alternatives(pieces)] : pieces;
    }
    if (isBody(entity)) return [piece(entity)];
    attachments.push(attachment(entity, attachments.length + 1));
    return [];
  };
  return { pieces: read(root), attachments };
}

function isBody({ type, disposition }: Entity): boolean {
  const isText = type.value === "text/plain" || type.value === "text/html" || type.value === "text";
  const isNamed = disposition.parameters.has("filename") || type.parameters.has("name");
  return isText && !isNamed && disposition.value !== "attachment";
}

/** One text in several forms; several texts of one form all count. */
function alternatives(pieces: readonly Piece[]): Piece {
  const joined = (texts: readonly (string | null)[]): string | null => {
    const given = texts.filter((each) => each !== null);
    return given.length === 0 ? null : given.join("\n");
  };
  return {
    html: joined(pieces.map(({ html }) => html)),
    text: joined(pieces.map(({ text }) => text)),
  };
}

function piece(entity: Entity): Piece {
  const bytes = bodyBytes(entity);
  if (!bytes) throw new MimeRefused("extract/damaged");
  const text = bodyText(bytes, entity.type.parameters.get("charset") ?? "");
  return entity.type.value === "text/html" ? { html: text, text: null } : { html: null, text };
}

/** US-ASCII is what mailers write that do not know; then the bytes decide. */
function bodyText(bytes: Uint8Array, label: string): string {
  const declared = charsetOf(label);
  if (label !== "" && !declared && !/^(unknown|x-unknown|default)/i.test(label)) {
    throw new MimeRefused("extract/unsupported");
  }
  const isVague = !declared || declared === "windows-1252" || declared.startsWith("utf-16");
  const detected = isVague ? detectCharset(bytes) : null;
  const charset = detected?.charset ?? declared;
  const text = charset && decodeText(bytes, charset, detected?.skip ?? 0);
  if (text === null) throw new MimeRefused("extract/damaged");
  return text;
}

function attachment(entity: Entity, number: number): MailAttachment {
  const contentId = fieldValue(entity.fields, "content-id").replace(/^\s*<|>\s*$/g, "");
  return {
    name: attachmentName(entity, number),
    contentId,
    inline: contentId !== "" && entity.disposition.value !== "attachment",
    content: contentOf(entity),
  };
}

function contentOf(entity: Entity): AttachmentContent {
  if (entity.type.value === "message/external-body") {
    return { state: "refused", code: "attachment/cloud" };
  }
  const bytes = bodyBytes(entity);
  return bytes ? { state: "read", bytes } : { state: "refused", code: "extract/damaged" };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/plain": ".txt",
  "text/html": ".html",
  "text/csv": ".csv",
  "text/calendar": ".ics",
  "text/vcard": ".vcf",
  "message/rfc822": ".eml",
  "application/pdf": ".pdf",
};

function attachmentName({ type, disposition, fields }: Entity, number: number): string {
  const given = disposition.parameters.has("filename")
    ? disposition.parameters.get("filename")
    : type.parameters.get("name");
  if (given === null) throw new MimeRefused("extract/damaged");
  if (given !== undefined && given !== "") return given;
  const described = decodeWords(fieldValue(fields, "content-description"));
  const name = described === null || described === "" ? `part-${String(number)}` : described;
  return name + (EXTENSIONS[type.value] ?? "");
}
