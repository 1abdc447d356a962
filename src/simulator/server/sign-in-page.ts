import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { languageOf } from "../../locales/language";
import type { Language } from "../../locales/language";
import { simulatorTexts } from "../../locales/simulator";
import { escapeHtml } from "../../text/escape-html";
import { oidOf } from "../seed/directory";
import { PEOPLE } from "../seed/people";
import type { DemoPerson } from "../seed/people";
import { OUTLOOK_CLIENT } from "./identity-provider";

const FORM_BYTES = 4096;
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

/** Whom the demo's visitor wants to be: asked on a page, or known from the mail program's hint. */
export async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOf(request.headers["accept-language"]);
  const asked = await provider.interactionDetails(request, response).catch(() => null);
  if (!asked) return show(response, 400, expiredPage(language));
  const { client_id: clientId, login_hint: hint } = asked.params;
  const chosen =
    request.method === "POST"
      ? personOf(new URLSearchParams(await formOf(request)).get("person"))
      : clientId === OUTLOOK_CLIENT && PEOPLE.find(({ address }) => address === hint);
  if (!chosen) return show(response, 200, choosingPage(language));
  const login = { accountId: oidOf(chosen) };
  await provider.interactionFinished(
    request,
    response,
    { login },
    { mergeWithLastSubmission: false },
  );
}

const personOf = (id: string | null): DemoPerson | undefined =>
  PEOPLE.find((each) => each.id === id);

async function formOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > FORM_BYTES) return "";
  }
  return text;
}

function show(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, HEADERS).end(page);
}

const STYLE = `
  body { margin: 0; font: 16px/1.6 "Segoe UI", "Yu Gothic UI", "Hiragino Sans", "BIZ UDPGothic", sans-serif;
    background: #f5f5f5; color: #242424; }
  main { max-width: 440px; margin: 6vh auto; padding: 28px; background: #fff; border-radius: 8px; }
  h1 { font-size: 22px; margin: 0 0 8px; }
  p { margin: 0 0 16px; }
  button { display: block; width: 100%; margin: 0 0 8px; padding: 10px 14px; text-align: start; font: inherit;
    border: 1px solid #d1d1d1; border-radius: 6px; background: #fff; cursor: pointer; color: inherit; }
  button:hover { background: #f0f4ff; }
  small { display: block; color: #616161; }
  @media (prefers-color-scheme: dark) {
    body { background: #1f1f1f; color: #fff; } main, button { background: #292929; }
    button:hover { background: #3d3d3d; } small { color: #c0c0c0; } button { border-color: #666; }
  }`;

const pageOf = (language: Language, content: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${simulatorTexts[language].signIn.title}</title><style>${STYLE}</style>` +
  `<main><h1>${simulatorTexts[language].signIn.title}</h1>${content}</main></html>`;

function choosingPage(language: Language): string {
  const { signIn, people } = simulatorTexts[language];
  const buttons = PEOPLE.map(
    ({ id, name }) =>
      `<button name="person" value="${id}">${escapeHtml(name)}<small>${escapeHtml(people[id])}</small></button>`,
  );
  return pageOf(
    language,
    `<p>${escapeHtml(signIn.onlyDemo)}</p><p>${escapeHtml(signIn.choose)}</p>` +
      `<form method="post">${buttons.join("")}</form>`,
  );
}

const expiredPage = (language: Language): string =>
  pageOf(language, `<p>${escapeHtml(simulatorTexts[language].signIn.expired)}</p>`);
