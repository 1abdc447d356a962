import type { Message } from "../core/message";
import { htmlTokens } from "../text/html-tokens";
import { canonicalUrl, isUrlAttribute } from "./html-meaning";

/** The content id that a `cid:` address names (RFC 2392), null for any other address. */
export function contentIdOf(url: string): string | null {
  if (!/^cid:/i.test(url)) return null;
  return url
    .slice(4)
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * Indexes of the attachments that are images of the body: marked inline, and cited by `cid:`. What
 * is only marked inline is a file like any other.
 */
export function shownInBody(message: Message): ReadonlySet<number> {
  const shown = new Set<number>();
  if (!message.attachments.some((each) => each.inline)) return shown;
  const cited = citedContentIds(message.bodyHtml);
  message.attachments.forEach((attachment, index) => {
    if (attachment.inline && cited.has(attachment.contentId)) shown.add(index);
  });
  return shown;
}

function citedContentIds(html: string): Set<string> {
  const cited = new Set<string>();
  for (const token of htmlTokens(html)) {
    if (token.type !== "open") continue;
    for (const { name, value } of token.attributes) {
      const contentId = isUrlAttribute(name) ? contentIdOf(canonicalUrl(value)) : null;
      if (contentId) cited.add(contentId);
    }
  }
  return cited;
}
