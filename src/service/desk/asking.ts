import { deadlinesOf, type Deadlines } from "../../approval/deciding/business-time";
import { isReachable } from "../../approval/deciding/agreement";
import { roleOf, unitOf } from "../../approval/deciding/people";
import { askable, asksForNumber, requirementOf } from "../../approval/deciding/requirement";
import { canonicalDigest } from "../../approval/digest";
import { lookupId } from "../../approval/tokens/lookup";
import type { Ask, DraftMail } from "../../api/requests";
import type { AnswerOf } from "../../api/routes";
import type { Directory } from "../../core/directory";
import { BATCH_LIMITS } from "../../core/limits";
import type { Policy } from "../../core/policy";
import { attachmentDigests } from "../../judgement/judge";
import { normalAddress } from "../../text/address";
import { encodeBase64url } from "../../text/base64url";
import { Refused } from "../refused";
import { putContent, putJson } from "../storage/contents";
import { deleteDraft } from "../storage/drafts";
import { saveRequest, type StoredRequest } from "../storage/requests";
import { lookupKeyOf } from "../storage/secrets";
import type { Work } from "../storage/work";
import { carriable, carriesOver, carryOver } from "./carry-over";
import type { Caller } from "./desk";
import { detailOf } from "./detail";
import { checkSender, draftBytes, ownDraft } from "./drafts";
import { supersede } from "./ending";
import { findingsOf, unusualOf } from "./findings";
import { groupMembers, withMembers } from "./group-members";
import { attachmentField, digestOf, messageOf, type Findings } from "./mail";
import { announceAsked } from "./notices";
import { MOST_OPEN, type DeskParts, type Judged, type TenantSettings } from "./parts";
import { askingOf, hereOf, mailboxRef, policyOf, type Here } from "./people";
import { digestRefOf, fileRefOf, itemRefOf, lookupRefOf, newId } from "./refs";
import { filesIn } from "./rejections";
import { openRequestsOf, rejectedBefore } from "./search";
import { addUp } from "./summing";

/** Everything that was read and computed before the one transaction that asks. */
interface Prepared {
  readonly here: Here;
  readonly policy: Policy;
  readonly settings: TenantSettings;
  readonly mail: DraftMail;
  readonly bytes: readonly Uint8Array[];
  /** Those behind the groups of the mail, as far as they are known: they count beside it. */
  readonly members: DraftMail["recipients"];
  readonly judged: Judged;
  readonly digest: string;
  readonly files: readonly string[];
  readonly ask: Ask;
  readonly draft: string;
}

/**
 * Judges the stored bytes anew and asks for sign-off of exactly them. What the client claims to have
 * found is not even taken; how composing began can only add findings.
 */
export async function ask(
  parts: DeskParts,
  caller: Caller,
  draft: string,
  asked: Ask,
): Promise<AnswerOf<"request">> {
  const { storage } = parts;
  const settings = parts.settings(caller.tenant);
  if (settings === null) throw new Refused("identity/not-allowed");
  const read = await storage.read(caller.tenant, async (reading) => {
    const here = await hereOf(reading, caller, storage.clock());
    const own = await ownDraft(reading, here, draft);
    checkSender(here, own.mail);
    const bytes = await draftBytes(reading, own);
    return { here, mail: own.mail, bytes, policy: await policyOf(reading) };
  });
  const members = await groupMembers(parts.expand, caller.tenant, read.mail.recipients);
  const prepared = await prepare(parts, { ...read, members, settings, ask: asked, draft });
  const id = newId();
  const key = await storage.keys.make(caller.tenant, id, storage.clock());
  let isUsed = false;
  try {
    const detail = await storage.change(caller.tenant, async (work) => {
      const request = await askNow(parts, work, id, key, prepared);
      isUsed = request.id === id;
      return detailOf(work, request, await hereOf(work, caller, work.now));
    });
    await storage.keys.destroy(caller.tenant, draft);
    return detail;
  } finally {
    if (!isUsed) await storage.keys.destroy(caller.tenant, id);
  }
}

async function prepare(
  { judge, storage }: DeskParts,
  read: Omit<Prepared, "judged" | "digest" | "files">,
): Promise<Prepared> {
  const { here, mail, bytes, policy, settings, members } = read;
  const message = messageOf(mail, bytes);
  const now = storage.clock();
  const mailbox = normalAddress(mail.from.address) ?? "";
  const role = roleOf(here.directory, { requester: here.person.id, mailbox, poolFrom: now }, now);
  const judged = await judge({
    // Members of a group do not see each other's addresses.
    message: messageOf(withMembers(mail, members.map(unseen)), bytes),
    history: mail.history,
    role,
    policy,
    insideDomains: settings.insideDomains,
    tenant: settings.tenant,
    limits: BATCH_LIMITS,
    clock: storage.clock,
  });
  const { decision, report } = judged.judgement;
  const files = attachmentDigests(message, report);
  // Of the mail as it is: its group is one recipient there, whoever is in it later.
  const computed = canonicalDigest(message, settings.tenant, files);
  const digest = digestOf(computed);
  if (askable(decision, computed).state !== "askable" || digest === null)
    throw new Refused("approval/not-askable");
  return { ...read, judged, digest, files };
}

const unseen = (member: DraftMail["recipients"][number]) => ({ ...member, field: "bcc" as const });

async function askNow(
  parts: DeskParts,
  work: Work,
  id: string,
  key: Uint8Array,
  prepared: Prepared,
): Promise<StoredRequest> {
  const { mail, draft, digest } = prepared;
  const here = await hereOf(work, prepared.here.caller, work.now);
  await ownDraft(work, here, draft);
  const { serial } = await policyOf(work);
  if (serial !== prepared.policy.serial) throw new Refused("policy/stale");
  const open = await openRequestsOf(work, here.person.id);
  const sameItem = open.filter(({ itemRef }) => itemRef === itemRefOf(work, mail.item));
  const same = sameItem.find((each) => each.digestRef === digestRefOf(work, digest));
  await deleteDraft(work, draft);
  if (same !== undefined) return same;
  const before = prepared.settings.carryOver
    ? carriable(parts, work, here.directory, sameItem)
    : null;
  for (const each of sameItem) await supersede(work, each, here.person.id, id);
  const waiting = open.filter((each) => each.state === "requested" && !sameItem.includes(each));
  if (waiting.length >= MOST_OPEN) throw new Refused("approval/too-many-open");
  const { request, findings } = await newRequest(work, id, here, prepared, sameItem[0]?.id ?? null);
  checkReachable(work, here.directory, request);
  await store(work, key, request, prepared, findings);
  const saved = await saveRequest(work, request, {
    kind: "request-asked",
    actor: here.person.id,
    data: { others: request.others, outside: request.outside, files: request.files },
  });
  if (before !== null && (await carriesOver(work, here.directory, before, saved)))
    return carryOver(parts, work, here.directory, before, saved);
  await announceAsked(work, saved, deadlines(work, prepared));
  return saved;
}

const deadlines = (work: Work, { settings }: Prepared): Deadlines =>
  deadlinesOf(work.now, settings.hours, settings.patience);

async function newRequest(
  work: Work,
  id: string,
  here: Here,
  prepared: Prepared,
  supersedes: string | null,
): Promise<{ request: StoredRequest; findings: Findings }> {
  const { ask: asked, mail, judged, policy, settings, digest } = prepared;
  const { report, decision } = judged.judgement;
  const sender = here.person.id;
  const mailbox = normalAddress(mail.from.address) ?? "";
  const { poolFrom, expiresAt } = deadlines(work, prepared);
  const unit = unitOf(here.directory, { requester: sender, mailbox, poolFrom });
  if (unit === null) throw new Refused("approval/no-approver");
  const fileRefs = prepared.files.map((each) => fileRefOf(work, each));
  const known = withMembers(mail, prepared.members);
  const summed = await addUp(work, sender, id, known, judged, settings, policy);
  const others = Math.max(report.others, summed.others);
  const files = filesIn(mail, report.parts, fileRefs);
  const rejected = await rejectedBefore(work, digestRefOf(work, digest), files);
  const findings = await findingsOf(work, {
    ...prepared,
    sender,
    fileRefs,
    supersedes,
    summedOutside: summed.outside,
  });
  const lookupKey = encodeBase64url(lookupKeyOf(work.secrets, work.tenant));
  const request: StoredRequest = {
    id,
    version: 0,
    state: "requested",
    sender,
    unit: unit.id,
    askedAt: work.now,
    expiresAt,
    stateAt: work.now,
    eraseAt: null,
    urgent: asked.urgent,
    reason: asked.reason,
    verdict: decision.verdict,
    persons: report.persons,
    others: report.others,
    summedOthers: others,
    outside: decision.recipients.external,
    files: mail.attachments.length,
    rules: findings.decision.results.map(({ rule }) => rule),
    unusual: unusualOf(findings, rejected !== null),
    required: requirementOf(decision, policy, others),
    typedNumber: asksForNumber(policy, report.others),
    policySerial: policy.serial,
    poolFrom,
    mailboxRef: mailboxRef(work, mailbox),
    supersedes,
    rejected,
    itemRef: itemRefOf(work, mail.item),
    digestRef: digestRefOf(work, digest),
    fileRefs,
    lookupRef: lookupRefOf(work, lookupId(lookupKey, digest, mail.item)),
    decisions: [],
    ticket: null,
    release: null,
  };
  return { request, findings };
}

function checkReachable(work: Work, directory: Directory, request: StoredRequest): void {
  const asking = askingOf(work, directory, request);
  if (!isReachable(directory, asking, request.required, work.now))
    throw new Refused("approval/no-approver");
}

/** Exactly the bytes that the digest was computed over. */
async function store(
  work: Work,
  key: Uint8Array,
  request: StoredRequest,
  { mail, bytes, digest }: Prepared,
  findings: Findings,
): Promise<void> {
  const owner = request.id;
  const envelope = { digest, item: mail.item };
  await putJson(work, key, { owner, field: "envelope", digest: "" }, envelope);
  await putJson(work, key, { owner, field: "mail", digest }, mail);
  await putJson(work, key, { owner, field: "findings", digest }, findings);
  for (const [index, each] of bytes.entries())
    await putContent(work, key, { owner, field: attachmentField(index), digest }, each);
}
