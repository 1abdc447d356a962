import { drive } from "../core/drive";
import { SEND_LIMITS, type Limits } from "../core/limits";
import { judge } from "../judgement/judge";
import { alertTexts, type AlertTexts } from "../locales/alert";
import { rulesTexts } from "../locales/rules";
import { caseOf } from "./case-of";
import { completeOnce, type EventRuntime, type LaunchEvent } from "./completion";
import { shownFacts } from "./foreign-text";
import { hideNotice, POLICY_NOTICE, showNotice } from "./notice";
import { endsSoon, readPolicyInForce, type PolicyInForce } from "./policy-in-force";
import { composeItem, displayLanguage, platform, signedIn } from "./platform";
import { readMessage } from "./read-message";
import { bindBaseline, readHistory } from "./stored";

/** The person goes on writing meanwhile. */
const NOTICE_LIMITS: Limits = { ...SEND_LIMITS, milliseconds: 2_000 };

/**
 * Recipients or attachments changed: keeps the line above the mail up to date, so that Send brings
 * no surprise. Only the newest change is worked on; nothing depends on its having run.
 */
export function changedHandler(runtime: EventRuntime): (event: LaunchEvent) => Promise<void> {
  let newest = 0;
  const end = () => undefined;
  return (event) => {
    newest += 1;
    const own = newest;
    const isNewest = () => own === newest;
    return completeOnce(event, runtime.watchdog, () => refresh(runtime, isNewest), end);
  };
}

async function refresh(runtime: EventRuntime, isNewest: () => boolean): Promise<undefined> {
  const { call, clock, opening } = runtime;
  const item = composeItem();
  await opening.over();
  if (item === null || !isNewest()) return undefined;
  await bindBaseline(call, item);
  const history = await readHistory(call, item);
  const read = await readMessage({
    call,
    item,
    clock,
    sender: signedIn(),
    platform: platform(),
    limits: NOTICE_LIMITS,
  });
  if (!read.ok || !isNewest()) return undefined;
  const inForce = await readPolicyInForce(call, item, read.message.from.address, clock());
  const { decision } = drive(judge(caseOf(read.message, history, inForce, NOTICE_LIMITS, clock)));
  // Files are often chosen before anybody is named.
  const [worst] = decision.results.filter(({ rule }) => rule !== "no-recipients");
  const { external } = decision.recipients;
  const texts = alertTexts[displayLanguage()];
  const isStopped = decision.verdict === "block" || decision.verdict === "sign-off";
  const words = worst
    ? (isStopped ? texts.wouldBeStopped + texts.between : "") +
      rulesTexts[displayLanguage()][worst.rule].title(shownFacts(worst.facts, "plain"))
    : texts.outsideNotice(external, read.message.attachments.length);
  await (worst || external > 0 ? showNotice(call, item, words) : hideNotice(call, item));
  if (!isNewest()) return undefined;
  await (endsSoon(inForce, clock())
    ? showNotice(call, item, policyWords(inForce, texts), POLICY_NOTICE)
    : hideNotice(call, item, POLICY_NOTICE));
  return undefined;
}

const policyWords = ({ claims }: PolicyInForce, texts: AlertTexts): string =>
  claims === null ? texts.policyEnded : texts.policyEndsSoon;
