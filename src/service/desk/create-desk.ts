import { ask } from "./asking";
import { attachment } from "./attachments";
import { decide } from "./deciding";
import type { Caller, Desk } from "./desk";
import { detail } from "./detail";
import { beginDraft, putAttachment } from "./drafts";
import { revoke, withdraw } from "./ending";
import { forEach } from "./each";
import { erase } from "./erasure";
import { expire } from "./expiry";
import { list } from "./lists";
import type { DeskParts } from "./parts";
import { hereOf, mayRead } from "./people";
import { directory, livePolicy, publishDirectory, publishPolicy } from "./publishing";
import { offlineRelease, release, reopen } from "./releases";
import { revokeByKey } from "./revoked-keys";
import { findRequest } from "../storage/requests";
import { me, signedPolicy } from "./signed-policy";
import { text } from "./text";
import { ticket } from "./tickets";

/** The desk, and what the service does by itself. */
export interface WholeDesk extends Desk {
  /** Whether this person may open this request now; never says why not. */
  mayRead(caller: Caller, id: string): Promise<boolean>;
  /** Ends and erases what has had its time; to be called every few minutes for each tenant. */
  sweep(tenant: string): Promise<void>;
}

export const createDesk = (parts: DeskParts): WholeDesk => ({
  me: (caller) => me(parts, caller),
  signedPolicy: (caller, mailbox) => signedPolicy(parts, caller, mailbox),
  beginDraft: (caller, mail) => beginDraft(parts, caller, mail),
  putAttachment: (caller, draft, index, bytes) => putAttachment(parts, caller, draft, index, bytes),
  ask: (caller, draft, asked) => ask(parts, caller, draft, asked),
  list: (caller, query) => list(parts, caller, query),
  detail: (caller, id) => detail(parts, caller, id),
  text: (caller, id, query) => text(parts, caller, id, query),
  attachment: (caller, id, index) => attachment(parts, caller, id, index),
  decide: (caller, id, decision) => decide(parts, caller, id, decision),
  withdraw: (caller, id) => withdraw(parts, caller, id),
  revoke: (caller, id, comment) => revoke(parts, caller, id, comment),
  ticket: (caller, id) => ticket(parts, caller, id),
  reopen: (caller, id) => reopen(parts, caller, id),
  release: (asked) => release(parts, asked),
  offlineRelease: (told) => offlineRelease(parts, told),
  directory: (caller) => directory(parts, caller),
  publishDirectory: (caller, document) => publishDirectory(parts, caller, document),
  livePolicy: (caller) => livePolicy(parts, caller),
  publishPolicy: (caller, policy) => publishPolicy(parts, caller, policy),

  mayRead: (caller, id) => mayReadNow(parts.storage, caller, id),
  sweep: (tenant) =>
    forEach([revokeByKey, expire, erase], async (sweep) => {
      await sweep(parts, tenant);
    }),
});

function mayReadNow(storage: DeskParts["storage"], caller: Caller, id: string): Promise<boolean> {
  return storage.read(caller.tenant, async (reading) => {
    const now = storage.clock();
    const { directory: people, person } = await hereOf(reading, caller, now);
    const request = await findRequest(reading, id);
    return request !== null && mayRead(reading, people, request, person.id, now);
  });
}
