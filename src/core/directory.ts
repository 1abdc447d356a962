/**
 * Who works where and who may sign off. One document a tenant, kept and sealed by the service; a
 * client never names its own unit or role. Ids are the service's own and never change; addresses
 * are in normal form (docs/canonical-form.md, "Addresses").
 */
export interface Directory {
  /** Grows by one with every change. */
  readonly version: number;
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly mailboxes: readonly SharedMailbox[];
  /** Persons who may decide for any unit when nobody of the unit answers in time. */
  readonly dutyPool: readonly string[];
}

/** A store, a department: the place whose managers answer for what its people send. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  /** The area or company that it belongs to; its managers count as "from outside the store". */
  readonly parent: string | null;
  readonly managers: readonly string[];
  readonly deputies: readonly Deputy[];
}

/** Stands in for one manager between two moments, the second not included. */
export interface Deputy {
  readonly person: string;
  readonly manager: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Primary unit. */
  readonly unit: string;
  readonly accounts: readonly Account[];
  /** May change policy and directory. Gives no right to decide. */
  readonly admin: boolean;
  /** Answers for the company's personal data; alone releases what policy keeps for that office. */
  readonly privacyOfficer: boolean;
  /** When the person left, or null. Who left has no right at all. */
  readonly left: number | null;
}

/** One sign-in of a person; an account that no person lists has no right. */
export interface Account {
  /** Entra object id, in the tenant of the directory. */
  readonly oid: string;
  readonly address: string;
}

export interface SharedMailbox {
  readonly address: string;
  readonly unit: string;
  /** Persons who own it or may send on its behalf: none of them signs off a mail from it. */
  readonly senders: readonly string[];
}

/** Why a directory cannot be published. */
export const DIRECTORY_CODES = [
  "directory/twice",
  "directory/unknown-unit",
  "directory/unknown-person",
  "directory/address",
  "directory/dates",
  "directory/not-manager",
  "directory/cycle",
  "directory/no-manager",
  "directory/no-second-approver",
] as const;
export type DirectoryCode = (typeof DIRECTORY_CODES)[number];
