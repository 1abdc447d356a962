import type { Judgement } from "../../core/judgement";
import type { PaneFailure } from "../../locales/pane";
import type { Job, StartJudge } from "../inspection/job";
import type { FixReport, FixRequest } from "./fix";

export type MailRead =
  | { readonly ok: true; readonly job: Job }
  | {
      readonly ok: false;
      readonly failure: Extract<PaneFailure, "no-mail" | "mail-unreadable" | "mail-changing">;
    };

/** What the review needs of its surroundings; none of these rejects. */
export interface ReviewPorts {
  read(): Promise<MailRead>;
  readonly judge: StartJudge;
  fix(request: FixRequest, job: Job): Promise<FixReport>;
  /** Takes back what the report's fix did, as far as that can be. */
  undo(report: FixReport): Promise<FixReport>;
  /** Stores that the sender confirmed all that this judgement asks to confirm. */
  acknowledge(judgement: Judgement): Promise<boolean>;
  /** Whether the sender confirmed this very content before, in this pane or an earlier one. */
  isAcknowledged(judgement: Judgement): Promise<boolean>;
  now(): number;
}
