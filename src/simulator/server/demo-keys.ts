import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { JWK } from "oidc-provider";
import type { KeyUse } from "../../core/sign-off";
import { DEMO_PREFIX } from "../../service/configuration/demo-marks";
import { newPrivateKey } from "../../service/keys/signer";

/** Secrets of one machine's demo. Their ids say so, and the real service refuses them. */
export interface DemoKeys {
  /** Signs the provider's tokens. */
  readonly identity: JWK;
  /** Base64url of 32 bytes each. */
  readonly cookies: string;
  readonly master: string;
  /** Ed25519 private keys, PKCS #8 in PEM. */
  readonly root: string;
  readonly signing: Readonly<Record<KeyUse, string>>;
}

const FILE = "demo-keys.json";

/** Those kept in `folder`, made anew where there are none. */
export function demoKeys(folder: string): DemoKeys {
  const file = path.join(folder, FILE);
  const kept = readKept(file);
  if (kept) return kept;
  const made = makeKeys();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

function readKept(file: string): DemoKeys | null {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as Partial<DemoKeys>;
    const { identity, cookies, master, root, signing } = kept;
    return identity && cookies && master && root && signing
      ? { identity, cookies, master, root, signing }
      : null;
  } catch {
    return null;
  }
}

function makeKeys(): DemoKeys {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = `${DEMO_PREFIX}identity-${secret(6)}`;
  return {
    identity: { ...(privateKey.export({ format: "jwk" }) as JWK), kid, alg: "RS256", use: "sig" },
    cookies: secret(32),
    master: secret(32),
    root: newPrivateKey(),
    signing: { ticket: newPrivateKey(), policy: newPrivateKey(), receipt: newPrivateKey() },
  };
}

const secret = (bytes: number): string => randomBytes(bytes).toString("base64url");
