import { addressKey } from "./model";
import type { Addressee, Folder, StoredMail } from "./model";
import { Observable } from "./observable";

export type MailDraft = Omit<StoredMail, "id" | "owner" | "folder" | "read">;

/**
 * All mailboxes of the small world: the company's people and, by address, everyone outside who was
 * ever written to.
 */
export class MailStore extends Observable<void> {
  #mails = new Map<string, StoredMail>();
  #groups = new Map<string, readonly Addressee[]>();
  #nextId = 1;

  /** Who gets a mail that is sent to a distribution list. */
  setGroup(address: string, members: readonly Addressee[]): void {
    this.#groups.set(addressKey(address), members);
  }

  newId(): string {
    return `AAMkSim${String(this.#nextId++).padStart(6, "0")}=`;
  }

  get(id: string): StoredMail | undefined {
    return this.#mails.get(id);
  }

  /** Adds a mail, or replaces the one with its id. */
  put(mail: StoredMail): void {
    this.#mails.set(mail.id, { ...mail, owner: addressKey(mail.owner) });
    this.changed();
  }

  remove(id: string): void {
    if (this.#mails.delete(id)) this.changed();
  }

  /** Newest first. */
  mailsOf(owner: string, folder: Folder): readonly StoredMail[] {
    const key = addressKey(owner);
    return [...this.#mails.values()]
      .filter((mail) => mail.owner === key && mail.folder === folder)
      .sort((a, b) => b.date - a.date);
  }

  /** Addresses of all mailboxes that hold something, inside and outside. */
  owners(): readonly string[] {
    return [...new Set([...this.#mails.values()].map(({ owner }) => owner))].sort();
  }

  /** Lays a copy into the sender's sent items and one, without Bcc, into each recipient's inbox. */
  deliver(draft: MailDraft, sender: string): StoredMail {
    const sent = { ...draft, id: this.newId(), owner: sender, folder: "sent", read: true } as const;
    this.put(sent);
    for (const owner of this.#inboxes([...draft.to, ...draft.cc, ...draft.bcc])) {
      this.put({
        ...draft,
        id: this.newId(),
        owner,
        folder: "inbox",
        read: false,
        bcc: [],
        customProperties: {},
      });
    }
    return sent;
  }

  /** Addresses with lists replaced by their members; a list in a list is followed once. */
  #inboxes(addressees: readonly Addressee[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const inboxes = new Set<string>();
    const pending = [...addressees];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const key = addressKey(next.address);
      if (key === "" || seen.has(key)) continue;
      seen.add(key);
      const members = this.#groups.get(key);
      if (members) pending.push(...members);
      else inboxes.add(key);
    }
    return inboxes;
  }
}
