import type { AnswerOf } from "../../api/routes";
import type { Reason, RequestDetail, RequestSummary, Unusual } from "../../api/requests";
import type { PartReport } from "../../core/report";
import { readJson } from "../storage/contents";
import { findRequest, type StoredRequest } from "../storage/requests";
import type { Reading } from "../storage/work";
import type { Caller } from "./desk";
import { contentOf, type Content } from "./mail";
import type { DeskParts } from "./parts";
import { mayRevoke } from "./may-revoke";
import { hereOf, mayDecide, personRef, unitRef, type Here } from "./people";
import { readable, recorded } from "./reading";
import { togetherOf } from "./together";
import { waitingOf } from "./waiting";

type Part = RequestDetail["body"];
type Decided = RequestSummary["decisions"][number];

/** One request with everything needed to judge it; a look by anyone but the sender is recorded. */
export async function detail(
  parts: DeskParts,
  caller: Caller,
  id: string,
): Promise<AnswerOf<"request">> {
  const { storage } = parts;
  const { shown, isSender } = await storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const here = await hereOf(reading, caller, now);
    const request = await readable(reading, here, id, now);
    const isSender = request.sender === here.person.id;
    return { shown: await detailOf(reading, request, here), isSender };
  });
  if (!isSender) await recorded(parts, caller, id, "view-recorded");
  return shown;
}

/** Counts, states and names of colleagues. */
export function summaryOf(
  reading: Reading,
  request: StoredRequest,
  here: Here,
  now: number,
): RequestSummary {
  const { directory, person } = here;
  const isOpen = request.state === "requested" && now < request.expiresAt;
  const hasDecided = request.decisions.some(({ by }) => by === person.id);
  const authority = mayDecide(reading, directory, request, person.id, now);
  const mayDecideNow = isOpen && !hasDecided && authority.state === "may-decide";
  const together = mayDecideNow ? togetherOf(reading, request, person.id) : null;
  return {
    id: request.id,
    state: request.state,
    sender: personRef(directory, request.sender),
    unit: unitRef(directory, request.unit),
    askedAt: request.askedAt,
    expiresAt: request.ticket?.endsAt ?? request.expiresAt,
    urgent: request.urgent,
    verdict: request.verdict,
    persons: request.persons,
    others: request.others,
    outside: request.outside,
    files: request.files,
    rules: [...request.rules],
    unusual: request.unusual as Unusual[],
    required: request.required,
    decisions: request.decisions.map(({ by, decision, at }) => ({
      by: personRef(directory, by),
      decision,
      comment: "",
      at,
    })),
    mayDecide: mayDecideNow,
    mayRevoke: request.state === "approved" && mayRevoke(here, request),
    ...(together === null ? {} : { together }),
    typedNumber: request.typedNumber,
    supersedes: request.supersedes,
  };
}

export async function detailOf(
  reading: Reading,
  request: StoredRequest,
  here: Here,
): Promise<RequestDetail> {
  const summary = summaryOf(reading, request, here, nowOf(reading));
  const content = await contentOf(reading, request);
  const rejectedBefore = await rejection(reading, request, here);
  if (content === null) return { ...summary, ...nothingLeft(request), rejectedBefore };
  const { mail, findings, digest } = content;
  return {
    ...summary,
    ...(await waitingOf(reading, request, here, nowOf(reading))),
    decisions: await withComments(reading, request, summary.decisions, content),
    digest,
    from: mail.from,
    subject: mail.subject,
    reason: request.reason as Reason,
    note: findings.note,
    recipients: findings.recipients,
    body: bodyOf(findings.report.parts),
    attachments: attachmentsOf(content),
    results: findings.decision.results.map(({ rule, verdict, facts, attachments, approvers }) => ({
      rule,
      verdict,
      facts: facts as RequestDetail["results"][number]["facts"],
      attachments: [...attachments],
      approvers,
    })),
    changes: findings.changes,
    ticks: [...findings.ticks],
    rejectedBefore,
    erased: false,
  };
}

/** For who may act on a request but not look into it: what a list says of it. */
export const withoutContent = (
  reading: Reading,
  request: StoredRequest,
  here: Here,
): RequestDetail => ({
  ...summaryOf(reading, request, here, nowOf(reading)),
  ...nothingLeft(request),
  rejectedBefore: null,
});

const nowOf = (reading: Reading & { now?: number }): number => reading.now ?? reading.clock();

const EMPTY_PART: Part = {
  status: "clean",
  persons: 0,
  others: 0,
  kinds: {},
  findings: [],
  refusals: [],
};

const nothingLeft = (request: StoredRequest) => ({
  digest: "0".repeat(64),
  from: { name: "", address: "" },
  subject: "",
  reason: request.reason as Reason,
  note: "",
  recipients: [],
  body: EMPTY_PART,
  attachments: [],
  results: [],
  changes: [],
  ticks: [],
  erased: true,
});

async function withComments(
  reading: Reading,
  request: StoredRequest,
  decisions: readonly Decided[],
  { key, digest }: Content,
): Promise<Decided[]> {
  const all: Decided[] = [];
  for (const [index, decided] of decisions.entries()) {
    const field = { owner: request.id, field: `comment/${index}`, digest };
    all.push({ ...decided, comment: (await readJson<string>(reading, key, field)) ?? "" });
  }
  return all;
}

/** Who rejected the same before, and why, as long as the reason is not erased. */
async function rejection(
  reading: Reading,
  { rejected }: StoredRequest,
  here: Here,
): Promise<Decided | null> {
  const request = rejected === null ? null : await findRequest(reading, rejected.request);
  if (request === null) return null;
  const { decisions } = summaryOf(reading, request, here, nowOf(reading));
  const content = await contentOf(reading, request);
  const told =
    content === null ? decisions : await withComments(reading, request, decisions, content);
  return told.find(({ decision }) => decision === "reject") ?? null;
}

const partOf = (part: PartReport | undefined): Part =>
  part === undefined
    ? EMPTY_PART
    : {
        status: part.status,
        persons: part.persons,
        others: part.others,
        kinds: part.kinds,
        findings: [...part.findings],
        refusals: [...part.refusals],
      };

/** Subject and body are one text to the reader; the subject's findings stand first. */
function bodyOf(parts: readonly PartReport[]): Part {
  const subject = partOf(parts.find(({ source }) => source.type === "subject"));
  const body = partOf(parts.find(({ source }) => source.type === "body"));
  return {
    ...body,
    status: body.status === "clean" ? subject.status : body.status,
    findings: [...subject.findings, ...body.findings],
    refusals: [...subject.refusals, ...body.refusals],
  };
}

function attachmentsOf({ mail, findings }: Content): RequestDetail["attachments"] {
  const { report, decision } = findings;
  const cameAlong = decision.results
    .filter(({ rule }) => rule === "came-along")
    .flatMap(({ attachments }) => attachments);
  return mail.attachments.map(({ name, bytes, inline }, index) => ({
    index,
    name,
    bytes,
    inline,
    cameAlong: cameAlong.includes(index),
    part: partOf(
      report.parts.find(({ source }) => source.type === "attachment" && source.index === index),
    ),
  }));
}
