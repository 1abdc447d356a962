import type { History } from "../core/history";
import { PANE_LIMITS } from "../core/limits";
import type { Judgement } from "../core/judgement";
import type { Message } from "../core/message";
import {
  acknowledge,
  isAcknowledged,
  readAcknowledgement,
  writeAcknowledgement,
} from "../outlook/acknowledgement";
import { caseOf } from "../outlook/case-of";
import type { Call } from "../outlook/call";
import type { WrittenMail } from "../outlook/pane-events";
import { platform, signedIn } from "../outlook/platform";
import { readPolicyInForce, type PolicyInForce } from "../outlook/policy-in-force";
import { readMessage } from "../outlook/read-message";
import { readHistory } from "../outlook/stored";
import type { Job, StartJudge } from "./inspection/job";
import { applyFix, undoFix } from "./outlook-fixes";
import type { MailRead, ReviewPorts } from "./review/ports";

/** The review's surroundings, filled with the mail that is being written in Outlook. */
export function outlookReview(call: Call, item: WrittenMail, judge: StartJudge): ReviewPorts {
  return {
    judge,
    now: Date.now,
    read: () => readMail(call, item),
    fix: (request, job) => applyFix({ call, item, platform: platform() }, request, job),
    undo: (report) => undoFix({ call, item, platform: platform() }, report),
    acknowledge: (judgement) => storeAcknowledgement(call, item, judgement),
    isAcknowledged: async (judgement) =>
      isAcknowledged(judgement, await readAcknowledgement(call, item), Date.now()),
  };
}

async function readMail(call: Call, item: WrittenMail): Promise<MailRead> {
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
  const inForce = await readPolicyInForce(call, item, read.message.from.address, Date.now());
  return { ok: true, job: jobOf(read.message, history, inForce) };
}

function jobOf(message: Message, history: History, inForce: PolicyInForce): Job {
  const given = caseOf(message, history, inForce, PANE_LIMITS, Date.now);
  const { role, policy, insideDomains, tenant, limits } = given;
  return { message, history, role, policy, insideDomains, tenant, limits };
}

async function storeAcknowledgement(
  call: Call,
  item: WrittenMail,
  judgement: Judgement,
): Promise<boolean> {
  const given = acknowledge(judgement, Date.now());
  return given !== null && (await writeAcknowledgement(call, item, given)).ok;
}
