import type { Logger } from "pino";
import type { Configuration } from "../../core/configuration";
import type { Caller, Desk } from "../desk/desk";
import type { AccessTokens } from "../identity/access-token";
import type { ContentLinks } from "./content-links";
import type { Changes } from "../storage/changes";
import type { Metrics } from "./metrics";
import type { Limits } from "./limits";

/** Tells of changes from now on, of every replica. */
export type News = Pick<Changes, "subscribe">;

/** One thing that the service needs to work, as `/api/ready` says it. */
export interface Readiness {
  readonly name: string;
  /** Without it nothing can be signed off; the others are only said. */
  readonly needed: boolean;
  /** "ok", or a short word that says what is wrong; never rejects. */
  check(): Promise<string>;
}

/** Everything that the service's HTTP side stands on. */
export interface Parts {
  readonly desk: Desk;
  /** Whether this person may read this request now. */
  readonly mayRead: (caller: Caller, id: string) => Promise<boolean>;
  readonly tokens: AccessTokens;
  readonly changes: News;
  readonly links: ContentLinks;
  readonly metrics: Metrics;
  /** Without it nobody reads what was counted; null: nobody at all. */
  readonly metricsToken: string | null;
  readonly readiness: readonly Readiness[];
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly limits: Limits;
  readonly site: Site;
}

/** Where the service and the add-in's files are, and who may frame and call them. */
export interface Site {
  /** The built files. */
  readonly dist: string;
  /** The add-in's configuration; `origin` is this service's own. */
  readonly addIn: Configuration;
  /** Key ids of the set, for `/api/ready`. */
  readonly keyIds: readonly string[];
  /** Other origins that the add-in's files are served from. */
  readonly addInOrigins: readonly string[];
  /** Origins that may frame the pane beside Outlook's own. */
  readonly frameAncestors: readonly string[];
  /** Origin of attachments' bytes. */
  readonly contentOrigin: string;
}
