import type { FixId, RuleResult } from "../../core/verdict";
import { seen } from "../../ui/foreign";
import { isMovable, outsideOf, type Placed } from "./census";
import type { FixRequest } from "./fix";
import type { Job } from "../inspection/job";

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
    case "new-mail-my-text":
      return { fix, addresses: [], attachments: [], facts: { recipients: 0, files: [] } };
  }
}

function forPeople(fix: FixId, placed: readonly Placed[]): FixRequest | null {
  const addresses = placed.map(({ recipient }) => recipient.address);
  const facts = { recipients: addresses.length, files: [] };
  return addresses.length === 0 ? null : { fix, addresses, attachments: [], facts };
}

/** Clients do not remove inline images: those are a part of the body. */
function forFiles(fix: FixId, result: RuleResult, { message }: Job): FixRequest | null {
  const attachments = result.attachments.filter(
    (index) => message.attachments[index]?.inline === false,
  );
  const files = attachments.map((index) => seen(message.attachments[index]?.name ?? ""));
  const facts = { recipients: 0, files };
  return attachments.length === 0 ? null : { fix, addresses: [], attachments, facts };
}
