export type StartProblem =
  | "storage/url"
  | "storage/newer-schema"
  | "storage/half-migrated"
  | "storage/other-keys"
  | "storage/older-keys"
  | "storage/same-key-store"
  | "keys/invalid";

/** Why the service does not start; a person has to act before it can. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";

  constructor(readonly code: StartProblem) {
    super(code);
  }
}
