import type { RequestDetail } from "../../src/api/requests";
import type { SignOffPorts } from "../../src/pane/sign-off/ports";
import { DIGEST } from "./fixtures";

export const requestDetail = (more: Partial<RequestDetail> = {}): RequestDetail => ({
  id: "A".repeat(22),
  state: "requested",
  sender: { id: "p-1", name: "山田 太郎" },
  unit: { id: "u-1", name: "港店" },
  askedAt: 0,
  expiresAt: 1,
  urgent: false,
  verdict: "sign-off",
  persons: 1,
  others: 1,
  outside: 1,
  files: 1,
  rules: [],
  unusual: [],
  required: { managers: 1, outsideUnit: false, privacyOfficer: false },
  decisions: [],
  mayDecide: false,
  typedNumber: false,
  supersedes: null,
  digest: DIGEST,
  from: { name: "", address: "" },
  subject: "",
  reason: "quotation",
  note: "",
  recipients: [],
  body: { status: "clean", persons: 0, others: 0, kinds: {}, findings: [], refusals: [] },
  attachments: [],
  results: [],
  changes: [],
  ticks: [],
  rejectedBefore: null,
  erased: false,
  ...more,
});

export const ME = {
  id: "p-1",
  name: "山田 太郎",
  unit: { id: "u-1", name: "港店" },
  addresses: [],
  role: "staff" as const,
  decides: false,
  admin: false,
  privacyOfficer: false,
};

/** Surroundings in which everything goes well and nothing was asked. */
export const signOffPorts = (more: Partial<SignOffPorts> = {}): SignOffPorts => ({
  connect: () => Promise.resolve({ state: "on", me: ME, isPolicyNew: false }),
  newest: () => Promise.resolve({ ok: true, value: null }),
  open: () => Promise.resolve({ ok: true, value: [] }),
  prepare: () => Promise.resolve({ ok: false, problem: "not-saved", names: [] }),
  handOver: () => Promise.resolve({ state: "cancelled" }),
  withdraw: () => Promise.resolve({ ok: false, code: "network", status: 0 }),
  reopen: () => Promise.resolve({ ok: false, code: "network", status: 0 }),
  takeTicket: () => Promise.resolve({ state: "not-stored" }),
  changedSince: () => Promise.resolve([]),
  live: () => ({ close: () => undefined }),
  ...more,
});
