import { checkDirectory } from "../../approval/deciding/directory-check";
import { requirementOf } from "../../approval/deciding/requirement";
import { hasLeft, personById } from "../../approval/deciding/people";
import type { DirectoryDocument, PolicyDocument } from "../../api/people";
import type { Directory } from "../../core/directory";
import type { Policy } from "../../core/policy";
import { parsePolicy } from "../../policy/schema";
import { Refused } from "../refused";
import { publishDocument } from "../storage/documents";
import { checked, saveRequest, type StoredRequest } from "../storage/requests";
import type { Work } from "../storage/work";
import type { Caller } from "./desk";
import { end, stillAgreed } from "./ending";
import { contentOf } from "./mail";
import { announceDecided, announceEnded } from "./notices";
import type { DeskParts } from "./parts";
import { directoryOf, hereOf, isAdmin, policyOf } from "./people";
import { stopsMore } from "./redeciding";

export const directory = ({ storage }: DeskParts, caller: Caller): Promise<DirectoryDocument> =>
  storage.read(caller.tenant, async (reading) => {
    const here = await hereOf(reading, caller, storage.clock());
    isAdmin(here);
    return here.directory as DirectoryDocument;
  });

export const publishDirectory = (
  { storage }: DeskParts,
  caller: Caller,
  document: DirectoryDocument,
): Promise<DirectoryDocument> =>
  storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    isAdmin(here);
    return replaceDirectory(work, document, here.person.id);
  });

/** `document.version` is the one that was read; approvals that it takes the ground from are revoked. */
export async function replaceDirectory(
  work: Work,
  document: DirectoryDocument,
  actor: string,
): Promise<DirectoryDocument> {
  const before = await directoryOf(work);
  if (document.version !== before.version) throw new Refused("directory/stale");
  const next = { ...document, version: before.version + 1 };
  const [problem] = checkDirectory(next, work.now);
  if (problem !== undefined) throw new Refused("directory/invalid", { path: problem.path });
  await publishDocument(work, "directory", next.version, next, {
    kind: "directory-published",
    actor,
    data: { persons: next.persons.length, units: next.units.length },
  });
  const policy = await policyOf(work);
  await recheck(work, next, policy, policy);
  return next;
}

export const livePolicy = ({ storage }: DeskParts, caller: Caller): Promise<PolicyDocument> =>
  storage.read(caller.tenant, async (reading) => {
    isAdmin(await hereOf(reading, caller, storage.clock()));
    const policy = await policyOf(reading);
    return { serial: policy.serial, policy };
  });

export const publishPolicy = (
  { storage }: DeskParts,
  caller: Caller,
  document: PolicyDocument,
): Promise<PolicyDocument> =>
  storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    isAdmin(here);
    return replacePolicy(work, document, here.person.id);
  });

/** A policy under which some unit would have nobody to ask is refused, as such a directory is. */
export async function replacePolicy(
  work: Work,
  { serial, policy }: PolicyDocument,
  actor: string,
): Promise<PolicyDocument> {
  const before = await policyOf(work);
  if (serial !== before.serial) throw new Refused("policy/stale");
  const parsed = parsePolicy(policy);
  if ("error" in parsed) throw new Refused("policy/invalid", { path: parsed.error.path });
  const people = await directoryOf(work);
  const [problem] = checkDirectory(people, work.now);
  if (problem !== undefined) throw new Refused("policy/invalid", { path: problem.path });
  const next: Policy = { ...parsed.policy, serial: before.serial + 1 };
  await publishDocument(work, "policy", next.serial, next, {
    kind: "policy-published",
    actor,
    data: { serial: next.serial },
  });
  await recheck(work, people, before, next);
  return { serial: next.serial, policy: next };
}

/** What was approved under other rights or a weaker policy, and has not left, does not leave. */
async function recheck(
  work: Work,
  people: Directory,
  before: Policy,
  policy: Policy,
): Promise<void> {
  const rows = await work.trx
    .selectFrom("requests")
    .selectAll()
    .where("tenant_id", "=", work.tenant)
    .where("state", "in", ["requested", "approved"])
    .execute();
  for (const row of rows) {
    const request = await checked(work, row);
    const sender = personById(people, request.sender);
    const isGone = sender === null || hasLeft(sender, work.now);
    const isStopped =
      before.serial !== policy.serial && (await stopsMore(work, people, request, before, policy));
    if (request.state === "requested") {
      if (isGone) await announceEnded(work, await end(work, request, "withdraw", ""), "withdrawn");
      else if (isStopped) await askAnew(work, request);
      else await tighten(work, request, policy);
    } else if (isGone || isStopped || !(await stillEnough(work, people, request, policy))) {
      const revoked = await end(work, request, "revoke", "");
      await announceDecided(work, { ...revoked, ticket: null });
    }
  }
}

/** Its approvers would not see what is held against it now: the sender is told, and may ask again. */
async function askAnew(work: Work, request: StoredRequest): Promise<void> {
  const ended = await end(work, request, "expire", "");
  await announceDecided(work, { ...ended, ticket: null });
}

async function stillEnough(
  work: Work,
  people: Directory,
  request: StoredRequest,
  policy: Policy,
): Promise<boolean> {
  const required = await strictestRequirement(work, request, policy);
  return stillAgreed(work, people, { ...request, required }, work.now);
}

/** An open request never asks for less than the policy in force. */
async function tighten(work: Work, request: StoredRequest, policy: Policy): Promise<void> {
  const required = await strictestRequirement(work, request, policy);
  if (JSON.stringify(required) === JSON.stringify(request.required)) return;
  await saveRequest(work, { ...request, required }, { kind: "request-asked", actor: "" });
}

async function strictestRequirement(
  work: Work,
  request: StoredRequest,
  policy: Policy,
): Promise<StoredRequest["required"]> {
  const content = await contentOf(work, request);
  if (content === null) return request.required;
  const now = requirementOf(content.findings.decision, policy, request.summedOthers);
  const { managers, outsideUnit, privacyOfficer } = request.required;
  return {
    managers: managers === 2 ? 2 : now.managers,
    outsideUnit: outsideUnit || now.outsideUnit,
    privacyOfficer: privacyOfficer || now.privacyOfficer,
  };
}
