import { canonicalDigest } from "../approval/digest";
import { shownInBody } from "../approval/content-ids";
import type { History } from "../core/history";
import type { Case, Judgement, Progress } from "../core/judgement";
import type { Message } from "../core/message";
import type { Report } from "../core/report";
import type { Decision } from "../core/verdict";
import { refusedType } from "../extractors/refused-types";
import { inspect } from "../inspection/inspect";
import type { PersonMarks } from "../inspection/person-marks";
import { recipientCensus, type Standing } from "../inspection/recipients";
import { decide } from "../policy/decide";
import { normalAddress } from "../text/address";
import { addressDigest, textStays } from "./baseline";
import { withActiveBody } from "./body-refusal";

const DIGITS = 16;

/**
 * May this mail leave, and what exactly was judged? The one road for the send event, the pane, the
 * service and the command line.
 */
export function* judge(input: Case, marks?: PersonMarks): Generator<Progress, Judgement, void> {
  const { message, policy } = input;
  const insideDomains = [...input.insideDomains, ...policy.insideDomains];
  const { limits, clock } = input;
  const options = marks
    ? { insideDomains, limits, clock, marks }
    : { insideDomains, limits, clock };
  const inspected = yield* inspect(message, options);
  const report = withActiveBody(inspected, message);
  const census = recipientCensus(message, insideDomains);
  const decision = decideOn(input, report, census, imagesInBody(message));
  const digest = canonicalDigest(message, input.tenant, attachmentDigests(message, report));
  return { report, decision, digest };
}

/** What follows from a report; `shownInBody` as in `DecisionInput`. */
export const decideOn = (
  { message, history, role, policy }: Pick<Case, "message" | "history" | "role" | "policy">,
  report: Report,
  census: readonly Standing[],
  shownInBody: ReadonlySet<number>,
): Decision =>
  decide({
    message,
    report,
    census,
    history,
    role,
    policy,
    shownInBody,
    textStays: history.state === "known" && textStays(history.baseline, message.bodyHtml),
    outsideAdded: isOutsideAdded(history, census),
  });

/** One a attachment, in their order; empty where its bytes could not be read. */
export function attachmentDigests(message: Message, report: Report): readonly string[] {
  const digests = message.attachments.map(() => "");
  for (const { source, sha256 } of report.parts) {
    if (source.type === "attachment") digests[source.index] = sha256;
  }
  return digests;
}

/** By their bytes: a list that is marked as an image of the body is still a file. */
function imagesInBody(message: Message): ReadonlySet<number> {
  const images = Array.from(shownInBody(message)).filter((index) => {
    const content = message.attachments[index]?.content;
    return content?.state === "read" && refusedType(content.bytes) === "extract/image";
  });
  return new Set(images);
}

/** Whether anybody outside was not there when composing began; who cannot be read was not. */
function isOutsideAdded(history: History, census: readonly Standing[]): boolean {
  if (history.state === "unknown") return true;
  const known = new Set(history.baseline.outside.map((each) => each.slice(0, DIGITS)));
  return census.some(({ recipient, standing, couldNotLook }) => {
    if (standing === "inside" && couldNotLook === null) return false;
    const address = normalAddress(recipient.address);
    return address === null || !known.has(addressDigest(address).slice(0, DIGITS));
  });
}
