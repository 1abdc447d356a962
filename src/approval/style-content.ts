/**
 * Whether a style sheet brings addresses or text of its own before the reader; then it is covered
 * whole. Looks alone never are.
 */
export const carriesContent = (css: string): boolean =>
  /url\(|image-set\(|@import|(?:^|[^\w-])content[ \t\r\n\f]{0,8}:/i.test(
    unescapeCss(plainCss(css)),
  );

/** Escapes hide names from a plain search: `\75rl(…)` is `url(…)`. */
function unescapeCss(css: string): string {
  return css.replace(
    /\\(?:([0-9a-f]{1,6})[ \t\r\n\f]?|([^]))/gi,
    (_, hex?: string, sign?: string) => {
      if (hex === undefined) return sign || "";
      const point = parseInt(hex, 16);
      return point < 0x80 ? String.fromCharCode(point) : "\ufffd";
    },
  );
}

/** Comments may stand inside of what looks like one word to a reader of the sheet. */
function plainCss(css: string): string {
  const parts = css.split("/*");
  return parts.map((part, i) => (i === 0 ? part : part.slice(endOfComment(part)))).join("");
}

function endOfComment(part: string): number {
  const end = part.indexOf("*/");
  return end < 0 ? part.length : end + 2;
}
