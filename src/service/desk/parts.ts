import type { BusinessHours, Patience } from "../../approval/deciding/business-time";
import type { Case, Judgement } from "../../core/judgement";
import type { ServiceKeys } from "../keys/service-keys";
import type { Storage } from "../storage/storage";
import type { ExpandGroup } from "./group-members";
import type { TextJob, TextLine } from "./text-lines";

/** What a company has set up, apart from its policy. */
export interface TenantSettings {
  /** Entra tenant id. */
  readonly tenant: string;
  readonly insideDomains: readonly string[];
  readonly hours: BusinessHours;
  readonly patience: Patience;
  /** Seconds that a ticket is enough without an answer of the service; 0 is never. */
  readonly offlineSeconds: number;
  /** Whether an approval holds for the same mail with fewer outside recipients or files. */
  readonly carryOver: boolean;
  /** Bundles with a lower number stop outside mail. */
  readonly minBundle: number;
}

/** A judgement, and a mark for each of the others, to add mails up by. */
export interface Judged {
  readonly judgement: Judgement;
  readonly persons: readonly string[];
}

/** Port: judges without keeping other calls waiting. */
export type JudgeMail = (input: Case) => Promise<Judged>;

/** Port: reads a part's text without keeping other calls waiting. */
export type ReadText = (job: TextJob) => Promise<readonly TextLine[]>;

/** Everything that the desk stands on. */
export interface DeskParts {
  readonly storage: Storage;
  readonly keys: ServiceKeys;
  /** Null for a tenant that is not served. */
  readonly settings: (tenant: string) => TenantSettings | null;
  readonly judge: JudgeMail;
  readonly readText: ReadText;
  readonly expand: ExpandGroup;
}

/** Seconds of a ticket's life, and milliseconds. */
export const TICKET_LIFE = 24 * 3600;
/** Content outlives its decision by as long as the longest ticket. */
export const CONTENT_LIFE_MS = 24 * 3600 * 1000;
/** A mail that was begun to be handed over and never asked for. */
export const DRAFT_LIFE_MS = 24 * 3600 * 1000;
export const MOST_OPEN = 5;
