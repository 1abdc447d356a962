import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteName } from "../../api/routes";
import type { VerifiedCaller } from "../identity/access-token";
import { Refused } from "../refused";
import { LINK_LIFE, linkKey, newLinkToken } from "./content-links";
import type { Parts } from "./parts";

/** One checked call; `caller` throws where the route asks nobody who they are. */
export interface Call<N extends RouteName> {
  readonly caller: () => VerifiedCaller;
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
}

export type Operations = {
  readonly [N in RouteName]: (call: Call<N>) => AnswerOf<N> | Promise<AnswerOf<N>>;
};

/** Bytes that the attachments of one mail may have together. */
const LARGEST_MAIL = 50 * 1024 * 1024;

/** What each route does: almost always one method of the desk. */
export function operations(parts: Parts): Operations {
  const { desk, clock, site, metrics } = parts;
  const seconds = () => Math.floor(clock() / 1000);
  return {
    me: ({ caller }) => desk.me(caller()),
    policy: ({ caller, query }) => desk.signedPolicy(caller(), query.mailbox),
    keys: () => ({ keys: site.addIn.keys, now: seconds() }),

    beginDraft({ caller, body }) {
      const bytes = body.attachments.reduce((sum, each) => sum + each.bytes, 0);
      if (bytes > LARGEST_MAIL) throw new Refused("api/too-large", { path: "/attachments" });
      return desk.beginDraft(caller(), body);
    },
    putAttachment: ({ caller, params, body }) =>
      desk.putAttachment(caller(), params.id, params.index, body),
    ask: ({ caller, params, body }) => desk.ask(caller(), params.id, body),

    requests: ({ caller, query }) => desk.list(caller(), query),
    request: ({ caller, params }) => desk.detail(caller(), params.id),
    requestText: ({ caller, params, query }) => desk.text(caller(), params.id, query),
    contentLink: ({ caller, params }) => contentLink(parts, caller(), params),

    decide: ({ caller, params, body }) => desk.decide(caller(), params.id, body),
    withdraw: ({ caller, params }) => desk.withdraw(caller(), params.id),
    revoke: ({ caller, params, body }) => desk.revoke(caller(), params.id, body.comment),
    ticket: ({ caller, params }) => desk.ticket(caller(), params.id),
    reopen: ({ caller, params }) => desk.reopen(caller(), params.id),

    release: ({ body }) => desk.release(body),
    async offlineRelease({ body }) {
      await desk.offlineRelease(body);
      return {};
    },
    sendEvent({ body }) {
      metrics.sendEvent(body);
      return {};
    },

    directory: ({ caller }) => desk.directory(caller()),
    publishDirectory: ({ caller, body }) => desk.publishDirectory(caller(), body),
    livePolicy: ({ caller }) => desk.livePolicy(caller()),
    publishPolicy: ({ caller, body }) => desk.publishPolicy(caller(), body),
  };
}

/** The right is read here, and again when the bytes are fetched; the fetch is what goes on record. */
async function contentLink(
  { desk, links, clock, site }: Parts,
  caller: VerifiedCaller,
  { id, index }: ParamsOf<"contentLink">,
): Promise<AnswerOf<"contentLink">> {
  const { attachments, erased } = await desk.detail(caller, id);
  if (erased || !attachments.some((each) => each.index === index))
    throw new Refused("api/not-found");
  const token = newLinkToken();
  const expiresAt = clock() + LINK_LIFE;
  const { tenant, oid, authTime } = caller;
  await links.put(
    linkKey(token),
    { caller: { tenant, oid, authTime }, request: id, index },
    expiresAt,
  );
  return { url: `${site.contentOrigin}/${token}`, expiresAt };
}
