import { signKeySet } from "../../approval/tokens/key-set";
import { KEY_USES } from "../../core/sign-off";
import type { KeyUse } from "../../core/sign-off";
import { DEMO_PREFIX } from "../../service/configuration/demo-marks";
import { KEY_SET_LIFE, publicKey } from "../../service/keys/key-set";
import type { ServiceKeys } from "../../service/keys/service-keys";
import { signerOf } from "../../service/keys/signer";
import type { Signer } from "../../service/keys/signer";
import type { DemoKeys } from "./demo-keys";

const marked = (material: string): Signer => {
  const signer = signerOf(material);
  return { ...signer, kid: DEMO_PREFIX + signer.kid };
};

/** What the demo's service signs with; `now` in seconds. The key set's root is `rootKey`. */
export function demoServiceKeys(
  keys: DemoKeys,
  now: number,
): { readonly keys: ServiceKeys; readonly rootKey: string } {
  const signers = Object.fromEntries(
    KEY_USES.map((use) => [use, marked(keys.signing[use])]),
  ) as Record<KeyUse, Signer>;
  const verification = KEY_USES.map((use) => publicKey(signers[use], use));
  const root = marked(keys.root);
  // Each start is a publication of its own; browsers that saw an earlier one take the newer.
  const claims = { serial: now, keys: verification, iat: now, exp: now + KEY_SET_LIFE };
  const keySet = signKeySet(claims, root.kid, root.sign);
  return { keys: { signers, keySet, serial: now, verification }, rootKey: root.x };
}
