import type { GraphSettings } from "../configuration/notices";
import { clientToken } from "./client-token";
import { GRAPH, GraphClient } from "./graph-client";

export interface Outgoing {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: () => number;
}

/** Microsoft Graph with the service's own rights in one tenant. */
export const openGraph = (settings: GraphSettings, outgoing: Outgoing): GraphClient =>
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
