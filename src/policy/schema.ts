import type { Policy } from "../core/policy";
import { asciiDomain } from "../text/domain";
import { choice, integer, list, object, type Shape, type ShapeError } from "./shape";

const MOST_DOMAINS = 5000;
const MOST = 1_000_000;

const limit = integer(1, MOST);
const domains = list(MOST_DOMAINS, { type: "string", minLength: 1, maxLength: 253 }, asciiDomain);

/** A limit below its weaker neighbour would never be reached, or always. */
const inOrder =
  <T>(lower: keyof T & string, upper: keyof T & string) =>
  (value: T, path: string): ShapeError | null =>
    value[lower] <= value[upper] ? null : { path: `${path}/${upper}`, code: "policy/order" };

/** The one description of a policy file; `docs/policy.schema.json` is its JSON Schema. */
export const policyShape: Shape<Policy> = object<Policy>({
  version: choice(1),
  serial: integer(0, 2_147_483_647),
  individual: choice("all-outside", "data-or-file", "others-only"),
  insideDomains: domains,
  consumerDomains: domains,
  visible: object<Policy["visible"]>(
    {
      consumerConfirm: limit,
      consumerBlock: limit,
      companyAddressesBlock: limit,
      companyDomainsBlock: limit,
    },
    inOrder<Policy["visible"]>("consumerConfirm", "consumerBlock"),
  ),
  bulk: object<Policy["bulk"]>({ outsideAddresses: limit }),
  others: object<Policy["others"]>(
    { many: limit, twoManagers: limit, consumerBlock: limit },
    inOrder<Policy["others"]>("many", "twoManagers"),
  ),
});

export type ParsedPolicy = { readonly policy: Policy } | { readonly error: ShapeError };

/** Takes nothing on trust: unknown fields, other types and unreadable domains are refused. */
export function parsePolicy(json: unknown): ParsedPolicy {
  const read = policyShape.read(json, "");
  return "error" in read ? read : { policy: read.value };
}
