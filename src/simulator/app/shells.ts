import type { MessageForm, Shell } from "../host/shell";
import type { Person } from "../model";
import type { Client } from "./client";
import type { ComposeTab } from "./compose-tab";

const nothing = (): void => undefined;

function openForm(client: Client, form: MessageForm, owner: Person): void {
  const resolve = (list: readonly string[]) =>
    list.flatMap((address) => client.book.resolve(address));
  client.compose({
    composeType: "newMail",
    owner,
    to: resolve(form.to),
    cc: resolve(form.cc),
    bcc: resolve(form.bcc),
    subject: form.subject,
    html: form.html,
  });
}

const commonShell = (client: Client, owner: Person) => ({
  openMessageForm: (form: MessageForm) => openForm(client, form, owner),
  lookUp: (address: string) => client.book.lookUp(address),
});

/** What an add-in may ask of the client beside a message that is being written. */
export const composeShell = (client: Client, tab: ComposeTab): Shell => ({
  ...commonShell(client, tab.item.owner),
  openPane: (control) => tab.openPane(control),
  closePane: () => tab.closePane(),
  openReplyForm: nothing,
  closeItem: () => client.closeTab(tab),
  saveItem: () => client.save(tab),
});

/** The same beside a mail that is being read. */
export const readingShell = (client: Client, owner: Person): Shell => ({
  ...commonShell(client, owner),
  openPane: (control) => client.openReadPane({ control }),
  closePane: () => client.closeReadPane(),
  openReplyForm: ({ all, html }) => {
    if (client.selected) client.act(all ? "replyAll" : "reply", client.selected, html);
  },
  closeItem: nothing,
  saveItem: () => "",
  storeProperties: (mailId, customProperties) => {
    const mail = client.store.get(mailId);
    if (mail) client.store.put({ ...mail, customProperties });
  },
});
