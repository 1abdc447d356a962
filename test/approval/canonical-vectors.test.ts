import { createHash } from "node:crypto";
import { CANONICAL_FIELDS, canonicalForm } from "../../src/approval/canonical";
import { canonicalDigest } from "../../src/approval/digest";
import type { Message } from "../../src/core/message";
import vectors from "./canonical-vectors.json";
import { digestsOf } from "./mails";

type Vector = (typeof vectors)[number];

const messageOf = ({ message }: Vector): Message =>
  ({
    ...message,
    attachments: message.attachments.map(({ base64, ...attachment }) => ({
      ...attachment,
      id: "",
      content: { state: "read", bytes: new Uint8Array(Buffer.from(base64, "base64")) },
    })),
  }) as Message;

/** The digest as docs/canonical-form.md puts it together, by Node's own means. */
function assembled(fields: Vector["fields"]): string {
  const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const parts = CANONICAL_FIELDS.map((name) => field(Buffer.from(fields[name], "hex")));
  return createHash("sha256")
    .update(Buffer.concat([field(Buffer.from("sekisho/v1")), ...parts]))
    .digest("hex");
}

test.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, vector) => {
  const message = messageOf(vector);
  const form = canonicalForm(message, vector.tenant, digestsOf(message));
  if (form.state === "refused") throw new Error(form.code);
  const fields = Object.fromEntries(
    CANONICAL_FIELDS.map((name) => [name, Buffer.from(form.fields[name]).toString("hex")]),
  );
  expect(fields).toEqual(vector.fields);
  expect(assembled(vector.fields)).toBe(vector.digest);
  expect(canonicalDigest(message, vector.tenant, digestsOf(message))).toEqual({
    state: "computed",
    digest: vector.digest,
  });
});

test("the vectors differ from each other", () => {
  expect(new Set(vectors.map(({ digest }) => digest)).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThanOrEqual(6);
});
