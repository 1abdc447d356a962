import type { IPublicClientApplication } from "@azure/msal-browser";
import type { SignedIn } from "../../outlook/access-token";
import type { TokenWay } from "./sign-in";

export interface NestedAppSettings {
  /** `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  readonly clientId: string;
  /** Of the service's own API: a token for anything else would be of no use to it. */
  readonly scope: string;
}

/** The part of MSAL that is used; 88 KB, so it is loaded when the first token is asked for. */
export type LoadMsal = () => Promise<{
  createNestablePublicClientApplication(configuration: {
    auth: { clientId: string; authority: string };
  }): Promise<Pick<IPublicClientApplication, "acquireTokenSilent" | "acquireTokenPopup">>;
}>;

/** Signs in through Outlook itself (nested app authentication). */
export function nestedApp(settings: NestedAppSettings, load: LoadMsal): TokenWay {
  const { authority, clientId, scope } = settings;
  const request = { scopes: [scope] };
  const create = async () =>
    (await load()).createNestablePublicClientApplication({ auth: { clientId, authority } });
  let app: ReturnType<typeof create> | null = null;
  return async (mayAsk) => {
    try {
      app ??= create();
      const client = await app;
      const silent = await client.acquireTokenSilent(request).catch(() => null);
      if (silent !== null) return signedIn(silent.accessToken);
      if (!mayAsk) return { ok: false, problem: "failed" };
      return signedIn((await client.acquireTokenPopup(request)).accessToken);
    } catch (error) {
      if (!mayAsk) app = null;
      return { ok: false, problem: isCancelled(error) ? "cancelled" : "failed" };
    }
  };
}

const signedIn = (token: string): SignedIn =>
  token === "" ? { ok: false, problem: "failed" } : { ok: true, token };

/** MSAL's and the broker's own code for a window that was closed. */
const isCancelled = (error: unknown): boolean =>
  ["user_cancelled", "access_denied"].includes(
    String((error as { errorCode?: unknown } | null)?.errorCode),
  );
