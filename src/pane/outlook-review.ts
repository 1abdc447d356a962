import { PANE_LIMITS } from "../core/limits";
import type { Judgement } from "../core/judgement";
import {
  acknowledge,
  isAcknowledged,
  readAcknowledgement,
  writeAcknowledgement,
} from "../outlook/acknowledgement";
import { caseOf } from "../outlook/case-of";
import type { Call } from "../outlook/call";
import { platform, signedIn } from "../outlook/platform";
import { readMessage } from "../outlook/read-message";
import { readHistory } from "../outlook/stored";
import type { StartJudge } from "./inspection/job";
import { applyFix } from "./outlook-fixes";
import type { MailRead, ReviewPorts } from "./review/ports";

/** The review's surroundings, filled with the mail that is being written in Outlook. */
export function outlookReview(
  call: Call,
  item: Office.MessageCompose,
  judge: StartJudge,
): ReviewPorts {
  return {
    judge,
    now: Date.now,
    read: () => readMail(call, item),
    fix: (request, job) => applyFix({ call, item, platform: platform() }, request, job),
    acknowledge: (judgement) => storeAcknowledgement(call, item, judgement),
    isAcknowledged: async (judgement) =>
      isAcknowledged(judgement, await readAcknowledgement(call, item), Date.now()),
  };
}

async function readMail(call: Call, item: Office.MessageCompose): Promise<MailRead> {
  const history = await readHistory(call, item);
  const read = await readMessage({
    call,
    item,
    sender: signedIn(),
    platform: platform(),
    limits: PANE_LIMITS,
    clock: Date.now,
  });
  if (!read.ok) {
    const isChanging = read.cause === "outlook/changing";
    return { ok: false, failure: isChanging ? "mail-changing" : "mail-unreadable" };
  }
  const { clock: _, ...job } = caseOf(read.message, history, PANE_LIMITS, Date.now);
  return { ok: true, job };
}

async function storeAcknowledgement(
  call: Call,
  item: Office.MessageCompose,
  judgement: Judgement,
): Promise<boolean> {
  const given = acknowledge(judgement, Date.now());
  return given !== null && (await writeAcknowledgement(call, item, given)).ok;
}
