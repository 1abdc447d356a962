import { KEY_USES, type KeyUse } from "../../core/sign-off";
import { isDemoId } from "./demo-marks";
import { secretOf } from "./storage";
import type { Settings } from "./settings";

export interface KeySettings {
  /** Base64url of the offline root's public key. */
  readonly rootKey: string;
  /** The id under which the root signed the set. */
  readonly rootId: string;
  /** The signed key set (compact JWS). */
  readonly keySet: string;
  /** Private keys, as `sekisho keys init` writes them: PKCS #8 in PEM, or a seed in base64url. */
  readonly private: Readonly<Record<KeyUse, string>>;
}

export function readKeys(settings: Settings): KeySettings | null {
  const rootKey = settings.required(
    "SEKISHO_ROOT_KEY",
    (text) => (secretOf(text) === null ? null : text),
    "not-key",
  );
  const keySet = settings.required(
    "SEKISHO_KEY_SET",
    (text) => (idsOf(text) === null ? null : text),
    "not-key",
    settings.secret("SEKISHO_KEY_SET"),
  );
  const signing = settings.required(
    "SEKISHO_SIGNING_KEYS",
    signingKeysOf,
    "not-key",
    settings.secret("SEKISHO_SIGNING_KEYS"),
  );
  const ids = idsOf(keySet ?? "");
  if (ids?.all.some(isDemoId)) settings.refuse("demo-keys", "SEKISHO_KEY_SET");
  if (rootKey === null || keySet === null || signing === null || ids === null) return null;
  return { rootKey, rootId: ids.root, keySet, private: signing };
}

/** Ids of the root and of all keys of a set, before its signature is checked; null for no set. */
function idsOf(jws: string): { readonly root: string; readonly all: readonly string[] } | null {
  const [, head = "", payload = ""] = /^([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(jws) ?? [];
  const { kid: root } = (jsonOf(decoded(head)) ?? {}) as { kid?: unknown };
  const { keys } = (jsonOf(decoded(payload)) ?? {}) as { keys?: unknown };
  if (typeof root !== "string" || !Array.isArray(keys)) return null;
  const ids = (keys as unknown[]).map((key) => ((key ?? {}) as { kid?: unknown }).kid);
  return { root, all: [root, ...ids.filter((kid) => typeof kid === "string")] };
}

const decoded = (part: string): string => Buffer.from(part, "base64url").toString("utf8");

function signingKeysOf(text: string): Readonly<Record<KeyUse, string>> | null {
  const keys = jsonOf(text) as Partial<Record<KeyUse, unknown>> | null;
  const isWhole = KEY_USES.every((use) => typeof keys?.[use] === "string");
  return isWhole ? (keys as Record<KeyUse, string>) : null;
}

function jsonOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
