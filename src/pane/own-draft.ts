import type { Draft } from "../outlook/new-message";
import type { Job } from "./inspection/job";
import { ownText } from "./own-text";
import { isMovable, outsideOf } from "./review/census";

/** Reply and forward marks of Japanese and English clients, as often as they stand there. */
const MARKS = /^(?:\s*(?:re|fw|fwd|返信|転送)\s*[:：])+\s*/i;

/**
 * A new mail with the sender's own words: no quote, no file, nobody inside. Several people outside
 * go to Bcc, so that the way out of one accident is not another.
 */
export function draftOf(job: Job): Draft {
  const outside = outsideOf(job)
    .filter(isMovable)
    .map(({ recipient: { name, address } }) => ({ name, address }));
  const isAlone = outside.length === 1;
  return {
    subject: job.message.subject.replace(MARKS, ""),
    text: ownText(job),
    to: isAlone ? outside : [],
    bcc: isAlone ? [] : outside,
  };
}
