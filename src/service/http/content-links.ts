import { createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Caller } from "../desk/desk";
import { putLink, takeLink } from "../storage/content-links";
import type { Tables } from "../storage/tables";
import { orUnavailable } from "../storage/unavailable";

/** Milliseconds that an address of an attachment's bytes may be used for, once. */
export const LINK_LIFE = 60_000;

/** So far the clocks of two replicas may be apart. */
const CLOCK_SKEW = 10_000;

export interface LinkedContent {
  readonly caller: Caller;
  readonly request: string;
  readonly index: number;
}

/** Addresses of attachments' bytes, each good for one use; the database keeps them for replicas. */
export interface ContentLinks {
  /** `key` is the SHA-256 of what stands in the address, so that the store alone opens nothing. */
  put(key: string, content: LinkedContent, expiresAt: number): Promise<void>;
  /** What was put and not taken yet; null once taken or expired. */
  take(key: string, now: number): Promise<LinkedContent | null>;
}

/** 256 random bits. */
export const newLinkToken = (): string => randomBytes(32).toString("base64url");
export const linkKey = (token: string): string => createHash("sha256").update(token).digest("hex");

/** By a clock that was set back, an address does not last longer than it was given for. */
const isInTime = (expiresAt: number, now: number): boolean =>
  now < expiresAt && expiresAt <= now + LINK_LIFE + CLOCK_SKEW;

/** For any number of replicas. */
export const linksInDatabase = (db: Kysely<Tables>): ContentLinks => ({
  put: (key, { caller, request, index }, expiresAt) =>
    orUnavailable(() =>
      putLink(db, key, {
        tenant_id: caller.tenant,
        oid: caller.oid,
        auth_time: caller.authTime,
        request,
        attachment: index,
        expires_at: expiresAt,
      }),
    ),
  async take(key, now) {
    const row = await orUnavailable(() => takeLink(db, key));
    if (row === null || !isInTime(row.expires_at, now)) return null;
    const caller = { tenant: row.tenant_id, oid: row.oid, authTime: row.auth_time };
    return { caller, request: row.request, index: row.attachment };
  },
});

const MOST = 10_000;

/** For a single replica. */
export function linksInMemory(): ContentLinks {
  const kept = new Map<string, { readonly content: LinkedContent; readonly expiresAt: number }>();
  return {
    put(key, content, expiresAt) {
      if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? "");
      kept.set(key, { content, expiresAt });
      return Promise.resolve();
    },
    take(key, now) {
      const found = kept.get(key);
      kept.delete(key);
      return Promise.resolve(found && isInTime(found.expiresAt, now) ? found.content : null);
    },
  };
}
