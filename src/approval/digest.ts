import type { DigestResult } from "../core/judgement";
import type { Message } from "../core/message";
import { sha256Hex } from "../inspection/digest";
import { ByteWriter } from "./byte-writer";
import { CANONICAL_FIELDS, canonicalForm, DOMAIN_TAG, type CanonicalField } from "./canonical";

/** The digest that a sign-off covers: any change to what a manager saw changes it. */
export function canonicalDigest(
  message: Message,
  tenant: string,
  attachmentDigests: readonly string[],
): DigestResult {
  const form = canonicalForm(message, tenant, attachmentDigests);
  if (form.state === "refused") return form;
  const writer = new ByteWriter().text(DOMAIN_TAG);
  for (const field of CANONICAL_FIELDS) writer.field(form.fields[field]);
  return { state: "computed", digest: sha256Hex(writer.take()) };
}

export type FieldDigests =
  | { readonly state: "computed"; readonly digests: Readonly<Record<CanonicalField, string>> }
  | Extract<DigestResult, { state: "refused" }>;

/**
 * A digest for each field, so that a mismatch can name the field that changed. The salt (a ticket's
 * id) keeps two mails with one subject from being recognised as such.
 */
export function fieldDigests(
  message: Message,
  tenant: string,
  attachmentDigests: readonly string[],
  salt: string,
): FieldDigests {
  const form = canonicalForm(message, tenant, attachmentDigests);
  if (form.state === "refused") return form;
  const digests = {} as Record<CanonicalField, string>;
  for (const field of CANONICAL_FIELDS) {
    const writer = new ByteWriter().text(`${DOMAIN_TAG}/field`).text(salt).text(field);
    digests[field] = sha256Hex(writer.field(form.fields[field]).take());
  }
  return { state: "computed", digests };
}
