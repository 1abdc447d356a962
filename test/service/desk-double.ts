import type { RequestDetail } from "../../src/api/requests";
import type { Caller, Desk } from "../../src/service/desk/desk";
import { Refused } from "../../src/service/refused";

export const STAFF = "aaaaaaaa-0000-4000-8000-000000000001";
export const MANAGER = "aaaaaaaa-0000-4000-8000-000000000002";
export const ADMIN = "aaaaaaaa-0000-4000-8000-000000000003";

export const REQUEST_ID = "AAAAAAAAAAAAAAAAAAAAAA";
export const DIGEST = "ab".repeat(32);

/** Stands in every text of the mail: found anywhere outside the answers, it has leaked. */
export const MARK = "MARK山田太郎0312345678";

const me = (oid: string) => ({
  id: oid,
  name: `${MARK} name`,
  unit: { id: "store-1", name: "世田谷店" },
  addresses: ["person@sakura-motors.example"],
  role: oid === MANAGER ? ("manager" as const) : ("staff" as const),
  decides: oid === MANAGER,
  admin: oid === ADMIN,
  privacyOfficer: false,
});

export const detail: RequestDetail = {
  id: REQUEST_ID,
  state: "requested",
  sender: { id: STAFF, name: "佐々木" },
  unit: { id: "store-1", name: "世田谷店" },
  askedAt: 1,
  expiresAt: 2,
  urgent: false,
  verdict: "sign-off",
  persons: 3,
  others: 3,
  outside: 1,
  files: 1,
  rules: [],
  unusual: [],
  required: { managers: 1, outsideUnit: false, privacyOfficer: false },
  decisions: [],
  mayDecide: true,
  typedNumber: false,
  supersedes: null,
  digest: DIGEST,
  from: { name: "佐々木", address: "sasaki@sakura-motors.example" },
  subject: `${MARK} subject`,
  reason: "quotation",
  note: `${MARK} note`,
  recipients: [],
  body: { status: "clean", persons: 0, others: 0, kinds: {}, findings: [], refusals: [] },
  attachments: [
    {
      index: 0,
      name: `${MARK}.pdf`,
      bytes: 3,
      inline: false,
      cameAlong: false,
      part: { status: "clean", persons: 0, others: 0, kinds: {}, findings: [], refusals: [] },
    },
  ],
  results: [],
  changes: [],
  ticks: [],
  rejectedBefore: null,
  erased: false,
};

export interface AskedOf {
  readonly method: keyof Desk;
  readonly given: readonly unknown[];
}

/** A desk that answers each call at once and remembers it; a test replaces single methods. */
export class DeskDouble implements Desk {
  readonly asked: AskedOf[] = [];
  /** Whose role was taken away. */
  readonly gone = new Set<string>();
  file: { name: string; bytes: Uint8Array } = {
    name: `${MARK}.pdf`,
    bytes: new Uint8Array([1, 2, 3]),
  };
  /** Thrown by the next call. */
  fails: Error | null = null;

  private note<T>(method: keyof Desk, given: readonly unknown[], answer: T): Promise<T> {
    this.asked.push({ method, given });
    const { fails } = this;
    this.fails = null;
    return fails ? Promise.reject(fails) : Promise.resolve(answer);
  }

  me = (caller: Caller) =>
    this.gone.has(caller.oid)
      ? Promise.reject(new Refused("identity/unknown-person"))
      : this.note("me", [caller], me(caller.oid));
  signedPolicy = (caller: Caller, mailbox: string) =>
    this.note("signedPolicy", [caller, mailbox], { policy: "p", keys: "k", now: 1 });
  beginDraft = (...given: Parameters<Desk["beginDraft"]>) =>
    this.note("beginDraft", given, { id: REQUEST_ID, missing: [0] });
  putAttachment = (...given: Parameters<Desk["putAttachment"]>) =>
    this.note("putAttachment", given, { id: REQUEST_ID, missing: [] });
  ask = (...given: Parameters<Desk["ask"]>) => this.note("ask", given, detail);
  list = (...given: Parameters<Desk["list"]>) =>
    this.note("list", given, { requests: [], next: null });
  detail = (...given: Parameters<Desk["detail"]>) => this.note("detail", given, detail);
  text = (...given: Parameters<Desk["text"]>) =>
    this.note("text", given, { lines: [{ place: {}, text: MARK }], next: null });
  attachment = (...given: Parameters<Desk["attachment"]>) =>
    this.note("attachment", given, this.file);
  decide = (...given: Parameters<Desk["decide"]>) => this.note("decide", given, detail);
  withdraw = (...given: Parameters<Desk["withdraw"]>) => this.note("withdraw", given, detail);
  revoke = (...given: Parameters<Desk["revoke"]>) => this.note("revoke", given, detail);
  ticket = (...given: Parameters<Desk["ticket"]>) =>
    this.note("ticket", given, { state: "approved" as const, ticket: "t" });
  reopen = (...given: Parameters<Desk["reopen"]>) =>
    this.note("reopen", given, { state: "approved" as const, ticket: "t" });
  release = (...given: Parameters<Desk["release"]>) =>
    this.note("release", given, { ticket: "t", now: 1 });
  offlineRelease = (...given: Parameters<Desk["offlineRelease"]>) =>
    this.note("offlineRelease", given, undefined);
  directory = (...given: Parameters<Desk["directory"]>) =>
    this.note("directory", given, {
      version: 1,
      units: [],
      persons: [],
      mailboxes: [],
      dutyPool: [],
    });
  publishDirectory = (...given: Parameters<Desk["publishDirectory"]>) =>
    this.note("publishDirectory", given, given[1]);
  livePolicy = (...given: Parameters<Desk["livePolicy"]>) =>
    this.note("livePolicy", given, { serial: 1, policy: {} });
  publishPolicy = (...given: Parameters<Desk["publishPolicy"]>) =>
    this.note("publishPolicy", given, given[1]);
}
