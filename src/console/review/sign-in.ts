import * as oauth from "oauth4webapi";

/** The application of this page at the authority: a public client, code with PKCE. */
export interface SignInSettings {
  readonly authority: string;
  readonly clientId: string;
  /** Of the service's own API. */
  readonly scope: string;
  readonly redirectUri: string;
}

export interface SignInPorts {
  /** Keeps what the way there and back needs, and no token. */
  readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

export interface Tokens {
  readonly access: string;
  /** Empty where the authority gave none. */
  readonly refresh: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** As the authority calls the person; empty where it does not say. */
  readonly name: string;
}

export interface Arrived {
  readonly tokens: Tokens;
  /** The request that the person was on the way to. */
  readonly request: string | null;
}

interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly request: string | null;
}

const KEY = "sekisho-sign-in";

/** The address to go to. `fresh`: whoever is known there has to show again that it is them. */
export async function leave(
  settings: SignInSettings,
  ports: SignInPorts,
  { fresh, request }: { readonly fresh: boolean; readonly request: string | null },
): Promise<string> {
  const server = await discover(settings);
  if (server.authorization_endpoint === undefined) throw new Error("no authorization endpoint");
  const journey: Journey = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    request,
  };
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    response_type: "code",
    scope: `openid profile ${settings.scope}`,
    code_challenge: await oauth.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: "S256",
    state: journey.state,
    nonce: journey.nonce,
    ...(fresh ? { prompt: "login", max_age: "0" } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  ports.storage.setItem(KEY, JSON.stringify(journey));
  return url.href;
}

/** Whether this address is the way back from the authority. */
export const isArrival = (url: URL): boolean =>
  url.searchParams.has("code") || url.searchParams.has("error");

/** The code becomes tokens. Throws where anything is not as it was when the person left. */
export async function arrive(
  settings: SignInSettings,
  ports: SignInPorts,
  url: URL,
): Promise<Arrived> {
  const journey = takeJourney(ports);
  const server = await discover(settings);
  const client = { client_id: settings.clientId };
  const code = oauth.validateAuthResponse(server, client, url, journey.state);
  const answered = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    code,
    settings.redirectUri,
    journey.verifier,
    optionsOf(settings),
  );
  const result = await oauth.processAuthorizationCodeResponse(server, client, answered, {
    expectedNonce: journey.nonce,
    requireIdToken: true,
  });
  return { tokens: tokensOf(result), request: journey.request };
}

/** New tokens without the person. Throws where the authority does not want that any more. */
export async function renew(settings: SignInSettings, old: Tokens): Promise<Tokens> {
  const server = await discover(settings);
  const client = { client_id: settings.clientId };
  const options = optionsOf(settings);
  const answered = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.None(),
    old.refresh,
    options,
  );
  const result = await oauth.processRefreshTokenResponse(server, client, answered);
  const fresh = tokensOf(result);
  return { ...fresh, refresh: fresh.refresh || old.refresh, name: fresh.name || old.name };
}

/** Where to end the session at the authority; null where it has no such place. */
export async function farewell(settings: SignInSettings): Promise<string | null> {
  const { end_session_endpoint: end } = await discover(settings);
  if (end === undefined) return null;
  const url = new URL(end);
  url.searchParams.set("client_id", settings.clientId);
  url.searchParams.set("post_logout_redirect_uri", settings.redirectUri);
  url.searchParams.set("state", SIGNED_OUT);
  return url.href;
}

export const SIGNED_OUT = "signed-out";

function takeJourney({ storage }: SignInPorts): Journey {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  const { state, nonce, verifier, request } = JSON.parse(text ?? "{}") as Partial<Journey>;
  if (!state || !nonce || !verifier) throw new Error("nobody left from here");
  return { state, nonce, verifier, request: typeof request === "string" ? request : null };
}

async function discover(settings: SignInSettings) {
  const issuer = issuerOf(settings.authority);
  const answered = await oauth.discoveryRequest(issuer, optionsOf(settings));
  return oauth.processDiscoveryResponse(issuer, answered);
}

/** Entra's authority is named without its version, its issuer with it. */
function issuerOf(authority: string): URL {
  const url = new URL(authority);
  const isEntra = url.hostname === "login.microsoftonline.com";
  if (isEntra && !/\/v2\.0\/?$/.test(url.pathname))
    url.pathname = `${url.pathname.replace(/\/$/, "")}/v2.0`;
  return url;
}

/** Without TLS only on this very machine: the demo. */
function optionsOf({ authority }: SignInSettings) {
  const { protocol, hostname } = new URL(authority);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  return {
    [oauth.allowInsecureRequests]: protocol === "http:" && isLocal,
    signal: () => AbortSignal.timeout(15_000),
  };
}

const DEFAULT_SECONDS = 300;

function tokensOf(result: oauth.TokenEndpointResponse): Tokens {
  const name = oauth.getValidatedIdTokenClaims(result)?.["name"];
  return {
    access: result.access_token,
    refresh: result.refresh_token ?? "",
    until: Date.now() + (result.expires_in ?? DEFAULT_SECONDS) * 1000,
    name: typeof name === "string" ? name : "",
  };
}
