import * as oauth from "oauth4webapi";
import { SignInError } from "../host/account";
import type { SignIn } from "../host/account";
import type { Person } from "../model";
import type { World } from "../world";

/** Seconds before its end at which a token is not handed out any more. */
const MARGIN = 60;

interface Token {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * The mail program's own sign-in: its people are signed in to it already, so the provider hears who
 * it is instead of asking (authorization code with PKCE, RFC 7636). Tokens stay in memory.
 */
export class OutlookSignIn {
  readonly #world: World;
  readonly #tokens = new Map<string, Token>();
  /** One after the other: they share the provider's cookies. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
  }

  signIn(person: Person): Promise<SignIn> {
    const asked = this.#last.then(() => this.#signIn(person));
    this.#last = asked;
    return asked;
  }

  async #signIn(person: Person): Promise<SignIn> {
    const kept = this.#tokens.get(person.id);
    if (kept && kept.until > Date.now() + MARGIN * 1000) return { accessToken: kept.accessToken };
    try {
      const token = await this.#newToken(person);
      this.#tokens.set(person.id, token);
      return { accessToken: token.accessToken };
    } catch (error) {
      const isRefused =
        error instanceof oauth.AuthorizationResponseError ||
        error instanceof oauth.ResponseBodyError;
      return { error: isRefused ? SignInError.invalidGrant : SignInError.noTokenFromHost };
    }
  }

  async #newToken(person: Person): Promise<Token> {
    const { issuer, door, clientId, returnTo } = this.#world;
    const server = { issuer, token_endpoint: `${door}/token` };
    const client = { client_id: clientId };
    const verifier = oauth.generateRandomCodeVerifier();
    const back = await this.#authorize(person, verifier);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      oauth.validateAuthResponse(server, client, back.parameters, back.state),
      returnTo,
      verifier,
    );
    const { access_token: accessToken, expires_in: seconds = 0 } =
      await oauth.processAuthorizationCodeResponse(server, client, answer);
    return { accessToken, until: Date.now() + seconds * 1000 };
  }

  async #authorize(person: Person, verifier: string) {
    const state = oauth.generateRandomState();
    const address = new URL(`${this.#world.door}/auth`);
    const parameters = {
      client_id: this.#world.clientId,
      redirect_uri: this.#world.returnTo,
      response_type: "code",
      scope: `openid ${this.#world.scope}`,
      login_hint: person.address,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    const answer = await fetch(address, { credentials: "same-origin" });
    return { parameters: new URL(answer.url), state };
  }
}
