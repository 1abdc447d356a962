import { Type, type Static } from "typebox";
import {
  Address,
  Count,
  Digest,
  FieldShape,
  Id,
  KindShape,
  Line,
  oneOf,
  PersonRef,
  RefusalShape,
  RuleIdShape,
  StateShape,
  strict,
  Time,
  VerdictShape,
} from "./shapes";

const MailboxShape = strict({ name: Line, address: Address });

/** How composing began, as the sender's client remembers it; it can only add findings. */
const HistoryShape = Type.Union([
  strict({ state: Type.Literal("unknown") }),
  strict({
    state: Type.Literal("known"),
    baseline: strict({
      nonce: Line,
      attachments: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 500 }),
      outside: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 3000 }),
      hadInside: Type.Boolean(),
      hadText: Type.Boolean(),
      lines: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 500 }),
    }),
  }),
]);

/** The mail itself, without the bytes of its attachments: content, never a digest or a finding. */
export const DraftMail = strict({
  sender: MailboxShape,
  from: MailboxShape,
  recipients: Type.Array(
    strict({ field: FieldShape, name: Line, address: Address, group: Type.Boolean() }),
    { maxItems: 3000 },
  ),
  subject: Type.String({ maxLength: 1000 }),
  bodyHtml: Type.String({ maxLength: 2_000_000 }),
  composeType: oneOf(["new", "reply", "forward", "unknown"]),
  attachments: Type.Array(
    strict({ name: Line, inline: Type.Boolean(), contentId: Line, bytes: Count }),
    { maxItems: 499 },
  ),
  history: HistoryShape,
  /** Nonce of the item that is being written: requests with the same one follow each other. */
  item: Type.String({ minLength: 1, maxLength: 100 }),
});
export type DraftMail = Static<typeof DraftMail>;

/** Indexes of the attachments whose bytes are still to come. */
export const DraftState = strict({ id: Id, missing: Type.Array(Count) });
export type DraftState = Static<typeof DraftState>;

export const REASONS = [
  "customer-asked",
  "contract",
  "quotation",
  "notice",
  "supplier",
  "authority",
  "other",
] as const;
export type Reason = (typeof REASONS)[number];

export const Ask = strict({
  reason: oneOf(REASONS),
  /** Free text, wanted from 10 others on and for "other". */
  note: Type.String({ maxLength: 500 }),
  urgent: Type.Boolean(),
});
export type Ask = Static<typeof Ask>;

const RequirementShape = strict({
  managers: Type.Union([Type.Literal(1), Type.Literal(2)]),
  outsideUnit: Type.Boolean(),
  privacyOfficer: Type.Boolean(),
});

/** What a manager should not overlook, the worst first. */
export const UNUSUAL = [
  "consumer-addresses",
  "came-along",
  "could-not-look",
  "first-time-recipient",
  "look-alike-domain",
  "rejected-before",
] as const;
export type Unusual = (typeof UNUSUAL)[number];

export const Decided = strict({
  by: PersonRef,
  decision: oneOf(["approve", "reject"]),
  comment: Type.String({ maxLength: 1000 }),
  at: Time,
});

const summary = {
  id: Id,
  state: StateShape,
  sender: PersonRef,
  unit: PersonRef,
  askedAt: Time,
  expiresAt: Time,
  urgent: Type.Boolean(),
  verdict: VerdictShape,
  persons: Count,
  others: Count,
  outside: Count,
  files: Count,
  rules: Type.Array(RuleIdShape),
  unusual: Type.Array(oneOf(UNUSUAL)),
  required: RequirementShape,
  decisions: Type.Array(Decided),
  /** Whether the reader may decide it now. */
  mayDecide: Type.Boolean(),
  /** Whether a decision has to repeat the number of others. */
  typedNumber: Type.Boolean(),
  /** The request that this one took the place of. */
  supersedes: Type.Union([Id, Type.Null()]),
  /**
   * Equal where the bytes of all files and the rules are: such may be decided in one go. Left out
   * where a request has to be decided by itself.
   */
  together: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** Whether the reader may take the approval back; left out where that is not told. */
  mayRevoke: Type.Optional(Type.Boolean()),
};

/** One line of a list: counts and names of colleagues, nothing of the mail. */
export const RequestSummary = strict(summary);
export type RequestSummary = Static<typeof RequestSummary>;

const PlaceShape = Type.Unknown();

const RecipientShape = strict({
  field: FieldShape,
  name: Line,
  address: Address,
  group: Type.Boolean(),
  standing: oneOf(["inside", "outside"]),
  domain: Type.Union([Type.String(), Type.Null()]),
  consumer: Type.Boolean(),
  couldNotLook: Type.Union([RefusalShape, Type.Null()]),
  firstTime: Type.Boolean(),
  /** The own or a frequent domain that this one could be mistaken for. */
  looksLike: Type.Union([Type.String(), Type.Null()]),
});

const FindingShape = strict({ kind: KindShape, place: PlaceShape, sample: Type.String() });

const PartShape = strict({
  status: oneOf(["clean", "found", "uninspectable"]),
  persons: Count,
  others: Count,
  kinds: Type.Record(Type.String(), Count),
  findings: Type.Array(FindingShape),
  refusals: Type.Array(strict({ code: RefusalShape, place: PlaceShape })),
});

const AttachmentShape = strict({
  index: Count,
  name: Line,
  bytes: Count,
  inline: Type.Boolean(),
  cameAlong: Type.Boolean(),
  part: PartShape,
});

const ResultShape = strict({
  rule: RuleIdShape,
  verdict: VerdictShape,
  facts: Type.Record(
    Type.String(),
    Type.Union([Type.Number(), Type.String(), Type.Array(Type.String())]),
  ),
  attachments: Type.Array(Count),
  approvers: Count,
});

/** What is different from the request that this one follows. */
const ChangeShape = strict({
  field: oneOf(["to", "cc", "bcc", "subject", "body", "attachments", "from"]),
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
});

/** Everything needed to judge it, rendered from what the service stored. */
export const RequestDetail = strict({
  ...summary,
  digest: Digest,
  from: MailboxShape,
  subject: Type.String(),
  reason: oneOf(REASONS),
  note: Type.String(),
  recipients: Type.Array(RecipientShape),
  body: PartShape,
  attachments: Type.Array(AttachmentShape),
  results: Type.Array(ResultShape),
  changes: Type.Array(ChangeShape),
  /** Outside domains, or whole addresses of consumer domains, that a decision has to tick. */
  ticks: Type.Array(Type.String()),
  /** Comment of the manager who rejected the same content or files before. */
  rejectedBefore: Type.Union([Decided, Type.Null()]),
  /** Those whom it lies before now and who have not decided; left out where that is not told. */
  waitsFor: Type.Optional(Type.Array(PersonRef)),
  /** What happens by itself while nobody decides, the next first. */
  reminders: Type.Optional(
    Type.Array(strict({ at: Time, to: oneOf(["manager", "deputy", "duty-pool"]) })),
  ),
  /** Content is erased; only counts are left. */
  erased: Type.Boolean(),
});
export type RequestDetail = Static<typeof RequestDetail>;

export const Decision = strict({
  decision: oneOf(["approve", "reject"]),
  /** The digest that was shown. */
  digest: Digest,
  /** Exactly the `ticks` of the detail; empty for a rejection. */
  ticks: Type.Array(Type.String({ maxLength: 400 }), { maxItems: 3000 }),
  comment: Type.String({ maxLength: 1000 }),
  /** The number of others, where `typedNumber` asks for it. */
  number: Type.Union([Count, Type.Null()]),
});
export type Decision = Static<typeof Decision>;

/** For the sender: the way out of Outlook, once approved. */
export const IssuedTicket = strict({
  state: StateShape,
  ticket: Type.Union([Type.String(), Type.Null()]),
});
export type IssuedTicket = Static<typeof IssuedTicket>;

/** Extracted text only, in lines with their place; `next` continues. */
export const TextPage = strict({
  lines: Type.Array(strict({ place: PlaceShape, text: Type.String() })),
  next: Type.Union([Count, Type.Null()]),
});
export type TextPage = Static<typeof TextPage>;

/** A one-use address (at most 60 s) of an attachment's bytes, on an origin without any rights. */
export const ContentLink = strict({ url: Type.String(), expiresAt: Time });
export type ContentLink = Static<typeof ContentLink>;

export const BOXES = ["mine", "to-decide", "decided"] as const;

export const ListQuery = strict({
  box: oneOf(BOXES),
  item: Type.Optional(Type.String({ maxLength: 100 })),
  after: Type.Optional(Id),
});

export const RequestList = strict({
  requests: Type.Array(RequestSummary),
  next: Type.Union([Id, Type.Null()]),
});
export type RequestList = Static<typeof RequestList>;
