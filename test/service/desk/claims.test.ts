import fc from "fast-check";
import { canonicalDigest } from "../../../src/approval/digest";
import type { DraftMail } from "../../../src/api/requests";
import { sha256Hex } from "../../../src/inspection/digest";
import { messageOf } from "../../../src/service/desk/mail";
import { TENANT } from "../storage/opened";
import { removePlaces } from "../storage/places";
import { approve, ASK, asked, company, sending } from "./company";
import { claimsOf } from "./road";

afterAll(removePlaces);

const PAIRS = 1000;

const digestOf = (mail: DraftMail, files: readonly Uint8Array[]): string => {
  const digest = canonicalDigest(messageOf(mail, files), TENANT, files.map(sha256Hex));
  return digest.state === "computed" ? digest.digest : "none";
};

const texts = fc.record({
  subject: fc.string({ maxLength: 20 }),
  body: fc.string({ maxLength: 40 }),
  file: fc.uint8Array({ minLength: 1, maxLength: 60 }),
  claimed: fc.uint8Array({ minLength: 1, maxLength: 60 }),
});

const mailOf = (subject: string, body: string, length: number, index: number): DraftMail => ({
  ...sending().mail,
  subject: `${index} ${subject}`,
  bodyHtml: `<p>${body.replace(/[<&]/g, "")}</p>`,
  attachments: [{ name: "f.txt", inline: false, contentId: "", bytes: length }],
});

/** Content X with claims of Y: whatever the client says, the service goes by the bytes it stores. */
test(`${PAIRS} pairs: refused, or the digest is the service's own`, async () => {
  const at = await company("sqlite");
  const pairs = fc.sample(texts, { numRuns: PAIRS, seed: 7 });
  let refused = 0;
  let own = 0;
  for (const [index, { subject, body, file, claimed }] of pairs.entries()) {
    const announced = index % 4 === 0 ? file.length : claimed.length;
    const mail = mailOf(subject, body, announced, index);
    const draft = await at.desk.beginDraft(at.as("sato"), mail);
    try {
      // Announced as `claimed`, sent as `file`; where the lengths agree, only the bytes differ.
      await at.desk.putAttachment(at.as("sato"), draft.id, 0, file);
    } catch (error) {
      expect(error).toMatchObject({ code: "api/invalid" });
      await expect(at.desk.ask(at.as("sato"), draft.id, ASK)).rejects.toMatchObject({
        code: "approval/incomplete",
      });
      refused += 1;
      continue;
    }
    try {
      const shown = await at.desk.ask(at.as("sato"), draft.id, ASK);
      expect(shown.digest).toBe(digestOf(mail, [file]));
      own += 1;
      if (index % 25 !== 0) continue;
      await approve(at, shown);
      const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
      expect(claimsOf(at, ticket).digest).toBe(digestOf(mail, [file]));
    } catch (error) {
      // Lone surrogates and the like have no digest.
      expect(error).toMatchObject({ code: "approval/not-askable" });
      refused += 1;
    }
  }
  expect(refused + own).toBe(PAIRS);
  expect(own).toBeGreaterThan(150);
  await at.storage.close();
}, 120_000);

test("a finding that the client keeps silent about is found all the same", async () => {
  const at = await company("sqlite");
  const shown = await asked(at, sending({}, 50));
  expect(shown.others).toBe(50);
  expect(shown.rules).toContain("others-to-outside");
  await at.storage.close();
});
