import { grouped } from "../grouped";
import type { ChangeFacts, ChangedField, ExposureFacts, SignOffTexts } from "../sign-off";

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

function exposure({ others, outside, files, couldNotLook }: ExposureFacts): string {
  const to = `${grouped(outside)} outside`;
  if (others > 0) return `Data of ${counted(others, "person", "people")} → ${to}`;
  if (couldNotLook) return `Unreadable content → ${to}`;
  return files > 0 ? `${counted(files, "file", "files")} → ${to}` : `Message → ${to}`;
}

const FIELDS: Readonly<Record<ChangedField, string>> = {
  to: "To",
  cc: "Cc",
  bcc: "Bcc",
  subject: "Subject",
  body: "Text",
  attachments: "Attachments",
  from: "From",
};

const NAMED = 3;

function named(values: readonly string[]): string {
  const shown = values.slice(0, NAMED).map((each) => `“${each}”`);
  return values.length > NAMED
    ? `${shown.join(", ")} and ${values.length - NAMED} more`
    : shown.join(", ");
}

function change({ field, added, removed }: ChangeFacts): string {
  if (field === "subject" || field === "body") return `${FIELDS[field]} was rewritten`;
  const parts = [
    ...(added.length > 0 ? [`${added.length} added ${named(added)}`] : []),
    ...(removed.length > 0 ? [`${removed.length} removed ${named(removed)}`] : []),
  ];
  return `${FIELDS[field]}: ${parts.length > 0 ? parts.join("; ") : "changed"}`;
}

function waiting(minutes: number): string {
  if (minutes < 1) return "just now";
  if (minutes < 60) return `waiting ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? `waiting ${hours} h`
    : `waiting ${counted(Math.floor(hours / 24), "day", "days")}`;
}

export const signOffEn: SignOffTexts = {
  title: "Sekisho: sign-off",
  boxes: { "to-decide": "Waiting", decided: "Decided" },
  boxCount: (box, count) => `${box}: ${grouped(count)}`,
  nothing: {
    "to-decide": { title: "Nothing is waiting", text: "New requests appear here by themselves." },
    decided: { title: "Nothing has been decided yet", text: "Decided requests stay here." },
  },
  chooseOne: "Choose a request from the list.",
  loading: "Loading…",
  again: "Load again",
  moreRequests: "Load more",
  signIn: "Sign in",
  signOut: "Sign out",
  signingIn: "Signing in…",
  signedOut: { title: "You are signed out", text: "Sign in again to go on." },
  signInFailed: {
    title: "Signing in did not work",
    text: "Try again. If it goes on, tell your administrator.",
  },
  notConfigured: {
    title: "Sign-in is not set up",
    text: "This page cannot be used yet. Tell your administrator.",
  },
  notLive: "The connection to the service is lost. Connecting again by itself.",
  back: "Back to the list",

  exposure,
  unusual: {
    "consumer-addresses": "Private addresses",
    "came-along": "Content came along from an earlier mail",
    "could-not-look": "Something could not be looked into",
    "first-time-recipient": "First-time recipient",
    "look-alike-domain": "Look-alike domain",
    "rejected-before": "Rejected before",
  },
  urgent: "Urgent",
  waiting,
  by: (name, unit) => `${name} (${unit})`,
  states: {
    requested: "Waiting",
    approved: "Approved",
    rejected: "Rejected",
    withdrawn: "Withdrawn",
    superseded: "Replaced by a newer request",
    expired: "Expired",
    revoked: "Approval taken back",
    released: "Sent",
  },
  verdicts: { allow: "Fine", confirm: "Check", "sign-off": "Needs sign-off", block: "Stopped" },

  sender: "Sent by",
  sentAs: (mailbox) => `Shown as from: ${mailbox}`,
  asked: "Asked",
  expires: "Expires",
  reason: "Reason",
  reasons: {
    "customer-asked": "The customer asked for it",
    contract: "Contract or formalities",
    quotation: "Quotation",
    notice: "Notice to customers",
    supplier: "Work with a supplier",
    authority: "Filing with an authority",
    other: "Other",
  },
  note: "From the sender",

  changes: "Changed since the earlier request",
  askedAgain: "asked again after a change",
  openNewer: "Open the newer request",
  change,
  rejectedBefore: (by, at) => `Rejected before (${by}, ${at})`,
  rules: "Why sign-off is needed",

  recipients: "Recipients",
  outside: (count) => `${grouped(count)} outside`,
  inside: (count) => `${grouped(count)} inside`,
  tickAsk: "Tick each one that may get this message.",
  tickNote: "Private addresses are ticked one by one.",
  tickDomain: (domain, count) => `${domain} (${counted(count, "person", "people")}) may get it`,
  tickAddress: (address) => `${address} may get it`,
  unclear: "Nobody can say who these reach",
  consumer: "Private address",
  firstTime: "First time",
  group: "Group",
  punycode: "International domain",
  looksLike: (domain) => `Looks like ${domain}`,
  fields: { to: "To", cc: "Cc", bcc: "Bcc (others do not see it)" },
  more: (count) => `Show ${grouped(count)} more`,

  mail: "Message",
  subject: "Subject",
  noSubject: "(no subject)",
  body: "Text",
  masked: "Personal data is partly masked. If you reveal it, that is recorded.",
  reveal: "Reveal (recorded)",
  revealed: "Nothing is masked. That you looked was recorded.",
  moreText: "Show more",
  noText: "There is no text.",

  attachments: "Attachments",
  noAttachments: "No attachments.",
  statuses: {
    clean: "No personal data",
    found: "Personal data",
    uninspectable: "Could not be looked into",
  },
  persons: (count) => counted(count, "person", "people"),
  cameAlong: "Came along from an earlier mail",
  inline: "Image in the text",
  preview: "Show as text",
  previewNamed: (name) => `Show “${name}” as text`,
  open: "Open",
  openNamed: (name) => `Open “${name}” (new tab)`,
  openNote: "Opening is recorded. The link works once, within 60 seconds.",
  openReady: "Open in a new tab",
  samples: (count) => `Examples found (${grouped(count)}, partly masked)`,
  couldNotLook: (count) => `Could not be looked into (${grouped(count)})`,

  decisions: "Decisions so far",
  approvals: (done, needed) => `${done} of ${needed} approvals`,
  outsideUnit: "One of the approvers has to be from outside the sender’s unit.",
  privacyOfficer: "The privacy officer has to approve.",
  decided: {
    approve: (by, at) => `Approved by ${by} (${at})`,
    reject: (by, at) => `Rejected by ${by} (${at})`,
  },

  decide: "Decision",
  number: "How many people’s data is it? (type the number at the top)",
  comment: "Comment",
  commentNote: "Needed to reject. The sender gets to read it.",
  approve: "Approve",
  reject: "Reject",
  sending: "Recording…",
  missing: {
    ticks: (count) => `${counted(count, "recipient tick", "recipient ticks")} to go`,
    number: "the number of people",
    wrongNumber: "the number does not match",
    comment: "Say why you reject it.",
  },
  ready: "Ready to approve.",
  notYours: {
    title: "You cannot decide this request now",
    text: "A message that concerns yourself, one you have decided, or one of another unit is decided by another approver.",
  },
  done: {
    approved: (sender) => `Approved. ${sender} can send this message now.`,
    counted: (sender) => `Your approval is recorded. With one more, ${sender} can send it.`,
    rejected: (sender) => `Rejected. ${sender} gets your comment.`,
    revoked: (sender) =>
      `The approval is taken back. ${sender} is told, and has to ask again to send it.`,
  },
  together: {
    offer: (count) =>
      count === 1
        ? "One more request has the same files and reasons"
        : `${grouped(count)} more requests have the same files and reasons`,
    title: (count) => `Decide ${grouped(count)} together`,
    note: "The files and the reasons are the same. Check recipients and text of each one.",
    files: "Attached to all of them",
    numbered: (number, headline) => `${number}. ${headline}`,
    alone: "This request has changed and cannot be decided with the others. Open it from the list.",
    leaveOut: "Leave this one for later",
    showBody: "Show the text",
    single: "Decide one by one",
    none: "None is left to decide.",
    approve: (count) => `Approve ${grouped(count)}`,
    reject: (count) => `Reject ${grouped(count)}`,
    progress: (done, all) => `Recording… ${done} of ${all}`,
    results: "What became of them",
    answers: {
      approved: "Approved",
      counted: "Approval recorded (one more needed)",
      rejected: "Rejected",
    },
    refused: "Not decided",
    next: "Go on",
  },
  revoke: {
    start: "Take the approval back…",
    title: "Take this approval back?",
    text: (sender) =>
      `${sender} will not be able to send this message. A message that has left cannot be called back. An Outlook that cannot reach the service may still send it for a while after the approval.`,
    comment: "Why (kept in the record)",
    confirm: "Take it back",
    cancel: "Keep it",
  },
  conflict: (state, who) => (who === "" ? `State now: ${state}` : `State now: ${state} (${who})`),
  changedMeanwhile: "The request that is shown has changed its state.",
  erased: {
    title: "The content has been erased",
    text: "Its time is over: only counts and decisions are left.",
  },
  digest: "Fingerprint of this message",
  fromService: {
    title: "This is what the service holds",
    text: "The text of the mail beside it was not checked. Decide by what is shown here alone.",
  },
};
