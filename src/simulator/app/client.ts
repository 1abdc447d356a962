import type { SimulatorTexts } from "../../locales/simulator";
import { ComposeItem } from "../compose-item";
import type { ComposeInit, ComposeType } from "../compose-item";
import type { ComposeSession, ReadSession } from "../host/session";
import type { Shell } from "../host/shell";
import type { MailStore } from "../mail-store";
import type { Addressee, Folder, StoredMail } from "../model";
import { Observable } from "../observable";
import type { DemoPerson } from "../seed/people";
import type { AddressBook } from "./address-book";
import { ComposeTab, draftOf } from "./compose-tab";
import type { OpenedPane } from "./compose-tab";
import { composeFrom } from "./mail-actions";
import type { MailAction } from "./mail-actions";
import { isOutside } from "./outside";
import { composeShell, readingShell } from "./shells";

/** What the list shows: a folder of the signed-in person, or all inboxes outside the company. */
export type Place = Exclude<Folder, "outbox"> | "outside";
export const PLACES: readonly Place[] = ["inbox", "drafts", "sent", "outside"];

/** How the add-in's side of a window is made; null where no add-in could be loaded. */
export interface Hosts {
  compose(item: ComposeItem, shell: Shell): ComposeSession;
  read(person: DemoPerson, shell: Shell): ReadSession;
}

export interface ClientOptions {
  readonly store: MailStore;
  readonly book: AddressBook;
  readonly hosts: Hosts | null;
  readonly texts: SimulatorTexts;
  readonly person: DemoPerson;
  readonly now: () => number;
}

/** What just happened, for a short notice: mails that were sent, and to how many outside. */
export interface SentNotice {
  readonly outside: number;
}

/** The mail program itself, without its looks: who is signed in, what is selected, what is open. */
export class Client extends Observable<void> {
  readonly store: MailStore;
  readonly book: AddressBook;
  readonly hasAddIn: boolean;
  readonly #options: ClientOptions;
  #person: DemoPerson;
  #place: Place = "inbox";
  #selectedId: string | null = null;
  #tabs: readonly ComposeTab[] = [];
  /** By person: each has a computer of his own, whose windows stay as they are. */
  readonly #activeTabs = new Map<string, ComposeTab | null>();
  #nextTab = 1;
  #reading: ReadSession | null = null;
  #readPane: OpenedPane | null = null;
  #sent: SentNotice | null = null;
  /** Drafts remember that they began as a reply or a forward. */
  readonly #draftTypes = new Map<string, ComposeType>();

  constructor(options: ClientOptions) {
    super();
    this.#options = options;
    this.store = options.store;
    this.book = options.book;
    this.hasAddIn = options.hosts !== null;
    this.#person = options.person;
    this.#beginReading();
  }

  get person(): DemoPerson {
    return this.#person;
  }

  get place(): Place {
    return this.#place;
  }

  /** The windows of the person at the screen. */
  get tabs(): readonly ComposeTab[] {
    return this.#tabs.filter(({ item }) => item.owner.id === this.#person.id);
  }

  /** Everybody's windows: their add-ins go on while nobody looks. */
  get allTabs(): readonly ComposeTab[] {
    return this.#tabs;
  }

  get activeTab(): ComposeTab | null {
    return this.#activeTabs.get(this.#person.id) ?? null;
  }

  get reading(): ReadSession | null {
    return this.#reading;
  }

  get readPane(): OpenedPane | null {
    return this.#readPane;
  }

  get sent(): SentNotice | null {
    return this.#sent;
  }

  /** Something written would be lost if the page began anew. */
  get hasWritten(): boolean {
    const hasDraft = [...this.#draftTypes.keys()].some((id) => this.store.get(id));
    return hasDraft || this.#tabs.some(({ isChanged }) => isChanged);
  }

  get selected(): StoredMail | null {
    return (this.#selectedId !== null && this.store.get(this.#selectedId)) || null;
  }

  mails(place: Place = this.#place): readonly StoredMail[] {
    if (place !== "outside") return this.store.mailsOf(this.#person.address, place);
    return this.store
      .owners()
      .filter(isOutside)
      .flatMap((owner) => this.store.mailsOf(owner, "inbox"))
      .sort((a, b) => b.date - a.date);
  }

  unreadCount(place: Place): number {
    return this.mails(place).filter(({ read }) => !read).length;
  }

  /** Another person's screen; what the one before had open stays open. */
  signIn(person: DemoPerson): void {
    this.#reading?.dispose();
    this.#person = person;
    this.#place = "inbox";
    this.#selectedId = null;
    this.#readPane = null;
    this.#beginReading();
    this.changed();
  }

  open(place: Place): void {
    this.#place = place;
    this.#setActive(null);
    this.#select(null);
  }

  /** A draft opens for writing, any other mail for reading. */
  select(mail: StoredMail): void {
    this.#setActive(null);
    if (!mail.read) this.store.put({ ...mail, read: true });
    if (mail.folder === "drafts") return this.#openDraft(mail);
    this.#select(mail.id);
  }

  /** `written` stands above what the action quotes. */
  act(action: MailAction, mail: StoredMail, written = ""): void {
    const { texts } = this.#options;
    const init = composeFrom[action]({ mail, owner: this.#person, texts });
    this.compose({ ...init, html: written + (init.html ?? "") });
  }

  newMail(): void {
    this.compose({ composeType: "newMail", owner: this.#person, html: "<div><br></div>" });
  }

  compose(init: ComposeInit): void {
    const { hosts } = this.#options;
    const tab = new ComposeTab(this.#nextTab++, new ComposeItem(init));
    if (hosts) tab.attach(hosts.compose(tab.item, composeShell(this, tab)));
    this.#tabs = [...this.#tabs, tab];
    this.activate(tab);
  }

  activate(tab: ComposeTab | null): void {
    this.#setActive(tab);
    this.#sent = null;
    this.changed();
  }

  saveDraft(tab: ComposeTab): void {
    tab.item.markSaved(this.save(tab));
    tab.markStored();
  }

  save(tab: ComposeTab): string {
    const id = tab.item.itemId ?? this.store.newId();
    this.store.put({
      ...draftOf(tab.item, this.#options.now()),
      id,
      owner: tab.item.owner.address,
      folder: "drafts",
      read: true,
    });
    this.#draftTypes.set(id, tab.item.composeType);
    return id;
  }

  /** The draft stays; a message that nobody touched does not become one. */
  closeTab(tab: ComposeTab): void {
    this.#close(tab);
    this.changed();
  }

  discard(tab: ComposeTab): void {
    if (tab.item.itemId !== null) this.store.remove(tab.item.itemId);
    this.#drop(tab);
    this.changed();
  }

  async send(tab: ComposeTab): Promise<void> {
    if (await tab.send()) this.deliver(tab);
  }

  /** Sends without asking again: the add-in allowed it, or the person was free to insist. */
  deliver(tab: ComposeTab): void {
    const before = this.mails("outside").length;
    this.store.deliver(draftOf(tab.item, this.#options.now()), tab.item.owner.address);
    this.discard(tab);
    this.#sent = { outside: this.mails("outside").length - before };
    this.changed();
  }

  openReadPane(pane: OpenedPane): void {
    this.#readPane = pane;
    this.changed();
  }

  closeReadPane(): void {
    this.#readPane = null;
    this.changed();
  }

  dismissSent(): void {
    this.#sent = null;
    this.changed();
  }

  #select(id: string | null): void {
    this.#selectedId = id;
    this.#sent = null;
    this.#reading?.show(this.selected);
    this.changed();
  }

  #openDraft(mail: StoredMail): void {
    const open = this.#tabs.find(({ item }) => item.itemId === mail.id);
    if (open) return this.activate(open);
    const { id, to, cc, bcc, subject, html, files, customProperties, internetHeaders } = mail;
    this.compose({
      ...{ to, cc, bcc, subject, html, files, customProperties, internetHeaders },
      composeType: this.#draftTypes.get(id) ?? "newMail",
      owner: this.#person,
      itemId: id,
    });
  }

  #close(tab: ComposeTab): void {
    if (tab.isChanged) this.save(tab);
    this.#drop(tab);
  }

  #drop(tab: ComposeTab): void {
    tab.dispose();
    this.#tabs = this.#tabs.filter((each) => each !== tab);
    for (const [person, active] of this.#activeTabs)
      if (active === tab) this.#activeTabs.set(person, null);
  }

  #setActive(tab: ComposeTab | null): void {
    this.#activeTabs.set(this.#person.id, tab);
  }

  #beginReading(): void {
    this.#reading =
      this.#options.hosts?.read(this.#person, readingShell(this, this.#person)) ?? null;
  }
}

/** The name under which a mail's people are listed: the other side of it. */
export const counterpart = (mail: StoredMail, place: Place): readonly Addressee[] =>
  place === "inbox" || place === "outside" ? [mail.from] : [...mail.to, ...mail.cc, ...mail.bcc];
