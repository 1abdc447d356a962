import { lookupId } from "../../../src/approval/tokens/lookup";
import { readTicket } from "../../../src/approval/tokens/ticket";
import { encodeBase64url } from "../../../src/text/base64url";
import { lookupKeyOf, secretsOf } from "../../../src/service/storage/secrets";
import { MASTER, TENANT } from "../storage/opened";
import { KEYS, type Company } from "./company";

export const lookupOf = (digest: string, item = "item-1"): string =>
  lookupId(encodeBase64url(lookupKeyOf(secretsOf(MASTER), TENANT)), digest, item);

export const NONCE = "nonce-0123456789abcdef";

export const release = (
  at: Company,
  digest: string,
  nonce = NONCE,
  jti: string | null = null,
  item?: string,
) => at.desk.release({ tenant: TENANT, lookup: lookupOf(digest, item), nonce, jti });

export function claimsOf(at: Company, token: string | null) {
  const now = Math.floor(at.clock.now / 1000);
  const read = readTicket(token ?? "", { keys: KEYS.verification, tenant: TENANT, now });
  if (read.state === "refused") throw new Error(read.code);
  return read.claims;
}

export const recordOf = async (at: Company) => {
  const rows = await at.storage.database.kysely
    .selectFrom("record")
    .select("entry")
    .orderBy("sequence")
    .execute();
  return rows.map(({ entry }) => JSON.parse(entry) as { kind: string; data: object });
};
