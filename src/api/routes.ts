import { Type, type Static, type TSchema } from "typebox";
import { DirectoryDocument, Me, PolicyDocument } from "./people";
import {
  Ask,
  ContentLink,
  Decision,
  DraftMail,
  DraftState,
  IssuedTicket,
  ListQuery,
  RequestDetail,
  RequestList,
  TextPage,
} from "./requests";
import { KeySet, OfflineRelease, Released, ReleaseAsk, SendEvent, SignedPolicy } from "./send";
import { Address, Count, Id, strict } from "./shapes";

/** One operation of the service: what the server checks, the document says and the client types. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT";
  /** With `:name` for each of `params`. */
  readonly path: string;
  /** `bearer`: an access token of the tenant; `none`: nobody is asked who they are. */
  readonly auth: "bearer" | "none";
  readonly params?: TSchema;
  readonly query?: TSchema;
  /** "bytes" is `application/octet-stream`. */
  readonly body?: TSchema | "bytes";
  readonly answer: TSchema;
  readonly summary: string;
}

const ById = strict({ id: Id });
const ByIdAndIndex = strict({ id: Id, index: Count });
const Nothing = strict({});

export const routes = {
  me: { method: "GET", path: "/api/me", auth: "bearer", answer: Me, summary: "Who is signed in" },
  policy: {
    method: "GET",
    path: "/api/policy",
    auth: "bearer",
    query: strict({ mailbox: Address }),
    answer: SignedPolicy,
    summary: "The signed policy for one mailbox of the signed-in person",
  },
  keys: {
    method: "GET",
    path: "/api/keys",
    auth: "none",
    answer: KeySet,
    summary: "The key set, signed by the offline root",
  },
  beginDraft: {
    method: "POST",
    path: "/api/drafts",
    auth: "bearer",
    body: DraftMail,
    answer: DraftState,
    summary: "Begin handing over a mail for sign-off, without the bytes of its attachments",
  },
  putAttachment: {
    method: "PUT",
    path: "/api/drafts/:id/attachments/:index",
    auth: "bearer",
    params: ByIdAndIndex,
    body: "bytes",
    answer: DraftState,
    summary: "The bytes of one attachment",
  },
  ask: {
    method: "POST",
    path: "/api/drafts/:id/request",
    auth: "bearer",
    params: ById,
    body: Ask,
    answer: RequestDetail,
    summary: "Ask for sign-off of a mail that was handed over completely",
  },
  requests: {
    method: "GET",
    path: "/api/requests",
    auth: "bearer",
    query: ListQuery,
    answer: RequestList,
    summary: "Own requests, those to decide, or those decided",
  },
  request: {
    method: "GET",
    path: "/api/requests/:id",
    auth: "bearer",
    params: ById,
    answer: RequestDetail,
    summary: "One request with everything needed to judge it",
  },
  requestText: {
    method: "GET",
    path: "/api/requests/:id/text",
    auth: "bearer",
    params: ById,
    query: strict({
      /** "body", or the index of an attachment. */
      part: Type.Union([Type.Literal("body"), Count]),
      from: Type.Optional(Count),
      /** Shows what is masked otherwise; recorded. */
      reveal: Type.Optional(Type.Boolean()),
    }),
    answer: TextPage,
    summary: "Extracted text of the body or of an attachment, masked unless revealed",
  },
  contentLink: {
    method: "POST",
    path: "/api/requests/:id/attachments/:index/link",
    auth: "bearer",
    params: ByIdAndIndex,
    answer: ContentLink,
    summary: "A one-use address of an attachment's bytes; recorded",
  },
  decide: {
    method: "POST",
    path: "/api/requests/:id/decision",
    auth: "bearer",
    params: ById,
    body: Decision,
    answer: RequestDetail,
    summary: "Approve or reject exactly what was shown",
  },
  withdraw: {
    method: "POST",
    path: "/api/requests/:id/withdraw",
    auth: "bearer",
    params: ById,
    body: Nothing,
    answer: RequestDetail,
    summary: "The sender takes a request back",
  },
  revoke: {
    method: "POST",
    path: "/api/requests/:id/revoke",
    auth: "bearer",
    params: ById,
    body: strict({ comment: Type.String({ maxLength: 1000 }) }),
    answer: RequestDetail,
    summary: "Take an approval back that was not used yet",
  },
  ticket: {
    method: "GET",
    path: "/api/requests/:id/ticket",
    auth: "bearer",
    params: ById,
    answer: IssuedTicket,
    summary: "The ticket of an approved request, for its sender",
  },
  release: {
    method: "POST",
    path: "/api/releases",
    auth: "none",
    body: ReleaseAsk,
    answer: Released,
    summary: "Spend a ticket at Send",
  },
  offlineRelease: {
    method: "POST",
    path: "/api/releases/offline",
    auth: "none",
    body: OfflineRelease,
    answer: Nothing,
    summary: "Tell of a ticket that was used while the service could not be reached",
  },
  reopen: {
    method: "POST",
    path: "/api/requests/:id/reopen",
    auth: "bearer",
    params: ById,
    body: Nothing,
    answer: IssuedTicket,
    summary:
      "The sender says that a released mail did not leave: it may be sent from another window",
  },
  sendEvent: {
    method: "POST",
    path: "/api/events",
    auth: "none",
    body: SendEvent,
    answer: Nothing,
    summary: "What happened at Send, in counts",
  },
  directory: {
    method: "GET",
    path: "/api/directory",
    auth: "bearer",
    answer: DirectoryDocument,
    summary: "The directory, for admins",
  },
  publishDirectory: {
    method: "PUT",
    path: "/api/directory",
    auth: "bearer",
    body: DirectoryDocument,
    answer: DirectoryDocument,
    summary: "Replace the directory that was read",
  },
  livePolicy: {
    method: "GET",
    path: "/api/policy/live",
    auth: "bearer",
    answer: PolicyDocument,
    summary: "The policy in force, for admins",
  },
  publishPolicy: {
    method: "PUT",
    path: "/api/policy/live",
    auth: "bearer",
    body: PolicyDocument,
    answer: PolicyDocument,
    summary: "Publish the next policy",
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

type Of<T> = T extends TSchema ? Static<T> : undefined;
type At<N extends RouteName, K extends string> =
  (typeof routes)[N] extends Record<K, infer S>
    ? S extends "bytes"
      ? Uint8Array
      : Of<S>
    : undefined;

export type ParamsOf<N extends RouteName> = At<N, "params">;
export type QueryOf<N extends RouteName> = At<N, "query">;
export type BodyOf<N extends RouteName> = At<N, "body">;
export type AnswerOf<N extends RouteName> = At<N, "answer">;

/** Live updates: `GET`, `text/event-stream`, bearer; each event's data is a `LiveEvent`. */
export const LIVE_PATH = "/api/live";
export const LiveEvent = strict({ changed: Id });
export type LiveEvent = Static<typeof LiveEvent>;
