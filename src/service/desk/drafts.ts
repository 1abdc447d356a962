import type { DraftMail, DraftState } from "../../api/requests";
import { normalAddress } from "../../text/address";
import { Refused } from "../refused";
import { contentKey, putContent, putJson, readContent, readJson } from "../storage/contents";
import { findDraft, saveDraft, type StoredDraft } from "../storage/drafts";
import { broken, type Reading } from "../storage/work";
import type { Caller } from "./desk";
import { attachmentField } from "./mail";
import type { DeskParts } from "./parts";
import { hereOf, type Here } from "./people";
import { newId } from "./refs";

/** Begins to take a mail: everything but the bytes of its attachments. */
export async function beginDraft(
  { storage }: DeskParts,
  caller: Caller,
  mail: DraftMail,
): Promise<DraftState> {
  const id = newId();
  const key = await storage.keys.make(caller.tenant, id, storage.clock());
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    checkSender(here, mail);
    const missing = mail.attachments.map((_, index) => index);
    await putJson(work, key, { owner: id, field: "mail", digest: "" }, mail);
    await saveDraft(work, { id, person: here.person.id, begunAt: work.now, missing });
    return { id, missing };
  });
}

/** Whoever presses Send is one of the caller's own accounts. */
export function checkSender({ person }: Here, { sender }: DraftMail): void {
  const address = normalAddress(sender.address);
  if (address === null || !person.accounts.some((each) => each.address === address))
    throw new Refused("approval/not-sender");
}

export async function putAttachment(
  { storage }: DeskParts,
  caller: Caller,
  id: string,
  index: number,
  bytes: Uint8Array,
): Promise<DraftState> {
  return storage.change(caller.tenant, async (work) => {
    const here = await hereOf(work, caller, work.now);
    const { draft, key, mail } = await ownDraft(work, here, id);
    const declared = mail.attachments[index];
    if (declared === undefined) throw new Refused("api/not-found");
    if (declared.bytes !== bytes.length)
      throw new Refused("api/invalid", { path: `/attachments/${index}/bytes` });
    await putContent(work, key, { owner: id, field: attachmentField(index), digest: "" }, bytes);
    const missing = draft.missing.filter((each) => each !== index);
    await saveDraft(work, { ...draft, missing });
    return { id, missing };
  });
}

export interface OwnDraft {
  readonly draft: StoredDraft;
  readonly key: Uint8Array;
  readonly mail: DraftMail;
}

export async function ownDraft(reading: Reading, here: Here, id: string): Promise<OwnDraft> {
  const draft = await findDraft(reading, id);
  if (draft === null || draft.person !== here.person.id) throw new Refused("api/not-found");
  const key = await contentKey(reading, id);
  if (key === null) throw new Refused("api/not-found");
  const mail = await readJson<DraftMail>(reading, key, { owner: id, field: "mail", digest: "" });
  return { draft, key, mail: mail ?? broken(reading, "contents", `${id}/mail`) };
}

/** Complete, or it cannot be asked for. */
export async function draftBytes(
  reading: Reading,
  { draft, key, mail }: OwnDraft,
): Promise<Uint8Array[]> {
  if (draft.missing.length > 0) throw new Refused("approval/incomplete");
  const all: Uint8Array[] = [];
  for (let index = 0; index < mail.attachments.length; index++) {
    const field = attachmentField(index);
    const bytes = await readContent(reading, key, { owner: draft.id, field, digest: "" });
    if (bytes === null) throw new Refused("approval/incomplete");
    all.push(bytes);
  }
  return all;
}
