import { isDemoId } from "./demo-marks";
import { secretOf } from "./storage";
import type { Settings } from "./settings";

export interface KeySettings {
  /** Base64url of the offline root's public key. */
  readonly rootKey: string;
  /** The signed key set (compact JWS). */
  readonly keySet: string;
  /** Private keys of ticket, policy and receipt, as `sekisho keys init` writes them. */
  readonly signingKeys: unknown;
}

/** `kid` of each key in a file of private keys or a key set's claims; whatever else is there. */
const kidsOf = (value: unknown): readonly string[] => {
  const { keys } = (value ?? {}) as { keys?: unknown };
  const list = Array.isArray(keys) ? (keys as unknown[]) : [];
  return list.flatMap((each) => {
    const { kid } = (each ?? {}) as { kid?: unknown };
    return typeof kid === "string" ? [kid] : [];
  });
};

export function readKeys(settings: Settings): KeySettings | null {
  const rootKey = settings.required(
    "SEKISHO_ROOT_KEY",
    (text) => (secretOf(text) === null ? null : text),
    "not-key",
  );
  const keySet = settings.required(
    "SEKISHO_KEY_SET",
    (text) => (claimsOf(text) === null ? null : text),
    "not-key",
    settings.secret("SEKISHO_KEY_SET"),
  );
  const signingKeys = settings.required(
    "SEKISHO_SIGNING_KEYS",
    jsonOf,
    "not-key",
    settings.secret("SEKISHO_SIGNING_KEYS"),
  );
  if (kidsOf(claimsOf(keySet ?? "")).some(isDemoId))
    settings.refuse("demo-keys", "SEKISHO_KEY_SET");
  if (kidsOf(signingKeys).some(isDemoId)) settings.refuse("demo-keys", "SEKISHO_SIGNING_KEYS");
  if (rootKey === null || keySet === null || signingKeys === null) return null;
  return { rootKey, keySet, signingKeys };
}

/** What the key set says, before its signature is checked against the root. */
function claimsOf(jws: string): unknown {
  const [, payload = ""] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(jws) ?? [];
  return jsonOf(Buffer.from(payload, "base64url").toString("utf8"));
}

function jsonOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
