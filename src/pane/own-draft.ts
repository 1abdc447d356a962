import type { Mailbox } from "../core/recipient";
import type { Keeping } from "../outlook/own-text-only";
import type { Job } from "./inspection/job";
import { ownText } from "./own-text";
import { isMovable, outsideOf } from "./review/census";

/** Reply and forward marks of Japanese and English clients, as often as they stand there. */
const MARKS = /^(?:\s*(?:re|fw|fwd|返信|転送)\s*[:：])+\s*/i;

/** What stays where a mail keeps the sender's own words only: no quote, no file, nobody inside. */
export const draftOf = (job: Job): Keeping => ({
  isKnown: oneOf(job.message.recipients),
  isKept: oneOf(
    outsideOf(job)
      .filter(isMovable)
      .map(({ recipient }) => recipient),
  ),
  subject: (subject) => subject.replace(MARKS, ""),
  // Of the body as it is by now: no event tells of what was typed since the check.
  lines: (bodyHtml) =>
    ownText({ message: { ...job.message, bodyHtml }, history: job.history }).split("\n"),
});

function oneOf(people: readonly Mailbox[]): (mailbox: Mailbox) => boolean {
  const known = new Set(people.map(({ address }) => address.toLowerCase()));
  return ({ address }) => known.has(address.toLowerCase());
}
