import type { DirectoryDocument, Me, PolicyDocument } from "../../api/people";
import type {
  Ask,
  Decision,
  DraftMail,
  DraftState,
  IssuedTicket,
  RequestDetail,
  RequestList,
  TextPage,
} from "../../api/requests";
import type { QueryOf } from "../../api/routes";
import type { OfflineRelease, Released, ReleaseAsk, SignedPolicy } from "../../api/send";

/** A verified access token: who asks. Rights are read from the directory, at each call. */
export interface Caller {
  readonly tenant: string;
  readonly oid: string;
  /** When this sign-in happened, in seconds; 0 where the token does not say. */
  readonly authTime: number;
}

/**
 * The sign-off desk: everything that may be asked of the service about mails, people and policy.
 * Every method throws `Refused` for what it does not do; what changes state is on record, in the
 * same transaction, before it returns.
 */
export interface Desk {
  me(caller: Caller): Promise<Me>;
  signedPolicy(caller: Caller, mailbox: string): Promise<SignedPolicy>;

  beginDraft(caller: Caller, mail: DraftMail): Promise<DraftState>;
  putAttachment(
    caller: Caller,
    draft: string,
    index: number,
    bytes: Uint8Array,
  ): Promise<DraftState>;
  ask(caller: Caller, draft: string, ask: Ask): Promise<RequestDetail>;

  list(caller: Caller, query: QueryOf<"requests">): Promise<RequestList>;
  detail(caller: Caller, id: string): Promise<RequestDetail>;
  text(caller: Caller, id: string, query: QueryOf<"requestText">): Promise<TextPage>;
  attachment(
    caller: Caller,
    id: string,
    index: number,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;

  decide(caller: Caller, id: string, decision: Decision): Promise<RequestDetail>;
  withdraw(caller: Caller, id: string): Promise<RequestDetail>;
  revoke(caller: Caller, id: string, comment: string): Promise<RequestDetail>;
  ticket(caller: Caller, id: string): Promise<IssuedTicket>;
  reopen(caller: Caller, id: string): Promise<IssuedTicket>;

  release(ask: ReleaseAsk): Promise<Released>;
  offlineRelease(told: OfflineRelease): Promise<void>;

  directory(caller: Caller): Promise<DirectoryDocument>;
  publishDirectory(caller: Caller, directory: DirectoryDocument): Promise<DirectoryDocument>;
  livePolicy(caller: Caller): Promise<PolicyDocument>;
  publishPolicy(caller: Caller, policy: PolicyDocument): Promise<PolicyDocument>;
}
