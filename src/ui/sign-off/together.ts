import type { RequestSummary, Unusual } from "../../api/requests";
import type { RuleId } from "../../core/verdict";

/** More at once are not looked at any more. */
const MOST = 10;
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

/** Whether a request is so ordinary that it may be decided with others of its kind. */
export const mayGoTogether = (request: RequestSummary): boolean =>
  request.together !== undefined &&
  request.state === "requested" &&
  request.mayDecide &&
  !request.typedNumber &&
  request.others < MANY_OTHERS &&
  request.required.managers === 1 &&
  !request.required.privacyOfficer &&
  !request.unusual.some((each) => UNUSUAL_ALONE.includes(each)) &&
  !request.rules.some((each) => RULES_ALONE.includes(each));

/** The request and those with the same files and rules, in the order of the list; alone: only itself. */
export function companions(
  request: RequestSummary,
  listed: readonly RequestSummary[],
): readonly RequestSummary[] {
  if (!mayGoTogether(request)) return [request];
  const others = listed.filter(
    (each) => each.id !== request.id && each.together === request.together && mayGoTogether(each),
  );
  return [request, ...others].slice(0, MOST);
}
