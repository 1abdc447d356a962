import type { ProblemCode } from "../api/codes";
import type { RequestState } from "../core/sign-off";

/** What the service does not do, and why: becomes the problem document of the answer. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly code: ProblemCode,
    readonly more: { readonly path?: string; readonly state?: RequestState } = {},
  ) {
    super(code);
  }
}
