import { canonicalText } from "../approval/canonical-text";
import { isInline } from "../approval/html-meaning";
import { htmlTokens } from "../text/html-tokens";

/** The lines of a body as a reader sees them, without looks and empty lines. */
export function bodyLines(html: string): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let inStyle = false;
  const end = (): void => {
    const text = canonicalText(line.join(""));
    if (text !== "") lines.push(text);
    line = [];
  };
  for (const token of htmlTokens(html)) {
    if (token.type === "text" && !inStyle) line.push(token.text);
    if (token.type !== "open" && token.type !== "close") continue;
    inStyle = token.type === "open" && (token.name === "style" || token.name === "script");
    if (!isInline(token.name)) end();
  }
  end();
  return lines;
}
