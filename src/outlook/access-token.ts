import { createCall, offers } from "./call";

/** Why there is no token; never with the client's own words. */
export type SignInProblem = "cancelled" | "unsupported" | "failed";

export type SignedIn =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly problem: SignInProblem };

const SILENT_MILLISECONDS = 10_000;
/** A person reads, types a password and answers a second factor. */
const DIALOG_MILLISECONDS = 5 * 60_000;

/** Microsoft's codes of `getAccessToken`. */
const PROBLEMS: Readonly<Record<string, SignInProblem>> = {
  "13002": "cancelled",
  "13000": "unsupported",
  "13012": "unsupported",
};

/** Whether MSAL may sign in through this client; cannot be asked for in the manifest. */
export function supportsNestedApp(): boolean {
  try {
    return Office.context.requirements.isSetSupported("NestedAppAuth", "1.1");
  } catch {
    return false;
  }
}

/**
 * The client's older way to a token of the add-in's own service. A queue of its own: a sign-in that
 * hangs must not hold up what else is asked of the client.
 */
export async function officeToken(mayAsk: boolean): Promise<SignedIn> {
  const options = { allowSignInPrompt: mayAsk, allowConsentPrompt: mayAsk };
  const milliseconds = mayAsk ? DIALOG_MILLISECONDS : SILENT_MILLISECONDS;
  const asked = await createCall()<string>(starter(options), milliseconds);
  if (asked.ok && typeof asked.value === "string" && asked.value !== "")
    return { ok: true, token: asked.value };
  if (asked.ok) return { ok: false, problem: "failed" };
  const isUnsupported = asked.code === "outlook/unsupported";
  return {
    ok: false,
    problem: isUnsupported ? "unsupported" : (PROBLEMS[asked.name ?? ""] ?? "failed"),
  };
}

type Starter = (done: (result: Office.AsyncResult<string>) => void) => void;

function starter(options: Office.AuthOptions): Starter | null {
  const auth = authOf();
  if (auth === null) return null;
  const answer = (done: Parameters<Starter>[0], result: object): void =>
    done(result as Office.AsyncResult<string>);
  return (done) =>
    void auth.getAccessToken(options).then(
      (value) => answer(done, { status: "succeeded", value }),
      (error: { code?: unknown }) =>
        answer(done, { status: "failed", error: { name: String(error?.code) } }),
    );
}

function authOf(): Office.Auth | null {
  try {
    return offers(Office.auth, "getAccessToken") ? Office.auth : null;
  } catch {
    return null;
  }
}
