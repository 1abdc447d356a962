import { TOKEN_TYPES, type TokenCode } from "../../core/sign-off";
import { decodeBase64url, encodeBase64url } from "../../text/base64url";
import { encodeUtf8, textOfUtf8 } from "../../text/utf8";
import { exactly, text, type Claim } from "./claims";
import { isSigned } from "./ed25519";

export type TokenType = keyof typeof TOKEN_TYPES;

export type TokenRead<T> =
  | { readonly state: "valid"; readonly claims: T }
  | { readonly state: "refused"; readonly code: TokenCode };

/** The 32 bytes of the public key that may sign this type under this id, or null. */
export type FindKey = (kid: string) => Uint8Array | null;

/** The 64 bytes of an Ed25519 signature; a port, so that private keys stay in the service. */
export type Sign = (input: Uint8Array) => Uint8Array;

/** How far two clocks may be apart, in seconds. */
export const CLOCK_SKEW = 120;

export const refusedToken = (code: TokenCode): { state: "refused"; code: TokenCode } => ({
  state: "refused",
  code,
});

const header = exactly({ alg: text(), typ: text(), kid: text() });

/**
 * Reads a compact JWS (RFC 7515) signed by EdDSA (RFC 8037): nothing else, whatever its header says.
 * The claims are read after the signature holds, and only in the shape that we write them in.
 */
export function readToken<T>(
  token: string,
  type: TokenType,
  findKey: FindKey,
  claim: Claim<T>,
): TokenRead<T> {
  const parts = token.split(".");
  if (parts.length !== 3) return refusedToken("token/malformed");
  const [head, body, signed] = parts as [string, string, string];
  const said = header(jsonOf(head));
  if (said === null) return refusedToken("token/malformed");
  if (said.value.alg !== "EdDSA") return refusedToken("token/algorithm");
  if (said.value.typ !== TOKEN_TYPES[type]) return refusedToken("token/type");
  const signature = decodeBase64url(signed);
  if (signature === null) return refusedToken("token/malformed");
  const key = findKey(said.value.kid);
  if (key === null) return refusedToken("token/key");
  if (!isSigned(encodeUtf8(`${head}.${body}`), signature, key)) {
    return refusedToken("token/signature");
  }
  const claims = claim(jsonOf(body));
  return claims === null
    ? refusedToken("token/malformed")
    : { state: "valid", claims: claims.value };
}

/** Signs claims; what `readToken` would not take is never signed. */
export function signToken<T>(
  type: TokenType,
  kid: string,
  claim: Claim<T>,
  claims: T,
  sign: Sign,
): string {
  if (claim(JSON.parse(JSON.stringify(claims))) === null) {
    throw new Error(`These are no claims of ${TOKEN_TYPES[type]}.`);
  }
  const input = signingInput(type, kid, claims);
  return `${input}.${encodeBase64url(sign(encodeUtf8(input)))}`;
}

/** What is signed, in ASCII (RFC 7515 section 5.1). */
export const signingInput = (type: TokenType, kid: string, claims: unknown): string =>
  `${jsonPart({ alg: "EdDSA", typ: TOKEN_TYPES[type], kid })}.${jsonPart(claims)}`;

const jsonPart = (value: unknown): string => encodeBase64url(encodeUtf8(JSON.stringify(value)));

/** Undefined, which no claim takes, where it is not base64url of UTF-8 of JSON. */
function jsonOf(part: string): unknown {
  const bytes = decodeBase64url(part);
  const json = bytes === null ? null : textOfUtf8(bytes);
  if (json === null) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
