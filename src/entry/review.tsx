import { createRoot } from "react-dom/client";
import { ReviewPage } from "../console/review/review-page";
import { createSession } from "../console/review/session";
import { languageOf } from "../locales/language";
import { signOffTexts } from "../locales/sign-off";
import { surroundings } from "../outlook/surroundings";
import { browserPorts } from "../ui/sign-off/browser-ports";
import { createDesk } from "../ui/sign-off/desk";

function start(): void {
  const { origin, authority, clientId, scope } = surroundings();
  const language = languageOf(navigator.language);
  document.documentElement.lang = language;
  document.title = signOffTexts[language].title;
  const redirectUri = location.origin + location.pathname;
  const session = createSession(
    { authority, clientId, scope, redirectUri },
    {
      url: new URL(location.href),
      storage: sessionStorage,
      go: (url) => location.assign(url),
      clean: (request) =>
        history.replaceState(null, "", location.pathname + (request === null ? "" : `#${request}`)),
    },
  );
  const service = origin === "" ? location.origin : origin;
  const ports = browserPorts({ origin: service, token: session.token, signIn: session.signIn });
  const desk = createDesk(ports);
  session.subscribe(() => {
    const state = session.state();
    if (state.phase === "signed-in") desk.start(state.request);
    else desk.stop();
  });
  // A link of a notice that is opened where this page stands already.
  addEventListener("hashchange", () => {
    const request = /^#([A-Za-z0-9_-]{22})$/.exec(location.hash)?.[1];
    if (request !== undefined && session.state().phase === "signed-in") desk.open(request);
  });
  const container = document.getElementById("review");
  if (container === null) return;
  createRoot(container).render(<ReviewPage language={language} session={session} desk={desk} />);
  session.start();
}

start();
