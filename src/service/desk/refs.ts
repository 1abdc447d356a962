import { randomBytes } from "node:crypto";
import { keyedHash } from "../storage/secrets";
import type { Reading } from "../storage/work";

/** 128 random bits, base64url. */
export const newId = (): string => randomBytes(16).toString("base64url");

const ref =
  (kind: string) =>
  (reading: Reading, value: string): string =>
    keyedHash(reading.secrets.column, kind, reading.tenant, value);

/** Keyed hashes that columns hold in place of what they are of. */
export const digestRefOf = ref("digest");
export const fileRefOf = ref("file");
export const itemRefOf = ref("item");
export const lookupRefOf = ref("lookup");
export const nonceRefOf = ref("nonce");
