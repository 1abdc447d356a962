import { CANONICAL_FIELDS } from "../../approval/canonical";
import { canonicalDigest, fieldDigests, type FieldDigests } from "../../approval/digest";
import type { History } from "../../core/history";
import { PANE_LIMITS } from "../../core/limits";
import type { Message } from "../../core/message";
import { sha256Hex } from "../../inspection/digest";
import type { Call } from "../../outlook/call";
import { ensureItemNonce } from "../../outlook/item-nonce";
import { nonce } from "../../outlook/nonce";
import type { WrittenMail } from "../../outlook/pane-events";
import { platform, signedIn } from "../../outlook/platform";
import { readMessage } from "../../outlook/read-message";
import { saveDraft } from "../../outlook/save-draft";
import { readHistory } from "../../outlook/stored";
import type { AskProblem } from "../../locales/asking";
import type { Checked } from "../review/state";
import type { Handing, Prepared } from "./ports";

const refused = (problem: AskProblem, names: readonly string[] = []): Prepared => ({
  ok: false,
  problem,
  names,
});

/** Only told apart from each other here: any text does. */
const SALT = "prepare";

/**
 * Stores the draft, then reads the mail twice. Some clients rewrite a mail when they store it, some
 * are still loading: what is asked for has to be what Send will find.
 */
export async function prepare(
  call: Call,
  item: WrittenMail,
  { job }: Checked,
  { onStep }: Handing,
): Promise<Prepared> {
  onStep("saving", null);
  const saved = await saveDraft(call, item);
  if (!saved.ok) return refused("not-saved");
  onStep("reading", null);
  const history = await readHistory(call, item);
  const own = await ensureItemNonce(call, item, history, nonce(Date.now()));
  if (own === null) return refused("no-item");
  const first = await readOnce(call, item);
  const second = first === null ? null : await readOnce(call, item);
  if (first === null || second === null) return refused("mail-unreadable");
  const unread = second.attachments.filter(({ content }) => content.state === "refused");
  if (unread.length > 0)
    return refused(
      "file-unreadable",
      unread.map(({ name }) => name),
    );
  const differing = differences(first, second, job.tenant);
  if (differing === null) return refused("not-askable");
  if (differing.length > 0) return refused("mail-changing", differing);
  const digest = canonicalDigest(second, job.tenant, attachmentDigests(second));
  if (digest.state === "refused") return refused("not-askable");
  return {
    ok: true,
    ready: { job: jobWith(job, second, history), digest: digest.digest, item: own },
  };
}

const jobWith = (job: Checked["job"], message: Message, history: History): Checked["job"] => ({
  ...job,
  message,
  history,
});

async function readOnce(call: Call, item: WrittenMail): Promise<Message | null> {
  const read = await readMessage({
    call,
    item,
    sender: signedIn(),
    platform: platform(),
    limits: PANE_LIMITS,
    clock: Date.now,
  });
  return read.ok ? read.message : null;
}

/** Names of the fields in which two readings differ; null where one has no canonical form. */
function differences(a: Message, b: Message, tenant: string): readonly string[] | null {
  const [first, second] = [a, b].map((message): FieldDigests =>
    fieldDigests(message, tenant, attachmentDigests(message), SALT),
  );
  if (first?.state !== "computed" || second?.state !== "computed") return null;
  return CANONICAL_FIELDS.filter((field) => first.digests[field] !== second.digests[field]);
}

export const attachmentDigests = ({ attachments }: Message): readonly string[] =>
  attachments.map(({ content }) => (content.state === "read" ? sha256Hex(content.bytes) : ""));
