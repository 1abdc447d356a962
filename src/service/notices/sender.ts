import { clientToken } from "../directory/client-token";
import { GRAPH, GraphClient } from "../directory/graph-client";
import type { GraphSettings, NoticeSettings } from "../configuration/notices";
import { graphSender } from "./graph-mail";
import type { NoticeSender } from "./mail";
import { smtpSender } from "./smtp";

export interface Outgoing {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: () => number;
}

/** How notices go out, or null where nobody set it up: they wait. */
export function noticeSender(
  { mail, graph }: NoticeSettings,
  outgoing: Outgoing,
): NoticeSender | null {
  if (mail === null) return null;
  if (mail.kind === "smtp")
    return smtpSender({
      settings: mail,
      token: ({ tokenAddress: address, ...oauth }) =>
        clientToken({ address, ...oauth, ...outgoing }),
    });
  return graph === null ? null : graphSender(graphClient(graph, outgoing), mail.from);
}

export const graphClient = (settings: GraphSettings, outgoing: Outgoing): GraphClient =>
  new GraphClient({
    base: GRAPH,
    fetch: outgoing.fetch,
    token: clientToken({
      address: `https://login.microsoftonline.com/${settings.tenant}/oauth2/v2.0/token`,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scope: "https://graph.microsoft.com/.default",
      ...outgoing,
    }),
  });
