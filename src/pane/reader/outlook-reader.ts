import type { Call } from "../../outlook/call";
import { readMail, readRequestHint } from "../../outlook/read-notice";
import type { SignIn } from "../sign-in/sign-in";
import { createReader, type Reader } from "./reader";

export interface OutlookReaderOptions {
  readonly call: Call;
  /** Of the service, without a slash at the end; empty where there is none. */
  readonly origin: string;
  readonly signIn: SignIn;
}

/** The reader over Outlook's own mail; client, live updates and screens come when they are needed. */
export function outlookReader({ call, origin, signIn }: OutlookReaderOptions): Reader {
  const loadDesk = async () => {
    const [{ createDesk }, { browserPorts }] = await Promise.all([
      import(/* webpackChunkName: "desk" */ "../../ui/sign-off/desk"),
      import(/* webpackChunkName: "desk" */ "../../ui/sign-off/browser-ports"),
    ]);
    const ask = async (fresh: boolean, request: string | null): Promise<boolean> => {
      if (!fresh) return (await signIn.interactive()).ok;
      // Outlook gives the token that it has: a fresh sign-in is to be had in the browser's page.
      const hash = request === null ? "" : `#${request}`;
      window.open(`${origin}/review${hash}`, "_blank", "noopener,noreferrer");
      return false;
    };
    return createDesk(browserPorts({ origin, token: () => signIn.silent(), signIn: ask }));
  };
  return createReader({
    readHint: () => readRequestHint(call, readMail()),
    loadDesk: origin === "" ? null : loadDesk,
  });
}
