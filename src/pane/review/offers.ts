import { RECIPIENT_FIELDS, type RecipientField } from "../../core/recipient";
import type { FixId, RuleResult } from "../../core/verdict";
import { seen } from "../../ui/foreign";
import { isMovable, outsideOf, type Placed } from "./census";
import type { FixRequest } from "./fix";
import type { Job } from "../inspection/job";
import { ownText } from "../own-text";

/** Offers of each result, in their order; what an earlier one offers is not offered again. */
export function offersOfAll(results: readonly RuleResult[], job: Job): (readonly FixRequest[])[] {
  const known = new Set<string>();
  return results.map((result) =>
    offersOf(result, job).filter((offer) => {
      const key = whatItDoes(offer);
      return !known.has(key) && known.add(key) !== null;
    }),
  );
}

/** Taking a file out is one thing, whether it came along or not. */
const whatItDoes = ({ fix, attachments, addresses }: FixRequest): string =>
  attachments.length > 0 ? `files ${attachments.join()}` : `${fix} ${addresses.join()}`;

/** The changes that a result offers for this very mail; one with nothing to change is no offer. */
export function offersOf(result: RuleResult, job: Job): readonly FixRequest[] {
  const outside = outsideOf(job).filter(isMovable);
  return result.fixes
    .map((fix) => offer(fix, result, job, outside))
    .filter((each): each is FixRequest => each !== null);
}

function offer(
  fix: FixId,
  result: RuleResult,
  job: Job,
  outside: readonly Placed[],
): FixRequest | null {
  switch (fix) {
    case "move-outside-to-bcc":
      return forPeople(
        fix,
        outside.filter(({ recipient }) => recipient.field !== "bcc"),
      );
    case "remove-outside-recipients":
      return forPeople(fix, outside);
    case "remove-attachment":
    case "remove-came-along":
      return forFiles(fix, result, job);
    case "my-text-only":
      // A mail without a word of the sender's would be left empty.
      return ownText(job).trim() === ""
        ? null
        : { fix, addresses: [], attachments: [], facts: { recipients: 0, fields: [], files: [] } };
  }
}

function forPeople(fix: FixId, placed: readonly Placed[]): FixRequest | null {
  const addresses = placed.map(({ recipient }) => recipient.address);
  const facts = { recipients: addresses.length, fields: fieldsOf(placed), files: [] };
  return addresses.length === 0 ? null : { fix, addresses, attachments: [], facts };
}

export const fieldsOf = (placed: readonly Placed[]): readonly RecipientField[] =>
  RECIPIENT_FIELDS.filter((field) => placed.some(({ recipient }) => recipient.field === field));

/** Clients do not remove inline images: those are a part of the body. */
function forFiles(fix: FixId, result: RuleResult, { message }: Job): FixRequest | null {
  const attachments = result.attachments.filter(
    (index) => message.attachments[index]?.inline === false,
  );
  const files = attachments.map((index) => seen(message.attachments[index]?.name ?? ""));
  const facts = { recipients: 0, fields: [], files };
  return attachments.length === 0 ? null : { fix, addresses: [], attachments, facts };
}
