import type { History } from "./history";
import type { Limits } from "./limits";
import type { Message } from "./message";
import type { Policy } from "./policy";
import type { Clock } from "./ports";
import type { RefusalCode } from "./refusal";
import type { Report } from "./report";
import type { Decision, Role } from "./verdict";

/** Everything that a judgement depends on; the same input gives the same judgement everywhere. */
export interface Case {
  readonly message: Message;
  readonly history: History;
  readonly role: Role;
  readonly policy: Policy;
  /** The tenant's own domains; with the policy's inside domains they make "inside". */
  readonly insideDomains: readonly string[];
  /** Entra tenant id; empty where no service is set up. Part of the digest. */
  readonly tenant: string;
  readonly limits: Limits;
  readonly clock: Clock;
}

/** Hex SHA-256 of the canonical form (docs/canonical-form.md), or why there is none. */
export type DigestResult =
  | { readonly state: "computed"; readonly digest: string }
  | { readonly state: "refused"; readonly code: RefusalCode };

export interface Judgement {
  readonly report: Report;
  readonly decision: Decision;
  readonly digest: DigestResult;
}

/** Bytes looked into so far, of how many; nested content may move `total`. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
