import type { ComposeItem } from "../../compose-item";
import { done, textOf } from "./call";
import type { CallTable } from "./call";

const TEXT = 0;

const withBreaks = (html: string): string => html.replace(/<(br|\/p|\/div|\/tr|\/li)\b/gi, "\n$&");

export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(withBreaks(html), "text/html");
  for (const each of page.querySelectorAll("script, style, title")) each.remove();
  return page.body.textContent.trim();
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\n": "<br>",
};

const asHtml = (data: unknown, coercion: unknown): string =>
  coercion === TEXT
    ? textOf(data).replace(/[&<>\n]/g, (sign) => ESCAPES[sign] ?? sign)
    : textOf(data);

/** Inside the body of a whole page, else at the start. */
function prepended(html: string, addition: string): string {
  const body = /<body\b[^>]*>/i.exec(html);
  const at = body ? body.index + body[0].length : 0;
  return html.slice(0, at) + addition + html.slice(at);
}

export const readBody = (html: string, coercion: unknown) =>
  done(coercion === TEXT ? plainText(html) : html);

/** Subject and body. */
export const contentCalls: CallTable<ComposeItem> = {
  14: () => done("html"),
  17: (item, params) => {
    item.subject = textOf(params["subject"]);
    return done();
  },
  18: (item) => done(item.subject),
  23: (item, params) => {
    item.html = prepended(item.html, asHtml(params["data"], params["coercionType"]));
    return done();
  },
  37: (item, params) => readBody(item.html, params["coercionType"]),
  38: (item, params) => {
    item.html = asHtml(params["data"], params["coercionType"]);
    return done();
  },
};
