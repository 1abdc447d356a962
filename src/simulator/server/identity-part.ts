import type { IncomingMessage } from "node:http";
import type { Part } from "./demo-server";
import { identityProvider, OUTLOOK_MOUNT, OUTLOOK_SESSION, SIGN_IN } from "./identity-provider";
import type { ProviderOptions } from "./identity-provider";
import { signInPage } from "./sign-in-page";

/** The provider at one of its doors, with its page of people to choose from. */
export function identityPart(options: ProviderOptions): Part {
  const { mount } = options;
  const provider = identityProvider(options);
  const answer = provider.callback();
  return {
    answers: (url) => url.startsWith(`${mount}/`),
    handle: (request, response) => {
      const url = request.url ?? "";
      if (url.startsWith(mount + SIGN_IN))
        return void signInPage(provider, request, response).catch(() => response.destroy());
      if (mount === OUTLOOK_MOUNT) forgetLast(request);
      // The provider learns from these two where it is mounted.
      Object.assign(request, { originalUrl: url, url: url.slice(mount.length) });
      void answer(request, response);
    },
    close: () => Promise.resolve(),
  };
}

/** The mail program's people change at a click: who signed in before is no matter. */
function forgetLast({ headers }: IncomingMessage): void {
  const cookies = (headers.cookie ?? "").split("; ");
  headers.cookie = cookies.filter((each) => !each.startsWith(OUTLOOK_SESSION)).join("; ");
}
