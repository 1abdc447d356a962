import type { LookupId } from "../../core/sign-off";
import { decodeBase64url } from "../../text/base64url";
import { ByteWriter } from "../byte-writer";
import { DOMAIN_TAG } from "../canonical";
import { hexOfBytes } from "../hex";
import { hmacSha256 } from "./hmac";

/**
 * The name under which a release is asked for: only who holds the tenant's key and the very mail can
 * know it. `lookupKey` as in the policy's claims; `digest` in hex; each text is length-prefixed.
 */
export function lookupId(lookupKey: string, digest: string, item: string): LookupId {
  const key = decodeBase64url(lookupKey);
  if (key === null) throw new Error("The lookup key is not base64url.");
  const message = new ByteWriter().text(`${DOMAIN_TAG}/lookup`).text(digest).text(item).take();
  return hexOfBytes(hmacSha256(key, message));
}
