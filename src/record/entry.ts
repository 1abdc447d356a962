import { RECORD_KINDS, type RecordEntry } from "../core/record";
import { sha256Hex } from "../inspection/digest";
import { encodeUtf8 } from "../text/utf8";

/** Before the first entry of a tenant. */
export const NO_HASH = "0".repeat(64);

/** Hex SHA-256 over the UTF-8 of the entry's canonical JSON (docs/record.md). */
export const hashOf = (entry: Omit<RecordEntry, "hash">): string =>
  sha256Hex(encodeUtf8(canonicalJson(entry)));

/**
 * RFC 8785 for what an entry is made of: members in the order of their names, no white space, whole
 * numbers. Throws for what would be written in two ways.
 */
export function canonicalJson(entry: Omit<RecordEntry, "hash">): string {
  const { tenant, sequence, at, kind, ref, version, data, previous } = entry;
  const members = { at, data: {}, kind, previous, ref, sequence, tenant, v: FORM, version };
  const sorted = Object.keys(members).sort();
  return object(sorted, (name) =>
    name === "data"
      ? object(Object.keys(data).sort(), (key) => scalar(data[key]))
      : scalar(members[name as keyof typeof members]),
  );
}

/** Says which form the hash is over, so that a later one never gives the same bytes. */
const FORM = "sekisho-record/1";

const object = (names: readonly string[], write: (name: string) => string): string =>
  `{${names.map((name) => `${text(name)}:${write(name)}`).join(",")}}`;

function scalar(value: unknown): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return `${value}`;
  throw new TypeError("A record holds texts and whole numbers only.");
}

/** Half a character has no UTF-8. */
function text(value: string): string {
  if (/[\ud800-\udfff]/u.test(value)) throw new TypeError("A record holds whole characters only.");
  return JSON.stringify(value);
}

/** Whether something that was stored or exported has the shape of an entry; says nothing of its hash. */
export function isEntry(value: unknown): value is RecordEntry {
  if (typeof value !== "object" || value === null) return false;
  const { tenant, sequence, at, kind, ref, version, data, previous, hash } = value as RecordEntry;
  return (
    Object.keys(value).length === 9 &&
    [tenant, ref].every((each) => typeof each === "string") &&
    [sequence, at, version].every((each) => Number.isSafeInteger(each) && each >= 0) &&
    RECORD_KINDS.indexOf(kind) >= 0 &&
    typeof data === "object" &&
    data !== null &&
    [previous, hash].every((each) => typeof each === "string" && /^[0-9a-f]{64}$/.test(each))
  );
}
