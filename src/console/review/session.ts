import {
  arrive,
  farewell,
  isArrival,
  leave,
  renew,
  SIGNED_OUT,
  type SignInPorts,
  type SignInSettings,
  type Tokens,
} from "./sign-in";

export type SessionState =
  | { readonly phase: "signing-in" }
  | { readonly phase: "signed-in"; readonly name: string; readonly request: string | null }
  | { readonly phase: "signed-out" }
  | { readonly phase: "failed" }
  | { readonly phase: "not-configured" };

export interface SessionPorts extends SignInPorts {
  /** The address that was opened. */
  readonly url: URL;
  /** Leaves this page. */
  readonly go: (url: string) => void;
  /** Takes codes and the like out of the address, so that they are not kept in the history. */
  readonly clean: (request: string | null) => void;
}

/** Who is signed in on this page. Tokens are in memory only: closing it forgets them. */
export interface Session {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  /** A token that still holds, renewed where it can be; null: sign in again. */
  readonly token: () => Promise<string | null>;
  readonly signIn: (fresh: boolean, request: string | null) => Promise<boolean>;
  readonly signOut: () => void;
}

/** A token that ends within this time may end on its way. */
const SPARE = 30_000;
const REQUEST = /^#([A-Za-z0-9_-]{22})$/;

export function createSession(settings: SignInSettings, ports: SessionPorts): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { phase: "signing-in" };
  let tokens: Tokens | null = null;
  let renewing: Promise<Tokens | null> | null = null;

  const set = (next: SessionState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };

  /** False: the page is on its way elsewhere, or says that it could not go. */
  const signIn = async (fresh: boolean, request: string | null): Promise<boolean> => {
    try {
      ports.go(await leave(settings, ports, { fresh, request }));
    } catch {
      tokens = null;
      set({ phase: "failed" });
    }
    return false;
  };

  const finish = async (): Promise<void> => {
    try {
      const arrived = await arrive(settings, ports, ports.url);
      tokens = arrived.tokens;
      ports.clean(arrived.request);
      set({ phase: "signed-in", name: arrived.tokens.name, request: arrived.request });
    } catch {
      ports.clean(null);
      set({ phase: "failed" });
    }
  };

  const renewed = (old: Tokens): Promise<Tokens | null> =>
    (renewing ??= renew(settings, old)
      .catch(() => null)
      .finally(() => (renewing = null)));

  const signOut = async (): Promise<void> => {
    tokens = null;
    set({ phase: "signed-out" });
    const url = await farewell(settings).catch(() => null);
    if (url !== null) ports.go(url);
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => {
      const { url } = ports;
      if (settings.authority === "" || settings.clientId === "")
        return set({ phase: "not-configured" });
      if (isArrival(url)) return void finish();
      if (url.searchParams.get("state") === SIGNED_OUT) {
        ports.clean(null);
        return set({ phase: "signed-out" });
      }
      void signIn(false, REQUEST.exec(url.hash)?.[1] ?? null);
    },
    token: async () => {
      if (tokens === null || Date.now() < tokens.until - SPARE) return tokens?.access ?? null;
      tokens = tokens.refresh === "" ? null : await renewed(tokens);
      return tokens?.access ?? null;
    },
    signIn,
    signOut: () => void signOut(),
  };
}
