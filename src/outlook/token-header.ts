import { decodeBase64url } from "../text/base64url";
import { textOfUtf8 } from "../text/utf8";

/**
 * The key id that a token names itself by; empty where it names none. There is one root, whatever
 * the company calls it: the id chooses nothing, the signature decides.
 */
export function keyIdOf(token: string): string {
  const bytes = decodeBase64url(token.split(".")[0] ?? "");
  const text = bytes === null ? null : textOfUtf8(bytes);
  try {
    const header = JSON.parse(text ?? "null") as { kid?: unknown } | null;
    return typeof header?.kid === "string" ? header.kid : "";
  } catch {
    return "";
  }
}
