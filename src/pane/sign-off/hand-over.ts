import type { ApiClient } from "../../api/client";
import type { Ask } from "../../api/requests";
import { draftMail } from "./draft-mail";
import type { HandedOver, Handing, Ready } from "./ports";

/** Hands the mail over piece by piece, and asks. A failed piece leaves nothing that can be approved. */
export async function handOver(
  api: ApiClient,
  { job, item, digest }: Ready,
  ask: Ask,
  { onStep, isCancelled }: Handing,
): Promise<HandedOver> {
  onStep("sending", 0);
  const begun = await api.call("beginDraft", { body: draftMail(job, item) });
  if (!begun.ok) return { state: "refused", code: begun.code };
  const { id } = begun.value;
  const { attachments } = job.message;
  const total = attachments.reduce((sum, { content }) => sum + sizeOf(content), 0);
  let sent = 0;
  for (let index = 0; index < attachments.length; index++) {
    const content = attachments[index]?.content;
    if (isCancelled()) return { state: "cancelled" };
    if (content?.state !== "read") return { state: "refused", code: "approval/incomplete" };
    const put = await api.call("putAttachment", { params: { id, index }, body: content.bytes });
    if (!put.ok) return { state: "refused", code: put.code };
    sent += sizeOf(content);
    onStep("sending", total === 0 ? 1 : sent / total);
  }
  if (isCancelled()) return { state: "cancelled" };
  onStep("asking", null);
  const asked = await api.call("ask", { params: { id }, body: ask });
  if (!asked.ok) return { state: "refused", code: asked.code };
  if (asked.value.digest === digest) return { state: "asked", request: asked.value };
  await api.call("withdraw", { params: { id: asked.value.id }, body: {} });
  return { state: "differs" };
}

type Content = Ready["job"]["message"]["attachments"][number]["content"];

const sizeOf = (content: Content): number => (content.state === "read" ? content.bytes.length : 0);
