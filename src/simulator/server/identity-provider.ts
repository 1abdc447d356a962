import Provider, { interactionPolicy } from "oidc-provider";
import type { Configuration, JWK, KoaContextWithOIDC } from "oidc-provider";
import { DEMO_ISSUER, DEMO_TENANT } from "../../service/configuration/demo-marks";
import { oidOf } from "../seed/directory";
import { PEOPLE } from "../seed/people";
import type { DemoPerson } from "../seed/people";

import { OidcMemory } from "./oidc-memory";

/** Where the provider stands on the demo's origin; its issuer is marked as the demo's. */
export const OIDC_MOUNT = `/oidc${DEMO_ISSUER}`;
/**
 * The same provider for the simulated mail program. It has a door and cookies of its own: a browser
 * in which the program changes people must not change who is signed in to the review page.
 */
export const OUTLOOK_MOUNT = "/oidc/outlook";
const SESSION = "_session";
/** Begins the names of the cookies that hold the mail program's last sign-in. */
export const OUTLOOK_SESSION = `outlook${SESSION}`;
/** The add-in's and the review page's registration; access tokens are for it too. */
export const SERVICE_CLIENT = "00000000-0000-4000-8000-00000000c11e";
/** The simulated mail program, as Office has a registration of its own. */
export const OUTLOOK_CLIENT = "00000000-0000-4000-8000-000000000ff1";
/** Where the simulated mail program is sent back to. */
export const OUTLOOK_RETURN = "/outlook/signed-in";

/** The page that asks who it is, within each mount. */
export const SIGN_IN = "/sign-in/";

export const SERVICE_SCOPE = "access_as_user";
/** Seconds. */
const TOKEN_LIFE = 60 * 60;
const SIGN_IN_LIFE = 12 * 60 * 60;

/** The scope that a client asks for, in Entra's form; `origin` is the demo's. */
export const serviceScope = (origin: string): string => `${resourceOf(origin)}/${SERVICE_SCOPE}`;

const resourceOf = (origin: string): string => `api://${new URL(origin).host}/${SERVICE_CLIENT}`;

export interface ProviderOptions {
  readonly origin: string;
  readonly mount: typeof OIDC_MOUNT | typeof OUTLOOK_MOUNT;
  readonly signingKey: JWK;
  readonly cookieKey: string;
}

/** An OpenID provider that knows the demo's people and gives them tokens as Entra would. */
export function identityProvider(options: ProviderOptions): Provider {
  return new Provider(options.origin + OIDC_MOUNT, configuration(options));
}

const configuration = ({
  origin,
  mount,
  signingKey,
  cookieKey,
}: ProviderOptions): Configuration => ({
  adapter: OidcMemory,
  clients: [
    mount === OUTLOOK_MOUNT
      ? client(OUTLOOK_CLIENT, [origin + OUTLOOK_RETURN])
      : client(SERVICE_CLIENT, [`${origin}/review`]),
  ],
  jwks: { keys: [signingKey] },
  cookies: { keys: [cookieKey], names: cookieNames(mount === OUTLOOK_MOUNT ? "outlook" : "demo") },
  scopes: ["openid", "offline_access", "profile", "email"],
  pkce: { required: () => true },
  clientBasedCORS: (_, from) => from === origin,
  ttl: {
    AccessToken: TOKEN_LIFE,
    IdToken: TOKEN_LIFE,
    RefreshToken: SIGN_IN_LIFE,
    Session: SIGN_IN_LIFE,
    Grant: SIGN_IN_LIFE,
    Interaction: TOKEN_LIFE,
  },
  claims: { profile: ["name", "preferred_username", "oid", "tid"], email: ["email"] },
  conformIdTokenClaims: false,
  findAccount: (_, oid) => {
    const person = PEOPLE.find((each) => oidOf(each) === oid);
    return person && { accountId: oid, claims: () => ({ sub: oid, ...claimsOf(person) }) };
  },
  loadExistingGrant: (context) => agreed(context, origin),
  interactions: {
    policy: askingWho(),
    url: (_, { uid }) => `${mount}${SIGN_IN}${uid}`,
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resourceOf(origin),
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: serviceScope(origin),
        audience: SERVICE_CLIENT,
        accessTokenTTL: TOKEN_LIFE,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  },
  formats: { customizers: { jwt: (context, _, token) => likeEntra(context, token) } },
});

const client = (client_id: string, redirect_uris: string[]) => ({
  client_id,
  redirect_uris,
  token_endpoint_auth_method: "none" as const,
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code" as const],
});

const cookieNames = (prefix: string) => ({
  session: prefix + SESSION,
  interaction: `${prefix}_interaction`,
  resume: `${prefix}_resume`,
});

const claimsOf = (person: DemoPerson) => ({
  name: person.name,
  preferred_username: person.address,
  email: person.address,
  oid: oidOf(person),
  tid: DEMO_TENANT,
});

/**
 * A browser shows several people in the demo, so nobody is taken for the one who signed in last:
 * each sign-in that may ask does ask who it is.
 */
function askingWho(): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy.get("login")?.checks.add(
    new Check("who_is_it", "the demo asks each time", ({ oidc }) => {
      const isSilent = oidc.prompts.has("none");
      return !isSilent && !oidc.result?.["login"];
    }),
  );
  return policy;
}

/** Nobody is asked for consent, as in a company whose admin gave it. */
async function agreed({ oidc }: KoaContextWithOIDC, origin: string) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client?.clientId ?? "",
    accountId: oidc.session?.accountId ?? "",
  });
  grant.addOIDCScope("openid offline_access profile email");
  grant.addResourceScope(resourceOf(origin), serviceScope(origin));
  await grant.save();
  return grant;
}

interface TokenParts {
  header?: Record<string, unknown> | undefined;
  payload: Record<string, unknown>;
}

/** An access token of version 2.0 as Microsoft documents its claims. */
function likeEntra({ oidc }: KoaContextWithOIDC, token: TokenParts): void {
  const { iss, aud, sub, iat, exp, jti, client_id } = token.payload;
  const person = PEOPLE.find((each) => oidOf(each) === sub);
  const signedIn = oidc.entities.AuthorizationCode ?? oidc.entities.RefreshToken;
  token.header = { typ: "JWT" };
  token.payload = {
    ...{ iss, aud, sub, iat, nbf: iat, exp, uti: jti },
    ...(person && claimsOf(person)),
    azp: client_id,
    azpacr: "0",
    scp: SERVICE_SCOPE,
    ver: "2.0",
    ...(signedIn?.authTime === undefined ? {} : { auth_time: signedIn.authTime }),
  };
}
