import type { RuleId } from "../../core/verdict";
import type { StoredRequest } from "../storage/requests";
import { keyedHash } from "../storage/secrets";
import type { Reading } from "../storage/work";

/** From this number of other people on, a request is looked at by itself. */
const MANY_OTHERS = 10;

const UNUSUAL_ALONE = ["came-along", "could-not-look", "look-alike-domain", "rejected-before"];
const RULES_ALONE: readonly RuleId[] = [
  "came-along",
  "could-not-look",
  "visible-outside-addresses",
  "mass-data-to-consumer",
];

/**
 * Equal for requests with the same files and rules that one person may decide in one go; null for
 * one that is not ordinary. The reader is part of it, so that it is worth nothing in other hands.
 */
export function togetherOf(
  { secrets, tenant }: Reading,
  request: StoredRequest,
  reader: string,
): string | null {
  const { fileRefs, files, rules, unusual, others, typedNumber, required } = request;
  const isOrdinary =
    files > 0 &&
    fileRefs.length === files &&
    others < MANY_OTHERS &&
    !typedNumber &&
    required.managers === 1 &&
    !required.privacyOfficer &&
    !unusual.some((each) => UNUSUAL_ALONE.includes(each)) &&
    !rules.some((each) => RULES_ALONE.includes(each));
  if (!isOrdinary) return null;
  const parts = [reader, ...[...fileRefs].sort(), "|", ...[...rules].sort()];
  return keyedHash(secrets.column, "together", tenant, ...parts);
}
