import { readKeySet, type RootKey } from "../../approval/tokens/key-set";
import { KEY_USES, type KeyUse, type VerificationKey } from "../../core/sign-off";
import { StartRefused } from "../storage/start-refused";
import { signerOf, type Signer } from "./signer";

/** What the service signs with, and the signed set that says so to everybody. */
export interface ServiceKeys {
  readonly signers: Readonly<Record<KeyUse, Signer>>;
  /** Compact JWS, signed by the offline root. */
  readonly keySet: string;
  readonly serial: number;
  /** All keys of the set, older ones too. */
  readonly verification: readonly VerificationKey[];
}

export interface KeyMaterial {
  /** PKCS #8 in PEM, or base64url of the seed. */
  readonly private: Readonly<Record<KeyUse, string>>;
  readonly keySet: string;
  readonly roots: readonly RootKey[];
}

/** Refuses keys that the set does not name: what they signed would be worth nothing anywhere. */
export function loadServiceKeys(material: KeyMaterial, now: number): ServiceKeys {
  const { keySet, roots } = material;
  const read = readKeySet(keySet, { roots, serial: 0, now });
  if (read.state === "refused") throw new StartRefused("keys/invalid");
  const signers = {} as Record<KeyUse, Signer>;
  for (const use of KEY_USES) {
    const signer = signerOf(material.private[use]);
    const isNamed = read.claims.keys.some(
      (each) => each.use === use && each.kid === signer.kid && each.x === signer.x,
    );
    if (!isNamed) throw new StartRefused("keys/invalid");
    signers[use] = signer;
  }
  const { serial, keys } = read.claims;
  return { signers, keySet, serial, verification: keys };
}

/** Ids of the keys that sign, for `claimKeys`. */
export const signingIds = ({ signers }: ServiceKeys): string[] =>
  KEY_USES.map((use) => signers[use].kid);
