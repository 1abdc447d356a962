import { KEY_USES, type KeyUse, type VerificationKey } from "../../core/sign-off";
import { publicKey } from "../../service/keys/key-set";
import { newPrivateKey, signerOf } from "../../service/keys/signer";

/** Private keys by what they sign, in PEM. */
export type Material = Readonly<Record<KeyUse, string>>;

/** Beside those of `keys init` while a rotation is under way. */
export const NEXT_FILE = "signing-keys-next.json";

export const newMaterial = (): Material =>
  Object.fromEntries(KEY_USES.map((use) => [use, newPrivateKey()])) as Record<KeyUse, string>;

export const publicKeys = (material: Material): VerificationKey[] =>
  KEY_USES.map((use) => publicKey(signerOf(material[use]), use));

export const textOf = (material: Material): string => `${JSON.stringify(material, null, 2)}\n`;
