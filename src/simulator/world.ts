/** What the demo's server tells its page: where people sign in, and which run of the demo it is. */
export interface World {
  /** Another one with each start afresh: what browsers kept of an earlier one counts no longer. */
  readonly id: string;
  readonly issuer: string;
  /** Where the mail program comes in at the issuer: endpoints `/auth` and `/token`. */
  readonly door: string;
  /** The mail program's own registration. */
  readonly clientId: string;
  readonly returnTo: string;
  readonly scope: string;
}

export const WORLD_PATH = "/demo/world.json";
/** Event stream of `Arrival`s, those so far first. */
export const MAIL_PATH = "/demo/mail";

/** A mail that the demo's mail server took, for one mailbox. */
export interface Arrival {
  readonly id: string;
  /** Lower-cased address. */
  readonly owner: string;
  /** The whole mail file, base64. */
  readonly file: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
}
