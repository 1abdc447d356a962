import { isOrdinary } from "../../api/ordinary";
import type { RequestSummary } from "../../api/requests";

/** More at once are not looked at any more. */
const MOST = 10;
/** Said by the service, and looked at here once more. */
export const mayGoTogether = (request: RequestSummary): boolean =>
  request.together !== undefined &&
  request.state === "requested" &&
  request.mayDecide &&
  isOrdinary(request);

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
