import { isOrdinary } from "../../api/ordinary";
import type { Unusual } from "../../api/requests";
import type { StoredRequest } from "../storage/requests";
import { keyedHash } from "../storage/secrets";
import type { Reading } from "../storage/work";

/**
 * Equal for requests with the same files and rules that one person may decide in one go; null for
 * one that is not ordinary. The reader is part of it, so that it is worth nothing in other hands.
 */
export function togetherOf(
  { secrets, tenant }: Reading,
  request: StoredRequest,
  reader: string,
): string | null {
  const { fileRefs, files, rules } = request;
  const asked = { ...request, rules: [...rules], unusual: request.unusual as Unusual[] };
  if (!isOrdinary(asked) || fileRefs.length !== files) return null;
  const parts = [reader, ...[...fileRefs].sort(), "|", ...[...rules].sort()];
  return keyedHash(secrets.column, "together", tenant, ...parts);
}
