import { htmlTokens, type HtmlAttribute, type HtmlToken } from "../text/html-tokens";

/**
 * Decides what of HTML reaches a reader's eye or mouse, as against style and layout. Specified in
 * docs/canonical-form.md, "Body"; a change here changes every digest.
 */

/** Elements that stand inside a word; every other element ends it. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q " +
    "rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);

/** Elements that run code, load documents, or are read in another way than they are written. */
const ACTIVE = new Set(
  (
    "animate animatemotion animatetransform applet embed foreignobject frame frameset iframe " +
    "noembed noframes object plaintext portal script set xmp"
  ).split(" "),
);

const URL_ATTRIBUTES = new Set(
  (
    "archive background cite classid codebase data dynsrc href icon imagesrcset longdesc lowsrc " +
    "manifest ping poster profile src srcset usemap"
  ).split(" "),
);

const TEXT_ATTRIBUTES = new Set(
  "alt aria-label label placeholder string summary title value".split(" "),
);

export const isInline = (element: string): boolean => INLINE.has(element);

/** `o:href` and `xlink:href` are links like `href`. */
const localName = (name: string): string => name.slice(name.lastIndexOf(":") + 1);

export const isUrlAttribute = (name: string): boolean => URL_ATTRIBUTES.has(localName(name));
export const isTextAttribute = (name: string): boolean => TEXT_ATTRIBUTES.has(localName(name));

/** Active content cannot be shown to a manager as it will be to the recipient. */
export function isActive(token: Extract<HtmlToken, { type: "open" }>): boolean {
  if (ACTIVE.has(localName(token.name))) return true;
  return token.attributes.some((attribute) => isActiveAttribute(token.name, attribute));
}

/** Comments for Outlook are markup to it; one within another is read in different ways. */
export function hasActiveContent(html: string, isConditional = false): boolean {
  for (const token of htmlTokens(html)) {
    if (token.type === "open" && isActive(token)) return true;
    const condition = token.type === "comment" ? /^\[if [^\]]*\]>/.exec(token.text) : null;
    if (condition === null || token.type !== "comment") continue;
    if (isConditional) return true;
    if (hasActiveContent(token.text.slice(condition[0].length), true)) return true;
  }
  return false;
}

function isActiveAttribute(element: string, { name, value }: HtmlAttribute): boolean {
  const local = localName(name);
  if (local.slice(0, 2) === "on" || local === "srcdoc") return true;
  if (local === "action" || local === "formaction") return true;
  if (element === "meta" && local === "http-equiv") return value.trim().toLowerCase() === "refresh";
  return (
    isUrlAttribute(name) && /^(javascript|vbscript|livescript|mocha):/i.test(canonicalUrl(value))
  );
}

/** A URL without what browsers leave out of it: control characters, and blanks at its ends. */
export function canonicalUrl(url: string): string {
  const plain = url.replace(/[^ -~\u0080-\uffff]+/g, "");
  let start = 0;
  let end = plain.length;
  while (start < end && plain.charCodeAt(start) === 0x20) start += 1;
  while (end > start && plain.charCodeAt(end - 1) === 0x20) end -= 1;
  return plain.slice(start, end);
}
