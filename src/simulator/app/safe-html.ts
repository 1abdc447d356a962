import type { StoredFile } from "../model";
import { mediaType } from "./mail-file";

const PREVIEW_CHARS = 120;
const SHOWN_AS = "data-shown-cid";
const ACTIVE =
  "script, style, title, meta, link, base, iframe, frame, object, embed, form, svg, math";

const parsed = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, "text/html").body;

/** The beginning of a body as one line. */
export const plainPreview = (html: string): string => {
  const body = parsed(html.replace(/<(br|\/div|\/p)\b/gi, " $&").slice(0, 4000));
  for (const each of body.querySelectorAll(ACTIVE)) each.remove();
  return body.textContent.replace(/\s+/g, " ").trim().slice(0, PREVIEW_CHARS);
};

/** The body as nodes that can neither run nor load anything; pictures by `cid:` are shown. */
export function safeNodes(html: string, files: readonly StoredFile[]): Node[] {
  const body = parsed(html);
  for (const each of body.querySelectorAll(ACTIVE)) each.remove();
  for (const each of body.querySelectorAll("*")) makeSafe(each, files);
  return [...body.childNodes].map((node) => document.importNode(node, true));
}

function makeSafe(element: Element, files: readonly StoredFile[]): void {
  for (const { name, value } of [...element.attributes]) {
    const isScript = name.startsWith("on") || /^\s*(javascript|vbscript|data):/i.test(value);
    if (isScript) element.removeAttribute(name);
  }
  if (element instanceof HTMLAnchorElement) element.setAttribute("rel", "noreferrer noopener");
  if (element instanceof HTMLImageElement) showPicture(element, files);
}

function showPicture(image: HTMLImageElement, files: readonly StoredFile[]): void {
  const source = image.getAttribute("src") ?? "";
  const file = files.find(({ contentId }) => contentId && source === `cid:${contentId}`);
  if (!file) return;
  image.setAttribute(SHOWN_AS, source);
  image.src = `data:${mediaType(file.name)};base64,${file.contentBase64}`;
}

/** What was written, with pictures named by `cid:` again. */
export function writtenHtml(editor: HTMLElement): string {
  const copy = editor.cloneNode(true) as HTMLElement;
  for (const image of copy.querySelectorAll(`img[${SHOWN_AS}]`)) {
    image.setAttribute("src", image.getAttribute(SHOWN_AS) ?? "");
    image.removeAttribute(SHOWN_AS);
  }
  return copy.innerHTML;
}
