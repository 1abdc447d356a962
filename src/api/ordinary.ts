import type { RuleId } from "../core/verdict";
import type { RequestSummary, Unusual } from "./requests";

/** From this number of other people on, a request is looked at by itself. */
const MANY_OTHERS = 10;

const UNUSUAL_ALONE: readonly Unusual[] = [
  "came-along",
  "could-not-look",
  "look-alike-domain",
  "rejected-before",
];
const RULES_ALONE: readonly RuleId[] = [
  "came-along",
  "could-not-look",
  "visible-outside-addresses",
  "mass-data-to-consumer",
];

type Asked = Pick<
  RequestSummary,
  "others" | "typedNumber" | "required" | "files" | "rules" | "unusual"
>;

/** Whether a request is so ordinary that it may be decided with others that have the same files. */
export const isOrdinary = (request: Asked): boolean =>
  request.files > 0 &&
  request.others < MANY_OTHERS &&
  !request.typedNumber &&
  request.required.managers === 1 &&
  !request.required.privacyOfficer &&
  !request.unusual.some((each) => UNUSUAL_ALONE.includes(each)) &&
  !request.rules.some((each) => RULES_ALONE.includes(each));
