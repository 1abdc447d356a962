import { createHash, randomBytes } from "node:crypto";
import type { Caller } from "../desk/desk";

/** Milliseconds that an address of an attachment's bytes may be used for, once. */
export const LINK_LIFE = 60_000;

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
      return Promise.resolve(found && found.expiresAt > now ? found.content : null);
    },
  };
}
