import { isAgreed } from "../../approval/deciding/agreement";
import { transition } from "../../approval/deciding/request-states";
import { fieldDigests } from "../../approval/digest";
import type { Directory } from "../../core/directory";
import type { Requirement } from "../../core/sign-off";
import { attachmentDigests } from "../../judgement/judge";
import { Refused } from "../refused";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { broken, type Work } from "../storage/work";
import { stillAgreed } from "./ending";
import { contentOf, messageOf, type Content } from "./mail";
import { announceDecided } from "./notices";
import type { DeskParts } from "./parts";
import { askingOf } from "./people";
import { isAsStrict } from "./redeciding";
import { keyStands } from "./revoked-keys";
import { issueTicket } from "./tickets";

/** A ticket that is about to end is not worth another. */
const LEAST_LIFE_MS = 60_000;

/** The one live approval that a mail from the same draft takes the place of; null where there is none. */
export function carriable(
  { keys }: DeskParts,
  work: Work,
  directory: Directory,
  replaced: readonly StoredRequest[],
): StoredRequest | null {
  const [before] = replaced;
  if (before === undefined || replaced.length > 1 || before.state !== "approved") return null;
  const endsAt = before.ticket?.endsAt ?? 0;
  const isLive = endsAt - work.now > LEAST_LIFE_MS && keyStands(keys, before);
  return isLive && stillAgreed(work, directory, before, work.now) ? before : null;
}

/**
 * Whether the approval of the mail before holds for this one: the same policy, nothing in it that was
 * not before the approvers, only outside recipients or files taken away, and everybody who agreed
 * has the right to it now.
 */
export async function carriesOver(
  work: Work,
  directory: Directory,
  before: StoredRequest,
  request: StoredRequest,
): Promise<boolean> {
  const [old, next] = [await contentOf(work, before), await contentOf(work, request)];
  if (old === null || next === null) return false;
  const approvals = before.decisions.map(({ by, at }) => ({ person: by, at }));
  const asking = { ...askingOf(work, directory, request), poolFrom: before.poolFrom };
  return (
    request.policySerial === before.policySerial &&
    request.mailboxRef === before.mailboxRef &&
    request.unit === before.unit &&
    request.rejected === null &&
    asksForNoMore(request.required, before.required) &&
    request.unusual.every((each) => before.unusual.includes(each)) &&
    showsNoMore(old, next) &&
    onlyLess(work.tenant, { ...old, refs: before.fileRefs }, { ...next, refs: request.fileRefs }) &&
    isAgreed(directory, asking, request.required, approvals, work.now)
  );
}

const asksForNoMore = (next: Requirement, before: Requirement): boolean =>
  next.managers <= before.managers &&
  (before.outsideUnit || !next.outsideUnit) &&
  (before.privacyOfficer || !next.privacyOfficer);

const showsNoMore = ({ findings: old }: Content, { findings: next }: Content): boolean =>
  next.ticks.every((each) => old.ticks.includes(each)) &&
  next.decision.results.every((result) =>
    old.decision.results.some(
      (each) => isAsStrict(each, result) && each.approvers >= result.approvers,
    ),
  );

type WithRefs = Content & { readonly refs: readonly string[] };

function onlyLess(tenant: string, before: WithRefs, after: WithRefs): boolean {
  const [old, next] = [textsOf(tenant, before), textsOf(tenant, after)];
  if (old === null || old !== next) return false;
  const kept = without(recipientsOf(before, "inside"), recipientsOf(after, "inside"));
  const gone = without(recipientsOf(before, "outside"), recipientsOf(after, "outside"));
  return kept?.length === 0 && gone !== null && without(filesOf(before), filesOf(after)) !== null;
}

/** What is left of `all` when each of `some` is taken out once; null where one is not in it. */
function without(all: readonly string[], some: readonly string[]): readonly string[] | null {
  const left = [...all];
  for (const each of some) {
    const index = left.indexOf(each);
    if (index < 0) return null;
    left.splice(index, 1);
  }
  return left;
}

/** Subject, body and whom it comes from, as the digest sees them; null where they have none. */
function textsOf(tenant: string, { mail, findings }: Content): string | null {
  // No field that is compared here depends on bytes but by their hash.
  const message = messageOf(
    mail,
    mail.attachments.map(({ bytes }) => new Uint8Array(bytes)),
  );
  const report = { ...findings.report, named: { addressee: null, files: [] } };
  const fields = fieldDigests(message, tenant, attachmentDigests(message, report), "");
  if (fields.state === "refused") return null;
  const { sender, from, subject, body } = fields.digests;
  return JSON.stringify([sender, from, subject, body]);
}

const recipientsOf = ({ findings }: Content, side: "inside" | "outside"): string[] =>
  findings.recipients
    .filter(({ standing }) => standing === side)
    .map(({ field, address, group }) => JSON.stringify([field, address.toLowerCase(), group]));

const filesOf = ({ mail, refs }: WithRefs): string[] =>
  mail.attachments.map(({ name, inline, contentId }, index) =>
    JSON.stringify([refs[index], name, inline, contentId]),
  );

/** On record, with a ticket of its own that lives no longer than the one before. */
export async function carryOver(
  parts: DeskParts,
  work: Work,
  directory: Directory,
  before: StoredRequest,
  request: StoredRequest,
): Promise<StoredRequest> {
  const next = transition(request.state, { event: "approve", ticketLives: false });
  if ("code" in next) throw new Refused(next.code, { state: next.state });
  const content = await contentOf(work, request);
  if (content === null) return broken(work, "content_keys", request.id);
  const { decisions, poolFrom } = before;
  const decided = await saveRequest(
    work,
    { ...request, state: next.state, stateAt: work.now, decisions, poolFrom },
    { kind: next.recorded, actor: "", data: { decision: "carried-over", from: before.id } },
  );
  const endsAt = before.ticket?.endsAt ?? 0;
  const issued = await issueTicket(parts, work, directory, decided, content, endsAt);
  await announceDecided(work, issued);
  return issued;
}
