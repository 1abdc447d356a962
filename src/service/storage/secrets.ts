import { createHmac, hkdfSync } from "node:crypto";

/** Keys from the one master secret, by HKDF-SHA-256 (RFC 5869) with a label each. */
export interface Secrets {
  /** Seals of rows. */
  readonly seal: Uint8Array;
  /** Seals of the record's entries, and its references to rows. */
  readonly record: Uint8Array;
  /** Keyed hashes in columns. */
  readonly column: Uint8Array;
  /** Wraps the key of each request's content. */
  readonly wrap: Uint8Array;
  /** Encrypts directory and policy. */
  readonly documents: Uint8Array;
  /** Lookup ids; goes out in signed policies, so it is nothing but that. */
  readonly lookup: Uint8Array;
  /** Names the master secret without telling it. */
  readonly id: string;
}

export const MASTER_BYTES = 32;

export function secretsOf(master: Uint8Array): Secrets {
  if (master.length !== MASTER_BYTES) throw new RangeError("a master secret has 32 bytes");
  const key = (label: string) =>
    new Uint8Array(hkdfSync("sha256", master, new Uint8Array(0), `sekisho/v1/${label}`, 32));
  return {
    seal: key("seal"),
    record: key("record"),
    column: key("column"),
    wrap: key("wrap"),
    documents: key("documents"),
    lookup: key("lookup"),
    id: keyedHash(key("id"), "id").slice(0, 16),
  };
}

/** A tenant's own HMAC key of lookup ids. */
export const lookupKeyOf = (secrets: Secrets, tenant: string): Uint8Array =>
  createHmac("sha256", secrets.lookup)
    .update(fields(["tenant", tenant]))
    .digest();

/** HMAC-SHA-256 over the parts, each with its length before it; hex. */
export const keyedHash = (key: Uint8Array, ...parts: readonly (string | number)[]): string =>
  createHmac("sha256", key).update(fields(parts)).digest("hex");

function fields(parts: readonly (string | number)[]): Buffer {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    const bytes = Buffer.from(String(part), "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    chunks.push(length, bytes);
  }
  return Buffer.concat(chunks);
}
