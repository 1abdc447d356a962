import type { SignedIn } from "../../outlook/access-token";

/** One way to a token of the service. `mayAsk`: it may show a window, because the person clicked. */
export type TokenWay = (mayAsk: boolean) => Promise<SignedIn>;

export interface SignIn {
  /** Without a word to the person; null where that cannot be had. Never rejects. */
  silent(): Promise<string | null>;
  /** On the person's click only: a browser shows no window otherwise. */
  interactive(): Promise<SignedIn>;
}

/** Each in turn; the first that has a token stands. What the person called off is not asked again. */
export function createSignIn(ways: readonly TokenWay[]): SignIn {
  const ask = async (mayAsk: boolean): Promise<SignedIn> => {
    let last: SignedIn = { ok: false, problem: "unsupported" };
    for (const way of ways) {
      const outcome = await way(mayAsk);
      if (outcome.ok || outcome.problem === "cancelled") return outcome;
      if (outcome.problem !== "unsupported") last = outcome;
    }
    return last;
  };
  // Several calls of the service at once are one question to the client.
  let asking: Promise<SignedIn> | null = null;
  return {
    silent: async () => {
      asking ??= ask(false).finally(() => (asking = null));
      const outcome = await asking;
      return outcome.ok ? outcome.token : null;
    },
    interactive: () => ask(true),
  };
}
