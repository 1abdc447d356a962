import { canonicalDigest, fieldDigests } from "../../src/approval/digest";
import { coverage, type Gap } from "../../src/approval/tokens/coverage";
import { drive } from "../../src/core/drive";
import type { Case, Judgement } from "../../src/core/judgement";
import { SEND_LIMITS } from "../../src/core/limits";
import type { Message } from "../../src/core/message";
import { acknowledge, isAcknowledged } from "../../src/outlook/acknowledgement";
import { attachmentDigests } from "../../src/judgement/judge";
import type * as Judging from "../../src/judgement/judge";
import { strictPolicy } from "../../src/policy/default";
import { file, mail, recipient } from "../approval/mails";
import { NOW, TENANT, ticketClaims } from "../approval/tokens/keys";
import { compoundFile } from "../extractors/fixtures/compound-file";
import { madeFile } from "../extractors/fixtures/files";
import { zipFile } from "../extractors/fixtures/zip-file";

/** The judge as the service and the pane have it, and as the send bundle has it. */
function judgeWith(formats: "formats" | "send-formats"): (input: Case) => Judgement {
  let judge: typeof Judging.judge | undefined;
  jest.isolateModules(() => {
    jest.doMock("../../src/extractors/formats", () =>
      jest.requireActual<object>(`../../src/extractors/${formats}`),
    );
    judge = jest.requireActual<typeof Judging>("../../src/judgement/judge").judge;
  });
  if (judge === undefined) throw new Error("no judge");
  const found = judge;
  return (input) => drive(found(input));
}

const service = judgeWith("formats");
const atSend = judgeWith("send-formats");

const SENDER = "sales1@example.co.jp";
const caseOf = (message: Message, role: Case["role"] = "staff"): Case => ({
  message,
  history: {
    state: "known",
    baseline: {
      nonce: "n",
      attachments: [],
      outside: [],
      hadInside: false,
      hadText: false,
      lines: [],
    },
  },
  role,
  policy: strictPolicy,
  insideDomains: ["example.co.jp"],
  tenant: TENANT,
  limits: SEND_LIMITS,
  clock: () => 0,
});

const bytes = (name: string, content: Uint8Array) => ({
  ...file(name, ""),
  content: { state: "read" as const, bytes: content },
});
const sending = (...attachments: Message["attachments"]): Message =>
  mail({ recipients: [recipient("yamada@company.co.jp")], attachments });

const xls = bytes("名簿.xls", madeFile("book.xls"));
const zipped = bytes("名簿.zip", zipFile([{ name: "名簿.xls", content: madeFile("book.xls") }]));
const locked = bytes("極秘.xlsx", compoundFile({ EncryptedPackage: new Uint8Array(0) }));

/** What a ticket for this mail does not cover at Send, where the service judged it before. */
function gapsAfter(seenByService: Judgement, message: Message): readonly Gap[] {
  const judgement = atSend(caseOf(message));
  const digests = attachmentDigests(message, judgement.report);
  const claims = ticketClaims();
  const digest = canonicalDigest(message, TENANT, digests);
  const fields = fieldDigests(message, TENANT, digests, claims.jti);
  if (digest.state === "refused" || fields.state === "refused") throw new Error("no digest");
  const ticket = {
    ...claims,
    digest: digest.digest,
    fields: fields.digests,
    covers: seenByService.decision.results.map(({ rule }) => rule),
  };
  const leaving = { message, judgement, attachmentDigests: digests, now: NOW };
  return coverage(ticket, { ...leaving, sender: SENDER, item: claims.item });
}

const rulesOf = ({ decision }: Judgement) => decision.results.map(({ rule }) => rule);

test.each<[string, Message]>([
  ["a workbook of Excel 97", sending(xls)],
  ["one in an archive", sending(zipped)],
])("%s: the service looked into it, Send cannot, the ticket covers it", (_, message) => {
  const seen = service(caseOf(message));
  expect(rulesOf(seen)).not.toContain("could-not-look");
  expect(rulesOf(atSend(caseOf(message)))).toContain("could-not-look");
  expect(gapsAfter(seen, message)).toEqual([]);
});

test("what nobody could look into was before the approvers, and is covered", () => {
  const message = sending(xls, locked);
  const seen = service(caseOf(message));
  expect(rulesOf(seen)).toContain("could-not-look");
  expect(gapsAfter(seen, message)).toEqual([]);
});

test.each<[string, Message]>([
  ["alone", sending(locked)],
  ["beside one that the service reads", sending(xls, locked)],
  [
    "beside a list of addresses",
    mail({ recipients: [{ ...recipient("all@company.co.jp"), group: true }], attachments: [xls] }),
  ],
])("what could not be looked into %s, and was not before them, is not covered", (_, message) => {
  expect(gapsAfter(service(caseOf(sending(xls))), message)).toEqual([
    { type: "rule", rule: "could-not-look" },
  ]);
});

describe("a manager's own mail", () => {
  const givenInPane = (message: Message) => acknowledge(service(caseOf(message, "manager")), 0);
  const counts = (message: Message, given: ReturnType<typeof givenInPane>) =>
    isAcknowledged(atSend(caseOf(message, "manager")), given, 1);

  test("what the pane has read and she confirmed there is not asked for again", () => {
    expect(counts(sending(xls), givenInPane(sending(xls)))).toBe(true);
  });

  test("without that, for other content, and for what nobody could read: it is", () => {
    expect(counts(sending(xls), null)).toBe(false);
    expect(counts(sending(xls), givenInPane(sending(zipped)))).toBe(false);
    const [digest, other] = [givenInPane(sending(locked)), givenInPane(sending(xls))];
    if (digest === null || other === null) throw new Error("nothing to confirm");
    expect(counts(sending(locked), { ...other, digest: digest.digest })).toBe(false);
  });
});
