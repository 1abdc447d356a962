export interface ClientTokenOptions {
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: () => number;
}

/** An access token of this service itself (RFC 6749, 4.4), read again shortly before it ends. */
export interface ClientToken {
  get(): Promise<string>;
  /** The last one was refused. */
  forget(): void;
}

const TIMEOUT = 10_000;
const EARLIER = 60_000;

export class NoClientToken extends Error {
  override readonly name = "NoClientToken";

  constructor() {
    super("graph/token");
  }
}

export function clientToken(options: ClientTokenOptions): ClientToken {
  let kept: { readonly token: string; readonly until: number } | null = null;
  return {
    async get() {
      if (kept !== null && kept.until > options.clock()) return kept.token;
      const { token, seconds } = await ask(options);
      kept = { token, until: options.clock() + seconds * 1000 - EARLIER };
      return token;
    },
    forget() {
      kept = null;
    },
  };
}

async function ask(options: ClientTokenOptions): Promise<{ token: string; seconds: number }> {
  const { address, clientId, clientSecret, scope, fetch } = options;
  const response = await fetch(address, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT),
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    }),
  });
  const answer = (await response.json().catch(() => null)) as {
    access_token?: unknown;
    expires_in?: unknown;
  } | null;
  const { access_token: token, expires_in: seconds } = answer ?? {};
  if (!response.ok || typeof token !== "string" || typeof seconds !== "number")
    throw new NoClientToken();
  return { token, seconds };
}
