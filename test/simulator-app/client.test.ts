import { simulatorTexts } from "../../src/locales/simulator";
import { AddressBook } from "../../src/simulator/app/address-book";
import { Client } from "../../src/simulator/app/client";
import type { Hosts } from "../../src/simulator/app/client";
import type { ComposeTab } from "../../src/simulator/app/compose-tab";
import type { MAIL_ACTIONS } from "../../src/simulator/app/mail-actions";
import { STORIES, begin } from "../../src/simulator/app/stories";
import type { SendResult } from "../../src/simulator/host/send-result";
import type { Shell } from "../../src/simulator/host/shell";
import type { StoredMail } from "../../src/simulator/model";
import { ADDRESS_BOOK, seededStore } from "../../src/simulator/seed/company";
import { CUSTOMER_LIST, OWN_CUSTOMERS } from "../../src/simulator/seed/files";
import { SEED_IDS } from "../../src/simulator/seed/mails";
import { MANAGER, STAFF } from "../../src/simulator/seed/people";

const NOW = new Date(2026, 6, 16, 12).getTime();
const ALLOWED: SendResult = { outcome: "allowed" };
const STOPPED: SendResult = { outcome: "stopped", message: "止めました", sendAnyway: false };

class Stage {
  readonly shells: Shell[] = [];
  readonly shown: (string | null)[] = [];
  readonly client: Client;

  constructor(answer: (onTakingLonger: () => void) => Promise<SendResult>) {
    const nothing = () => undefined;
    const panes = {
      mountPane: nothing,
      unmountPane: nothing,
      tellTheme: nothing,
      dispose: nothing,
    };
    const hosts: Hosts = {
      compose: (item, shell) => {
        this.shells.push(shell);
        return { ...panes, item, journal: [], send: answer, runAction: nothing };
      },
      read: (owner) => ({
        ...panes,
        owner,
        pinned: false,
        show: (mail) => void this.shown.push(mail?.id ?? null),
      }),
    };
    const store = seededStore(NOW);
    const book = new AddressBook(ADDRESS_BOOK);
    const texts = simulatorTexts.ja;
    this.client = new Client({ store, book, hosts, texts, person: STAFF, now: () => NOW });
  }

  mail(id: string): StoredMail {
    const mail = this.client.store.get(id);
    if (!mail) throw new Error(`no mail ${id}`);
    return mail;
  }

  get tab(): ComposeTab {
    const tab = this.client.activeTab;
    if (!tab) throw new Error("nothing is being written");
    return tab;
  }
}

const stage = (result: SendResult = ALLOWED) => new Stage(() => Promise.resolve(result));

test("every story begins with a mail that is there", () => {
  for (const story of STORIES) {
    const { client } = stage();
    begin(client, story);
    expect(client.person.id).toBe(story.person.id);
    const opened = client.selected?.id ?? client.activeTab?.item.itemId;
    expect(opened).toBe(story.mailId);
  }
});

test("the accident, if nothing stopped it: everyone outside gets the list", async () => {
  const { client, mail, tab } = accident(stage());
  expect(tab.item.files.map(({ name }) => name)).toEqual([CUSTOMER_LIST.name]);
  expect(tab.item.html).toBe(mail.html);
  await client.send(tab);
  expect(client.tabs).toEqual([]);
  expect(client.sent).toEqual({ outside: 29 });
  client.open("outside");
  const received = client.mails();
  expect(new Set(received.map(({ owner }) => owner)).size).toBe(29);
  expect(received[0]?.cc).toHaveLength(29);
});

test("a stopped mail stays where it is, and nothing leaves", async () => {
  const { client, tab } = accident(stage(STOPPED));
  await client.send(tab);
  expect(tab.interruption).toEqual(STOPPED);
  expect(client.tabs).toEqual([tab]);
  expect(client.mails("outside")).toEqual([]);
});

function accident(on: Stage) {
  const { client } = on;
  const mail = on.mail(SEED_IDS.summer);
  client.act("editAsNew", mail);
  on.tab.item.setRecipients("cc", OWN_CUSTOMERS);
  return { client, mail, tab: on.tab };
}

test("a long check is said, and ends with its result", async () => {
  let finish: (result: SendResult) => void = () => undefined;
  const on = new Stage((onTakingLonger) => {
    onTakingLonger();
    return new Promise((resolve) => (finish = resolve));
  });
  const { client, tab } = accident(on);
  const sending = client.send(tab);
  expect(tab.interruption).toEqual({ outcome: "taking-longer" });
  expect(tab.isSending).toBe(true);
  finish(STOPPED);
  await sending;
  expect(tab.interruption).toEqual(STOPPED);
  expect(tab.isSending).toBe(false);
});

test("a window that was closed meanwhile sends nothing", async () => {
  let finish: (result: SendResult) => void = () => undefined;
  const { client, tab } = accident(new Stage(() => new Promise((resolve) => (finish = resolve))));
  const sending = client.send(tab);
  client.closeTab(tab);
  finish(ALLOWED);
  await sending;
  expect(client.mails("outside")).toEqual([]);
});

test.each([
  ["noRecipients", []],
  ["unresolvedLeft", [{ name: "だれか", address: "だれか", unresolved: true }]],
] as const)("%s: the add-in is not even asked", async (shortcoming, to) => {
  const on = new Stage(() => {
    throw new Error("asked");
  });
  on.client.newMail();
  on.tab.item.setRecipients("to", to);
  await on.client.send(on.tab);
  expect(on.tab.shortcoming).toBe(shortcoming);
});

test("without an add-in nothing is sent", async () => {
  const client = new Client({
    store: seededStore(NOW),
    book: new AddressBook(ADDRESS_BOOK),
    hosts: null,
    texts: simulatorTexts.ja,
    person: STAFF,
    now: () => NOW,
  });
  client.act("reply", client.store.get(SEED_IDS.chat) as StoredMail);
  const tab = client.activeTab as ComposeTab;
  await client.send(tab);
  expect(client.tabs).toEqual([tab]);
});

test("mail inside arrives in the colleague's inbox, through a list too", async () => {
  const on = stage();
  on.client.newMail();
  on.tab.item.setRecipients("to", on.client.book.resolve("全店営業"));
  on.tab.item.subject = "朝礼";
  await on.client.send(on.tab);
  expect(on.client.sent).toEqual({ outside: 0 });
  on.client.signIn(MANAGER);
  expect(on.client.mails("inbox")[0]).toMatchObject({ subject: "朝礼", read: false });
});

test("a draft is kept, reopened with everything, and gone once sent", async () => {
  const on = stage();
  on.client.act("forward", on.mail(SEED_IDS.summer));
  on.tab.item.setRecipients("bcc", OWN_CUSTOMERS.slice(0, 2));
  on.tab.item.customProperties = { baseline: "x" };
  on.client.closeTab(on.tab);
  const [draft] = on.client.mails("drafts");
  on.client.select(draft as StoredMail);
  const { item } = on.tab;
  expect(item.itemId).toBe(draft?.id);
  expect(item.composeType).toBe("forward");
  expect(item.recipients("bcc")).toHaveLength(2);
  expect(item.customProperties).toEqual({ baseline: "x" });
  expect(item.files).toHaveLength(1);
  await on.client.send(on.tab);
  expect(on.client.store.get(draft?.id ?? "")).toBeUndefined();
});

test("a message that nobody touched leaves no draft", () => {
  const on = stage();
  const before = on.client.mails("drafts").length;
  on.client.newMail();
  on.client.closeTab(on.tab);
  expect(on.client.mails("drafts")).toHaveLength(before);
});

test("beginning anew would lose what anybody has written, and nothing where all of it left", () => {
  const on = stage();
  expect(on.client.hasWritten).toBe(false);
  on.client.newMail();
  const { tab } = on;
  tab.item.subject = "書きかけ";
  on.client.signIn(MANAGER);
  expect(on.client.hasWritten).toBe(true);
  on.client.signIn(STAFF);
  on.client.closeTab(tab);
  expect(on.client.hasWritten).toBe(true);
  const draft = on.client.mails("drafts").find(({ subject }) => subject === "書きかけ");
  on.client.store.remove(draft?.id ?? "");
  expect(on.client.hasWritten).toBe(false);
});

test("opening a draft twice shows the same window", () => {
  const on = stage();
  on.client.select(on.mail(SEED_IDS.draftOutside));
  on.client.select(on.mail(SEED_IDS.draftOutside));
  expect(on.client.tabs).toHaveLength(1);
});

test("at someone else's screen, the first one's windows stay open", async () => {
  const on = stage();
  on.client.newMail();
  const { tab } = on;
  tab.item.subject = "書きかけ";
  on.client.signIn(MANAGER);
  expect(on.client.tabs).toEqual([]);
  expect(on.client.activeTab).toBeNull();
  expect(on.client.allTabs).toEqual([tab]);
  on.client.newMail();
  expect(on.tab.item.owner).toBe(MANAGER);
  on.shells[0]?.saveItem();
  expect(on.client.mails("drafts")).toEqual([]);
  on.client.signIn(STAFF);
  expect(on.client.activeTab).toBe(tab);
  expect(on.client.mails("drafts")[0]?.subject).toBe("書きかけ");
  tab.item.setRecipients("to", on.client.book.resolve("店長 <t.matsumoto@sakura-motors.example>"));
  await on.client.send(tab);
  expect(on.client.mails("sent")[0]).toMatchObject({ subject: "書きかけ" });
});

test("the add-in opens a new message, saves the draft and closes it", () => {
  const on = stage();
  on.client.newMail();
  const id = on.shells[0]?.saveItem() ?? "";
  expect(on.mail(id).folder).toBe("drafts");
  const form = { to: ["a@x.example"], cc: [], bcc: [], subject: "新規", html: "<p>私</p>" };
  on.shells[0]?.openMessageForm(form);
  expect(on.client.tabs).toHaveLength(2);
  expect(on.tab.item.recipients("to")).toEqual([{ name: "a@x.example", address: "a@x.example" }]);
  on.shells[1]?.closeItem();
  expect(on.client.tabs).toHaveLength(1);
});

describe("what a message begins with", () => {
  const begun = (action: (typeof MAIL_ACTIONS)[number], id: string) => {
    const on = stage();
    on.client.act(action, on.mail(id));
    const { item } = on.tab;
    const list = (field: "to" | "cc") => item.recipients(field).map(({ name }) => name);
    return {
      type: item.composeType,
      to: list("to"),
      cc: list("cc"),
      subject: item.subject,
      files: item.files.length,
      isQuoting: item.html.includes("divRplyFwdMsg"),
    };
  };

  test.each([
    ["reply", SEED_IDS.chat, "reply", ["前田 修"], [], "Re: 明日の朝礼の当番", 0, true],
    ["replyAll", SEED_IDS.chat, "reply", ["前田 修"], ["松本 隆"], "Re: 明日の朝礼の当番", 0, true],
    ["forward", SEED_IDS.summer, "forward", [], [], "FW: 夏のご案内：お客様リストの送付", 1, true],
    ["resend", SEED_IDS.sentList, "newMail", ["小野 千尋"], [], "お客様リスト", 1, false],
    ["editAsNew", SEED_IDS.summer, "newMail", [], [], "夏のご案内：お客様リストの送付", 1, false],
  ] as const)("%s", (action, id, type, to, cc, subject, files, isQuoting) => {
    expect(begun(action, id)).toEqual({ type, to, cc, subject, files, isQuoting });
  });

  test("a reply to a reply is not prefixed again", () => {
    expect(begun("reply", "AAMkSeedThanks=").subject).toBe("Re: ご試乗のお礼");
  });
});
