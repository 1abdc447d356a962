import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;
export const KEY_BYTES = 32;

/** AES-256-GCM (NIST SP 800-38D): version, nonce, tag, then the encrypted bytes. */
export function closeBox(key: Uint8Array, about: readonly string[], plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associated(about));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted]);
}

/** Null where the box was changed, or was made for something else. */
export function openBox(
  key: Uint8Array,
  about: readonly string[],
  box: Uint8Array,
): Uint8Array | null {
  if (box.length < HEAD || box[0] !== VERSION) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(associated(about));
  decipher.setAuthTag(box.subarray(1 + NONCE, HEAD));
  const opened = decipher.update(box.subarray(HEAD));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    return null;
  }
}

/** A JSON list of strings has one spelling, and no two lists share it. */
const associated = (about: readonly string[]): Buffer => Buffer.from(JSON.stringify(about));
