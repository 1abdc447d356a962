import type { AnswerOf, QueryOf } from "../../api/routes";
import { Refused } from "../refused";
import type { Reading } from "../storage/work";
import type { Caller } from "./desk";
import { attachmentBytes, contentOf } from "./mail";
import type { DeskParts } from "./parts";
import { hereOf } from "./people";
import { readable, recorded } from "./reading";
import type { TextSource } from "./text-lines";

const LINES = 200;

type Query = QueryOf<"requestText">;

/** Extracted text, never the thing itself; masked unless asked otherwise, and both on record. */
export async function text(
  parts: DeskParts,
  caller: Caller,
  id: string,
  query: Query,
): Promise<AnswerOf<"requestText">> {
  const { storage, readText } = parts;
  const { part, from = 0, reveal = false } = query;
  const source = await storage.read(caller.tenant, (reading) =>
    sourceOf(reading, caller, id, part),
  );
  const viewed = { part: String(part), reveal: Number(reveal) };
  await recorded(parts, caller, id, "content-viewed", viewed);
  // One line more than a page, if there is one.
  const lines = await readText({ source, from, most: LINES + 1, reveal });
  const isMore = lines.length > LINES;
  return { lines: lines.slice(0, LINES), next: isMore ? from + LINES : null };
}

async function sourceOf(
  reading: Reading,
  caller: Caller,
  id: string,
  part: Query["part"],
): Promise<TextSource> {
  const now = reading.clock();
  const here = await hereOf(reading, caller, now);
  const request = await readable(reading, here, id, now);
  const content = await contentOf(reading, request);
  if (content === null) throw new Refused("api/not-found");
  if (part === "body") return { type: "body", html: content.mail.bodyHtml };
  const attachment = content.mail.attachments[part];
  if (attachment === undefined) throw new Refused("api/not-found");
  const bytes = await attachmentBytes(reading, id, content, part);
  return { type: "file", name: attachment.name, bytes };
}
