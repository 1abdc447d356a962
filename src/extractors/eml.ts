import type { Extraction } from "../core/extraction";
import { inside, type Place } from "../core/place";
import { looksLikeMail, type Mail, type MailAddress, parseMail } from "../text/mime/read-mail";
import { BlockWriter } from "./block-writer";
import type { Budget } from "./budget";
import type { ExtractionContext, Extractor, Source } from "./extractor";
import { htmlBlocks } from "./html-reader";
import { Refused } from "./refused";

/** A mail saved as a file or attached to another one: header, texts, and every attachment. */
export const eml: Extractor = {
  id: "eml",

  accepts: (bytes) => looksLikeMail(bytes),

  *extract({ bytes, place, depth }: Source, context: ExtractionContext): Extraction {
    const { budget } = context;
    const result = parseMail(bytes, budget.limits);
    if (result.state === "refused") throw new Refused(result.code);
    const { mail } = result;
    yield* lines(mail.subject, inside(place, "subject"), budget);
    yield* lines(headerText(mail), inside(place, "header"), budget);
    if (mail.html !== null) yield* htmlBlocks(mail.html, inside(place, "body"), budget);
    if (mail.text !== null) yield* lines(mail.text, inside(place, "body"), budget);
    for (const { name, content } of mail.attachments) {
      budget.entry();
      const file = inside(place, "file", name);
      yield* lines(name, inside(place, "name"), budget);
      if (content.state === "refused") {
        yield { type: "refusal", refusal: { code: content.code, place: file } };
      } else {
        budget.unpack(content.bytes.length);
        yield* context.nested({ name, bytes: content.bytes, place: file, depth: depth + 1 });
      }
    }
  },
};

function headerText(mail: Mail): string {
  const shown = ({ name, address }: MailAddress): string => `${name} <${address}>`;
  const people = (title: string, list: readonly (MailAddress | null)[]): string =>
    list.map((each) => (each ? `${title}: ${shown(each)}\n` : "")).join("");
  return (
    people("From", [mail.from, mail.sender]) +
    people("To", mail.to) +
    people("Cc", mail.cc) +
    people("Bcc", mail.bcc)
  );
}

function* lines(text: string, place: Place, budget: Budget): Extraction {
  const writer = new BlockWriter(place, "prose", budget);
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    if (end > at) writer.line(text.slice(at, end), line);
    if (writer.full) yield { type: "block", block: writer.take() };
    at = end + 1;
  }
  if (!writer.empty) yield { type: "block", block: writer.take() };
}
